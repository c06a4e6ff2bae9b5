"""What connects a workshop to other systems: keys that they come with, and the address that is told."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignment.workshop import Workshop


@dataclass(frozen=True)
class Key:
    """What another system comes with. Only its holder knows the token; ``by`` made it."""

    id: str
    name: str
    token_hash: str
    by: str
    made_at: datetime
    revoked_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether the key still opens anything."""
        return self.revoked_at is None


@dataclass(frozen=True)
class Webhook:
    """Where another system hears of a publication. ``since``: the number of the fact that set it."""

    id: str
    url: str
    by: str
    since: int
    set_at: datetime


def key_for(workshop: Workshop, token_hash: str) -> Key | None:
    """The open key that a token belongs to; every one is compared, in constant time."""
    found = None
    for key in workshop.keys.values():
        matches = hmac.compare_digest(key.token_hash, token_hash)
        if matches and key.open:
            found = key
    return found
