"""The judged leads on which the teams differ, with what each way to rule would do with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from alignment.calibrations import Calibration
from alignment.judging import judgements, qualified_by
from alignment.people import VOTING_TEAMS
from alignment.workshop import Workshop
from definitions.calibration.disputes import disputes
from definitions.calibration.losses import Loss, losses
from definitions.calibration.votes import Tally, tally
from definitions.profiles import Flags
from definitions.scorecard import Scorecard
from pages.shared.text import label

MOST = 5


@dataclass(frozen=True, eq=False)
class Judged:
    """The latest calibration that everybody may see, its judgements counted by team."""

    calibration: Calibration
    tally: Tally

    def qualified(self, scorecard: Scorecard) -> Flags:
        """Which of the judged leads a scorecard qualifies."""
        return qualified_by(scorecard, self.calibration.drawn) > 0

    def losses(self, scorecard: Scorecard) -> tuple[Loss, ...]:
        """What a scorecard would cost each team."""
        return losses(self.tally, self.qualified(scorecard))


def judged(workshop: Workshop) -> Judged | None:
    """The judgements of the latest revealed calibration that somebody judged; ``None`` without one."""
    for calibration in reversed(workshop.calibrations.values()):
        found = judgements(workshop, calibration)
        if found is not None and found.people:
            return Judged(calibration, tally(found.votes, found.teams, len(VOTING_TEAMS)))
    return None


def show_disputed_leads(known: Judged, ways: Sequence[tuple[str, Scorecard | None]]) -> None:
    """The most disputed leads, those first which the ways to rule treat differently."""
    verdicts = [(name, known.qualified(card)) for name, card in ways if card is not None]
    found = [each.lead for each in disputes(known.tally) if each.between > 0]
    found.sort(key=lambda lead: len({bool(qualified[lead]) for _, qualified in verdicts}) < 2)
    if not found:
        return
    st.markdown("**Leads that the teams judge differently**")
    st.markdown("\n".join(f"- {_lead(known, lead, verdicts)}" for lead in found[:MOST]))


def _lead(known: Judged, lead: int, verdicts: Sequence[tuple[str, Flags]]) -> str:
    answers = known.calibration.drawn.answers_of(lead)
    facts = " · ".join(f"{name}: {answer or 'not answered'}" for name, answer in answers.items())
    counts = zip(VOTING_TEAMS, known.tally.yes[:, lead], known.tally.judged[:, lead], strict=True)
    yes = ", ".join(f"{team.value} {of_them} of {every}" for team, of_them, every in counts if every)
    then = ", ".join(f"{name}: {'qualified' if each[lead] else 'not'}" for name, each in verdicts)
    return f"{label(facts)}  \n  :small[{label(f'Qualified, say {yes}. {then}.')}]"
