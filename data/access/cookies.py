"""The signed cookie: whom this browser is known as, in which workshops."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import lru_cache

from itsdangerous import BadData, URLSafeTimedSerializer

from data.access.secret_key import secret_key

COOKIE_NAME = "common_terms"
COOKIE_DAYS = 180
_MOST = 20
_SECONDS = COOKIE_DAYS * 24 * 3600


@dataclass(frozen=True)
class Identity:
    """Who somebody is in one workshop."""

    workshop_id: str
    participant_id: str


def seal_cookie(identities: tuple[Identity, ...]) -> str:
    """The cookie's text for these identities, the current one first; at most 20 are kept."""
    return _signer(secret_key()).dumps([[i.workshop_id, i.participant_id] for i in identities[:_MOST]])


def open_cookie(text: str | None) -> tuple[Identity, ...]:
    """The identities in a cookie; none if it is missing, too old or was tampered with."""
    return _opened(text, secret_key(), int(time.time() // 3600)) if text else ()


@lru_cache(maxsize=4096)
def _opened(text: str, secret: bytes, hour: int) -> tuple[Identity, ...]:
    """Kept for the hour: a page asks many times in one run.

    The age is ours to judge: itsdangerous refuses what was signed a second before the clock was set back.
    """
    try:
        pairs, signed_at = _signer(secret).loads(text, return_timestamp=True)
        if time.time() - signed_at.timestamp() > _SECONDS:
            return ()
        return tuple(Identity(workshop_id, participant_id) for workshop_id, participant_id in pairs)
    except (BadData, TypeError, ValueError):
        return ()


def with_current(identities: tuple[Identity, ...], current: Identity) -> tuple[Identity, ...]:
    """The identities with one more, now the current one; one a workshop."""
    return (current, *without(identities, current.workshop_id))


def without(identities: tuple[Identity, ...], workshop_id: str) -> tuple[Identity, ...]:
    """The identities except the one in a workshop."""
    return tuple(i for i in identities if i.workshop_id != workshop_id)


def _signer(secret: bytes) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="common-terms.identities")
