"""What facts about people do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.facts import (
    CaughtUp,
    DeciderNamed,
    DeviceLinkMade,
    DeviceLinkUsed,
    FacilitatorChanged,
    InvitationMade,
    InvitationRevoked,
    ParticipantJoined,
    ParticipantRemoved,
    Recorded,
    SmallestGroupChosen,
    TeamChanged,
    WorkshopOpened,
)
from alignment.folds.ballots import completed
from alignment.people import DeviceLink, Invitation, Participant
from alignment.workshop import Workshop


def opened(workshop_id: str, entry: Recorded[WorkshopOpened]) -> Workshop:
    """The workshop that a first fact opens."""
    fact = entry.fact
    opener = Participant(
        fact.opener_id, fact.opener_name, fact.opener_team, entry.at, True, None, fact.opener_email
    )
    return Workshop(
        id=workshop_id,
        name=fact.name,
        company=fact.company,
        offering=fact.offering,
        slug=fact.slug,
        opened_at=entry.at,
        demo=fact.demo,
        participants={opener.id: opener},
    )


def invitation_made(workshop: Workshop, entry: Recorded[InvitationMade]) -> Workshop:
    """One more way in."""
    fact = entry.fact
    invitation = Invitation(
        fact.invitation_id, fact.team, entry.at, fact.expires_at, fact.token_hash, fact.email
    )
    return replace(workshop, invitations={**workshop.invitations, invitation.id: invitation})


def invitation_revoked(workshop: Workshop, entry: Recorded[InvitationRevoked]) -> Workshop:
    """One way in fewer."""
    invitation = replace(workshop.invitations[entry.fact.invitation_id], revoked_at=entry.at)
    return replace(workshop, invitations={**workshop.invitations, invitation.id: invitation})


def joined(workshop: Workshop, entry: Recorded[ParticipantJoined]) -> Workshop:
    """One more participant, to whom what happened before is not news."""
    fact = entry.fact
    new = Participant(fact.participant_id, fact.name, fact.team, entry.at, email=fact.email)
    return with_participant(_having_read(workshop, new.id, entry.seq), new)


def caught_up(workshop: Workshop, entry: Recorded[CaughtUp]) -> Workshop:
    """What is new to a participant begins after what they have read."""
    return _having_read(workshop, entry.actor, entry.fact.upto)


def _having_read(workshop: Workshop, person_id: str, upto: int) -> Workshop:
    return replace(workshop, caught_up={**workshop.caught_up, person_id: upto})


def device_link_made(workshop: Workshop, entry: Recorded[DeviceLinkMade]) -> Workshop:
    """A personal link exists."""
    fact = entry.fact
    link = DeviceLink(fact.link_id, fact.participant_id, fact.token_hash, fact.expires_at)
    return replace(workshop, device_links={**workshop.device_links, link.id: link})


def device_link_used(workshop: Workshop, entry: Recorded[DeviceLinkUsed]) -> Workshop:
    """A personal link is spent."""
    link = replace(workshop.device_links[entry.fact.link_id], used_at=entry.at)
    return replace(workshop, device_links={**workshop.device_links, link.id: link})


def team_changed(workshop: Workshop, entry: Recorded[TeamChanged]) -> Workshop:
    """A participant counts for another team; so do the votes already cast."""
    participant = workshop.participants[entry.fact.participant_id]
    return completed(with_participant(workshop, replace(participant, team=entry.fact.team)), entry.at)


def facilitator_changed(workshop: Workshop, entry: Recorded[FacilitatorChanged]) -> Workshop:
    """A participant hosts, or no longer does."""
    participant = workshop.participants[entry.fact.participant_id]
    return with_participant(workshop, replace(participant, facilitator=entry.fact.facilitator))


def decider_named(workshop: Workshop, entry: Recorded[DeciderNamed]) -> Workshop:
    """There is one decider: the one named last."""
    return replace(workshop, decider_id=entry.fact.participant_id)


def smallest_group_chosen(workshop: Workshop, entry: Recorded[SmallestGroupChosen]) -> Workshop:
    """Smaller groups than this are not shown on their own."""
    return replace(workshop, smallest_group=entry.fact.people)


def removed(workshop: Workshop, entry: Recorded[ParticipantRemoved]) -> Workshop:
    """A participant counts no more, and stays in the record."""
    participant = workshop.participants[entry.fact.participant_id]
    gone = replace(participant, removed_at=entry.at, facilitator=False)
    return completed(with_participant(workshop, gone), entry.at)


def with_participant(workshop: Workshop, participant: Participant) -> Workshop:
    """The workshop with one participant as given."""
    return replace(workshop, participants={**workshop.participants, participant.id: participant})
