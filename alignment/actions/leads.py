"""Adding and removing the lead sets that thresholds are tried on."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action, allowed
from alignment.facts import LeadSetAdded, LeadSetChosen, LeadSetRemoved
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood
from alignment.workshop import Workshop


@action(By.TEAM)
def add_lead_set(workshop: Workshop, actor: Participant, added: LeadSetAdded, *, now: datetime) -> Facts:
    """Make a stored lead set known to the workshop."""
    if added.mapped_from and added.mapped_from == added.lead_set:
        raise NotNow("Nothing was mapped differently, so these are the leads as they are already.")
    if added.lead_set in workshop.lead_sets:
        raise NotNow("These leads are in the workshop already.")
    if added.mapped_from and added.mapped_from not in workshop.lead_sets:
        raise NotNow("These leads were removed meanwhile. Add the file again.")
    if added.origin is not None:
        refuse_warehouse(workshop, actor.id)
    return (added,)


def refuse_warehouse(workshop: Workshop, asker: str) -> None:
    """Raises Refused unless this participant may look into the host's warehouses: as who may add leads."""
    allowed(workshop, asker, By.TEAM)
    if workshop.demo:
        raise NotNow("A demo has no way into the warehouses of its host.")


@action(By.FACILITATOR)
def remove_lead_set(workshop: Workshop, actor: Participant, lead_set: str, *, now: datetime) -> Facts:
    """Take a lead set out of the workshop."""
    if lead_set not in workshop.lead_sets:
        raise NotUnderstood("There is no such lead set.")
    return (LeadSetRemoved(lead_set=lead_set),)


@action(By.FACILITATOR)
def choose_lead_set(workshop: Workshop, actor: Participant, lead_set: str, *, now: datetime) -> Facts:
    """Make a lead set the one in use, whatever is added later."""
    if lead_set not in workshop.lead_sets:
        raise NotUnderstood("There is no such lead set.")
    if lead_set == workshop.chosen_lead_set:
        raise NotNow("These leads are in use already.")
    return (LeadSetChosen(lead_set=lead_set),)
