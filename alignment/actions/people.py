"""What the host does about people: teams, roles, removal."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action
from alignment.facts import (
    DeciderNamed,
    FacilitatorChanged,
    ParticipantRemoved,
    SmallestGroupChosen,
    TeamChanged,
)
from alignment.people import VOTING_TEAMS, Participant, Team
from alignment.refused import NotNow, NotUnderstood, Refused
from alignment.workshop import Workshop

LARGEST_SMALLEST = 10
_SIGNING = "The draft is frozen and waits for this person's signature. Take the draft back first."
_REVIEWING = "The draft is frozen and waits for this person's review. Take the draft back first."


@action(By.FACILITATOR)
def change_team(
    workshop: Workshop, actor: Participant, participant_id: str, team: Team, *, now: datetime
) -> Facts:
    """Move somebody to another team; their votes count there."""
    person = _present(workshop, participant_id)
    if person.team is team:
        raise NotNow(f"{person.name} is in that team already.")
    _not_signing(workshop, person)
    if team not in VOTING_TEAMS and workshop.decider_id == person.id:
        raise Refused("The decider belongs to one of the three teams. Name another decider first.")
    return (TeamChanged(participant_id=person.id, team=team),)


@action(By.FACILITATOR)
def set_facilitator(
    workshop: Workshop, actor: Participant, participant_id: str, facilitator: bool, *, now: datetime
) -> Facts:
    """Make somebody a facilitator, or take that back; one always remains."""
    person = _present(workshop, participant_id)
    if person.facilitator is facilitator:
        raise NotNow("That is so already.")
    if not facilitator:
        _not_the_last(workshop, person)
    return (FacilitatorChanged(participant_id=person.id, facilitator=facilitator),)


@action(By.FACILITATOR)
def name_decider(workshop: Workshop, actor: Participant, participant_id: str, *, now: datetime) -> Facts:
    """Name the senior sales executive who rules when the teams still disagree."""
    person = _present(workshop, participant_id)
    if person.team not in VOTING_TEAMS:
        raise Refused("An observer cannot decide. Give the person a team first.")
    if workshop.decider_id == person.id:
        raise NotNow(f"{person.name} is the decider already.")
    if workshop.frozen is not None:
        raise NotNow("The draft is frozen for signing; the decider cannot change now.")
    return (DeciderNamed(participant_id=person.id),)


@action(By.FACILITATOR)
def choose_smallest_group(workshop: Workshop, actor: Participant, people: int, *, now: datetime) -> Facts:
    """Choose how many people a team must have for its share to be shown on its own.

    With three executives a split by team names people; a larger number keeps such splits away.
    """
    if not 1 <= people <= LARGEST_SMALLEST:
        raise NotUnderstood(f"The smallest group shown has 1 to {LARGEST_SMALLEST} people.")
    if people == workshop.smallest_group:
        raise NotNow("That is so already.")
    return (SmallestGroupChosen(people=people),)


@action(By.FACILITATOR)
def remove_participant(
    workshop: Workshop, actor: Participant, participant_id: str, *, now: datetime
) -> Facts:
    """Remove somebody: what they said stays on record, their votes count no more."""
    person = _present(workshop, participant_id)
    _not_the_last(workshop, person)
    _not_signing(workshop, person)
    if workshop.frozen is not None and person.id in workshop.frozen.unreviewed:
        raise NotNow(_REVIEWING)
    return (ParticipantRemoved(participant_id=person.id),)


def _present(workshop: Workshop, participant_id: str) -> Participant:
    person = workshop.participants.get(participant_id)
    if person is None or not person.here:
        raise NotUnderstood("This person is not in the workshop.")
    return person


def _not_the_last(workshop: Workshop, person: Participant) -> None:
    others = [p for p in workshop.people if p.facilitator and p.id != person.id]
    if person.facilitator and not others:
        raise Refused("A workshop needs a facilitator. Make somebody else facilitator first.")


def _not_signing(workshop: Workshop, person: Participant) -> None:
    if workshop.frozen is not None and person.id in workshop.frozen.signatories:
        raise NotNow(_SIGNING)
