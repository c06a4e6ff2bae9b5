"""Adding and removing the sets of outcomes that a definition is measured by."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action
from alignment.actions.leads import refuse_warehouse
from alignment.facts import OutcomeSetAdded, OutcomeSetChosen, OutcomeSetRemoved
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood
from alignment.workshop import Workshop

UNKNOWN = "There is no such set of outcomes."


@action(By.TEAM)
def add_outcome_set(
    workshop: Workshop, actor: Participant, added: OutcomeSetAdded, *, now: datetime
) -> Facts:
    """Make a stored set of outcomes known to the workshop."""
    if added.outcome_set in workshop.outcome_sets:
        raise NotNow("These outcomes are in the workshop already.")
    if added.origin is not None:
        refuse_warehouse(workshop, actor.id)
    return (added,)


@action(By.FACILITATOR)
def remove_outcome_set(workshop: Workshop, actor: Participant, outcome_set: str, *, now: datetime) -> Facts:
    """Take a set of outcomes out of the workshop."""
    if outcome_set not in workshop.outcome_sets:
        raise NotUnderstood(UNKNOWN)
    return (OutcomeSetRemoved(outcome_set=outcome_set),)


@action(By.FACILITATOR)
def choose_outcome_set(workshop: Workshop, actor: Participant, outcome_set: str, *, now: datetime) -> Facts:
    """Measure by this set, whatever is added later."""
    if outcome_set not in workshop.outcome_sets:
        raise NotUnderstood(UNKNOWN)
    if outcome_set == workshop.outcome_set_in_use:
        raise NotNow("These outcomes are in use already.")
    return (OutcomeSetChosen(outcome_set=outcome_set),)
