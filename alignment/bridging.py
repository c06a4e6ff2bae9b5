"""From a calibration to what the statistics take: leads to judge, and a room to search a bridge in."""

from __future__ import annotations

import numpy as np

from alignment.calibrations import Calibration
from alignment.judging import Judgements, judgements
from alignment.present import present_scorecard
from alignment.workshop import Workshop
from definitions.bridge.card import NO_GATE
from definitions.bridge.room import Proposals, Room
from definitions.bridge.scorecards import card_of
from definitions.calibration.drawing import Drawn
from definitions.drawn_leads import DrawnLead, DrawnLeads
from definitions.profiles import NOT_ANSWERED, Decimals, Integers
from definitions.scorecard import Scorecard


def to_judge(drawn: Drawn, scorecard: Scorecard) -> DrawnLeads:
    """Leads that were drawn with a scorecard, as they are put before people and kept in the record."""
    return DrawnLeads(
        criteria=drawn.criteria,
        labels=tuple(criterion.labels for criterion in scorecard.criteria),
        leads=tuple(
            DrawnLead(answers=lead.indexes, stratum=lead.stratum.value, leads=lead.leads)
            for lead in drawn.leads
        ),
    )


def room_of(workshop: Workshop, calibration: Calibration) -> Room | None:
    """What people judged and proposed, by the criteria on the table; ``None`` while sealed or without any.

    Criteria and answers are found by their names. What is on the table only since the drawing was not asked:
    leads do not answer it, and people's cards say nothing of its points and keep its gate.
    """
    found, scorecard = judgements(workshop, calibration), present_scorecard(workshop)
    if found is None or scorecard is None:
        return None
    answers = np.array(
        [_answers(scorecard, calibration.drawn, lead) for lead in range(len(found.answers))], dtype=np.int64
    )
    proposals = _proposals(found, calibration.drawn, scorecard)
    return Room(answers, found.votes, found.teams, card_of(scorecard), proposals)


def _answers(scorecard: Scorecard, drawn: DrawnLeads, lead: int) -> list[int]:
    given = drawn.answers_of(lead)
    labels = ((criterion.labels, given.get(criterion.name)) for criterion in scorecard.criteria)
    return [known.index(label) if label in known else NOT_ANSWERED for known, label in labels]


def _proposals(found: Judgements, drawn: DrawnLeads, scorecard: Scorecard) -> Proposals:
    """People's own cards, by the scorecard's answers; nan where somebody proposed none."""
    present = card_of(scorecard)
    blocks = [_own(found, drawn, c.name, c.labels) for c in scorecard.criteria]
    asked = [criterion.name in drawn.criteria for criterion in scorecard.criteria]
    gates = np.stack([gate for _, gate in blocks], axis=1)
    proposed = np.isfinite(found.thresholds)
    kept = np.where(proposed[:, None], np.array(present.gates), NO_GATE)
    points = np.concatenate([block for block, _ in blocks], axis=1)
    return Proposals(points, found.thresholds, np.where(asked, gates, kept).astype(np.int64))


def _own(
    found: Judgements, drawn: DrawnLeads, criterion: str, labels: tuple[str, ...]
) -> tuple[Decimals, Integers]:
    """People's points for a criterion's answers (people x answers), and their gates on it (people)."""
    points = np.full((len(found.people), len(labels)), np.nan)
    if criterion not in drawn.criteria:
        return points, np.full(len(found.people), NO_GATE, dtype=np.int64)
    place = drawn.criteria.index(criterion)
    first, then = sum(drawn.sizes[:place]), drawn.labels[place]
    for column, label in enumerate(labels):
        if label in then:
            points[:, column] = found.points[:, first + then.index(label)]
    now = [labels.index(label) if label in labels else NO_GATE for label in then]
    return points, np.array([*now, NO_GATE], dtype=np.int64)[found.gates[:, place]]
