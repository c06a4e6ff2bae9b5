"""The people of a workshop and what each may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Team(StrEnum):
    """The team a participant belongs to. Observers read and do not vote."""

    MARKETING = "marketing"
    SALES = "sales"
    EXECUTIVES = "executives"
    OBSERVERS = "observers"


VOTING_TEAMS = (Team.MARKETING, Team.SALES, Team.EXECUTIVES)
"""The three teams that must agree, in the order in which they are shown."""


@dataclass(frozen=True)
class Participant:
    """Somebody who joined. ``removed_at`` is set for those who count no more."""

    id: str
    name: str
    team: Team
    joined_at: datetime
    facilitator: bool = False
    removed_at: datetime | None = None
    email: str | None = None

    @property
    def here(self) -> bool:
        """Whether the participant still takes part."""
        return self.removed_at is None

    @property
    def votes(self) -> bool:
        """Whether the participant's ballots count."""
        return self.here and self.team in VOTING_TEAMS


@dataclass(frozen=True)
class Invitation:
    """A way in: by a link whose token only its holder knows, or for one e-mail address."""

    id: str
    team: Team
    made_at: datetime
    expires_at: datetime
    token_hash: str | None = None
    email: str | None = None
    revoked_at: datetime | None = None

    def open(self, now: datetime) -> bool:
        """Whether somebody may still come in this way."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True)
class DeviceLink:
    """A personal link that takes one participant to another device, once."""

    id: str
    participant_id: str
    token_hash: str
    expires_at: datetime
    used_at: datetime | None = None

    def open(self, now: datetime) -> bool:
        """Whether the link can still be used."""
        return self.used_at is None and now < self.expires_at
