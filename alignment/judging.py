"""A calibration as arrays, for whoever computes with it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alignment.calibrations import Calibration
from alignment.people import VOTING_TEAMS, Participant
from alignment.workshop import Workshop
from definitions.drawn_leads import DrawnLeads
from definitions.profiles import NOT_ANSWERED, Decimals, Integers
from definitions.scorecard import Scorecard, Verdict, score


@dataclass(frozen=True, eq=False)
class Judgements:
    """What p people said of n leads with k criteria, a answers in all.

    ``people``: p, in the order of joining, those without a judgement left away. ``teams``: p, an index into
    the three voting teams. ``votes``: p x n; 1 qualified, 0 not, 0.5 unsure, nan not judged. ``answers``:
    n x k, the index of the answer, -1 where not answered. Of each person's own card, if there is one:
    ``points`` p x a, nan; ``thresholds`` p, nan; ``gates`` p x k, -1 for no gate (or no card).
    """

    people: tuple[Participant, ...]
    teams: Integers
    votes: Decimals
    answers: Integers
    points: Decimals
    thresholds: Decimals
    gates: Integers


def judgements(workshop: Workshop, calibration: Calibration) -> Judgements | None:
    """What people said, of those who may vote now; ``None`` while it is sealed."""
    if calibration.open:
        return None
    people = tuple(p for p in workshop.voters() if calibration.shown(p.id, None))
    teams = np.array([VOTING_TEAMS.index(person.team) for person in people], dtype=np.int64)
    answers = np.array([lead.answers for lead in calibration.drawn.leads], dtype=np.int64)
    return Judgements(people, teams, _votes(calibration, people), answers, *_cards(calibration, people))


def _votes(calibration: Calibration, people: tuple[Participant, ...]) -> Decimals:
    votes = np.full((len(people), len(calibration.drawn.leads)), np.nan)
    for row, person in enumerate(people):
        for lead, said in calibration.shown(person.id, None).items():
            votes[row, lead] = said.judgement.number
    return votes


def _cards(calibration: Calibration, people: tuple[Participant, ...]) -> tuple[Decimals, Decimals, Integers]:
    sizes = calibration.drawn.sizes
    points, thresholds = np.full((len(people), sum(sizes)), np.nan), np.full(len(people), np.nan)
    gates = np.full((len(people), len(sizes)), NOT_ANSWERED, dtype=np.int64)
    for row, person in enumerate(people):
        card = calibration.card_shown(person.id, None)
        if card is not None:
            points[row] = [point for criterion in card.points for point in criterion]
            thresholds[row], gates[row] = card.threshold, card.gates
    return points, thresholds, gates


def qualified_by(scorecard: Scorecard, drawn: DrawnLeads) -> Decimals:
    """Which of the drawn leads a scorecard qualifies: one number a lead, 1 or 0."""
    leads = range(len(drawn.leads))
    verdicts = [score(scorecard, drawn.answers_of(lead)).verdict for lead in leads]
    return np.array([float(verdict is Verdict.QUALIFIED) for verdict in verdicts])


def open_calibration_of(workshop: Workshop) -> Calibration | None:
    """The calibration that is going on, if there is one."""
    return next((c for c in workshop.calibrations.values() if c.open), None)
