"""The five promises: put on record what was so before, and what is so now."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action, built
from alignment.facts import PromiseStated
from alignment.people import Participant, Team
from alignment.refused import NotAllowed, NotUnderstood
from alignment.workshop import Workshop
from definitions.measures.gains import Gain

WHO = "Only executives and facilitators put the company's numbers on record."


def may_state_promises(person: Participant) -> bool:
    """Whether somebody may put the company's numbers on record."""
    return person.facilitator or person.team is Team.EXECUTIVES


@action(By.TEAM)
def state_promise(
    workshop: Workshop,
    actor: Participant,
    gain: Gain,
    baseline: float | None,
    present: float | None,
    source: str = "",
    *,
    now: datetime,
) -> Facts:
    """State one promise's numbers, unknown ones left out; a number needs to say where it comes from."""
    if not may_state_promises(actor):
        raise NotAllowed(WHO)
    fact = built(PromiseStated, gain=gain, baseline=baseline, present=present, source=source)
    if not fact.source and (baseline, present) != (None, None):
        raise NotUnderstood("Say where the numbers come from, such as a report and its date.")
    kept = workshop.promises.get(gain)
    before = (kept.baseline, kept.present, kept.source) if kept else (None, None, "")
    if before == (fact.baseline, fact.present, fact.source):
        raise NotUnderstood("These numbers are on record already.")
    return (fact,)
