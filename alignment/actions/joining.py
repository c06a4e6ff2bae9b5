"""Coming into a workshop: by a team's link, by e-mail address, or on another device."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypeVar

from alignment.actions.action import By, Facts, action, built, next_id
from alignment.facts import DeviceLinkMade, DeviceLinkUsed, ParticipantJoined
from alignment.people import DeviceLink, Invitation, Participant
from alignment.refused import NotAllowed, NotNow, NotUnderstood, Refused
from alignment.workshop import Workshop
from definitions.texts import same_name, seen

DEVICE_LINK_TIME = timedelta(hours=1)
MOST_PEOPLE = 1_000
NO_WAY_IN = "This link does not open anything, or does not any more. Ask the host for a new one."
WayIn = TypeVar("WayIn", Invitation, DeviceLink)


def invitation_for(workshop: Workshop, token_hash: str, now: datetime) -> Invitation | None:
    """The open invitation that a token belongs to; every one is compared, in constant time."""
    return _matching(workshop.invitations.values(), token_hash, now)


def device_link_for(workshop: Workshop, token_hash: str, now: datetime) -> DeviceLink | None:
    """The unused personal link that a token belongs to."""
    link = _matching(workshop.device_links.values(), token_hash, now)
    return link if link is not None and workshop.participants[link.participant_id].here else None


def _matching(ways: Iterable[WayIn], token_hash: str, now: datetime) -> WayIn | None:
    found = None
    for way in ways:
        matches = hmac.compare_digest(way.token_hash or "", token_hash)
        if matches and way.token_hash and way.open(now):
            found = way
    return found


def join_by_link(
    workshop: Workshop, actor: str | None, token_hash: str, name: str, *, now: datetime
) -> Facts:
    """A stranger with a link comes in under a name."""
    invitation = invitation_for(workshop, token_hash, now)
    if invitation is None:
        raise NotAllowed(NO_WAY_IN)
    return _joined(workshop, invitation, name, None)


def join_by_email(workshop: Workshop, actor: str | None, email: str, name: str, *, now: datetime) -> Facts:
    """Somebody signed in with an invited e-mail address comes in."""
    address = email.strip().casefold()
    open_ones = [i for i in workshop.invitations.values() if i.email == address and i.open(now)]
    if not open_ones:
        raise NotAllowed("This e-mail address is not invited to this workshop.")
    if any(p.email == address for p in workshop.people):
        raise NotNow("Somebody with this e-mail address is in the workshop already.")
    return _joined(workshop, open_ones[-1], name, address)


def _joined(workshop: Workshop, invitation: Invitation, name: str, email: str | None) -> Facts:
    if not seen(name):
        raise NotUnderstood("Please give your name.")
    if any(same_name(name, participant.name) for participant in workshop.people):
        raise Refused(
            "Somebody with this name is in the workshop already. If it is you on another device, make a "
            "personal link there; if not, add an initial."
        )
    if len(workshop.participants) >= MOST_PEOPLE:
        raise Refused(f"A workshop takes at most {MOST_PEOPLE:,} people, those who were removed included.")
    fact = built(
        ParticipantJoined,
        participant_id=next_id(workshop, "p"),
        invitation_id=invitation.id,
        name=name,
        team=invitation.team,
        email=email,
    )
    return (fact,)


@action(By.MEMBER)
def make_device_link(workshop: Workshop, actor: Participant, token_hash: str, *, now: datetime) -> Facts:
    """A personal link, good once and for an hour."""
    return (
        DeviceLinkMade(
            link_id=next_id(workshop, "d"),
            participant_id=actor.id,
            token_hash=token_hash,
            expires_at=now + DEVICE_LINK_TIME,
        ),
    )


def use_device_link(workshop: Workshop, actor: str | None, token_hash: str, *, now: datetime) -> Facts:
    """A participant comes in on another device."""
    link = device_link_for(workshop, token_hash, now)
    if link is None:
        raise NotAllowed(NO_WAY_IN)
    return (DeviceLinkUsed(link_id=link.id),)
