"""Adding and removing the lead sets that thresholds are tried on."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action
from alignment.facts import LeadSetAdded, LeadSetRemoved
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood
from alignment.workshop import Workshop


@action(By.TEAM)
def add_lead_set(workshop: Workshop, actor: Participant, added: LeadSetAdded, *, now: datetime) -> Facts:
    """Make a stored lead set known to the workshop."""
    if added.lead_set in workshop.lead_sets:
        raise NotNow("These leads are in the workshop already.")
    return (added,)


@action(By.FACILITATOR)
def remove_lead_set(workshop: Workshop, actor: Participant, lead_set: str, *, now: datetime) -> Facts:
    """Take a lead set out of the workshop."""
    if lead_set not in workshop.lead_sets:
        raise NotUnderstood("There is no such lead set.")
    return (LeadSetRemoved(lead_set=lead_set),)
