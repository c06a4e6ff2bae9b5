"""Facts about the workshop itself and its people."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from alignment.facts.fact import Fact
from alignment.people import Team
from definitions.texts import ShortText, says_nothing


class WorkshopOpened(Fact):
    """A workshop begins; its opener is the first participant and facilitator.

    ``made_at``: when a demo was really made, whose story begins earlier.
    """

    kind: Literal["workshop opened"] = "workshop opened"
    name: ShortText
    company: ShortText
    offering: ShortText
    slug: str
    opener_id: str
    opener_name: ShortText
    opener_team: Team
    opener_email: str | None = None
    demo: bool = False
    made_at: datetime | None = Field(default=None, exclude_if=says_nothing)


class InvitationMade(Fact):
    """The host makes a link for a team, or invites an e-mail address."""

    kind: Literal["invitation made"] = "invitation made"
    invitation_id: str
    team: Team
    expires_at: datetime
    token_hash: str | None = None
    email: str | None = None


class InvitationRevoked(Fact):
    """The host closes an invitation before its time."""

    kind: Literal["invitation revoked"] = "invitation revoked"
    invitation_id: str


class ParticipantJoined(Fact):
    """Somebody came in by an invitation."""

    kind: Literal["participant joined"] = "participant joined"
    participant_id: str
    invitation_id: str
    name: ShortText
    team: Team
    email: str | None = None


class DeviceLinkMade(Fact):
    """A participant made a personal link for another device."""

    kind: Literal["device link made"] = "device link made"
    link_id: str
    participant_id: str
    token_hash: str
    expires_at: datetime


class DeviceLinkUsed(Fact):
    """A participant came in on another device."""

    kind: Literal["device link used"] = "device link used"
    link_id: str


class TeamChanged(Fact):
    """The host moved a participant to another team."""

    kind: Literal["team changed"] = "team changed"
    participant_id: str
    team: Team


class FacilitatorChanged(Fact):
    """The host made somebody facilitator, or took that back."""

    kind: Literal["facilitator changed"] = "facilitator changed"
    participant_id: str
    facilitator: bool


class DeciderNamed(Fact):
    """The host named the decider; there is one at a time."""

    kind: Literal["decider named"] = "decider named"
    participant_id: str


class SmallestGroupChosen(Fact):
    """The host chose how many people a group must have for its share to be shown on its own."""

    kind: Literal["smallest group chosen"] = "smallest group chosen"
    people: int


class ParticipantRemoved(Fact):
    """The host removed a participant: past votes stay on record and count no more."""

    kind: Literal["participant removed"] = "participant removed"
    participant_id: str
