"""The signed cookie: whom this browser is known as, in which workshops."""

from __future__ import annotations

from dataclasses import dataclass

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
    return _signer().dumps([[i.workshop_id, i.participant_id] for i in identities[:_MOST]])


def open_cookie(text: str | None) -> tuple[Identity, ...]:
    """The identities in a cookie; none if it is missing, too old or was tampered with."""
    if not text:
        return ()
    try:
        pairs = _signer().loads(text, max_age=_SECONDS)
        return tuple(Identity(workshop_id, participant_id) for workshop_id, participant_id in pairs)
    except (BadData, TypeError, ValueError):
        return ()


def with_current(identities: tuple[Identity, ...], current: Identity) -> tuple[Identity, ...]:
    """The identities with one more, now the current one; one a workshop."""
    return (current, *without(identities, current.workshop_id))


def without(identities: tuple[Identity, ...], workshop_id: str) -> tuple[Identity, ...]:
    """The identities except the one in a workshop."""
    return tuple(i for i in identities if i.workshop_id != workshop_id)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret_key(), salt="common-terms.identities")
