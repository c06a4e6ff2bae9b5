"""The understanding check: ask everybody to judge a few leads by the text in force, and judge them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from alignment.actions.action import By, Facts, action
from alignment.composing import frozen_document
from alignment.drafts import Published
from alignment.facts import UnderstandingAnswered, UnderstandingAsked
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood
from alignment.workshop import Workshop
from definitions.check_leads import check_leads
from definitions.document import scorecard
from definitions.scorecard import Verdict


@action(By.FACILITATOR)
def ask_understanding(workshop: Workshop, actor: Participant, *, now: datetime) -> Facts:
    """Ask everybody to judge five leads by the version in force; once a version."""
    version = _in_force(workshop)
    if version.version in workshop.understanding:
        raise NotNow("Everybody has been asked about this version already.")
    card = scorecard(frozen_document(version.draft))
    return (UnderstandingAsked(version=version.version, leads=check_leads(card, _known(workshop))),)


@action(By.VOTER)
def answer_understanding(
    workshop: Workshop, actor: Participant, lead: int, verdict: Verdict | None, *, now: datetime
) -> Facts:
    """Judge one of the leads by the text; ``None``: cannot tell. Once, for the right answer is shown then."""
    check = workshop.understanding.get(_in_force(workshop).version)
    if check is None:
        raise NotNow("Nobody has been asked about the version in force yet.")
    if not 0 <= lead < len(check.leads):
        raise NotUnderstood("There is no such lead in this check.")
    if lead in check.answered.get(actor.id, {}):
        raise NotNow("You have judged this lead already.")
    return (UnderstandingAnswered(version=check.version, lead=lead, verdict=verdict),)


def _in_force(workshop: Workshop) -> Published:
    if workshop.in_force is None:
        raise NotNow("No definition is in force yet.")
    return workshop.in_force


def _known(workshop: Workshop) -> Iterator[Mapping[str, str | None]]:
    """The golden leads, then those of the latest calibration that was revealed."""
    yield from (dict(lead.answers) for lead in workshop.golden_leads.values())
    revealed = [calibration for calibration in workshop.calibrations.values() if not calibration.open]
    for calibration in revealed[-1:]:
        yield from (calibration.drawn.answers_of(lead) for lead in range(len(calibration.drawn.leads)))
