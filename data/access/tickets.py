"""Tickets: how a page hands the browser a cookie. Single use, short-lived, in memory only."""

from __future__ import annotations

import time
from threading import Lock

from data.access.cookies import Identity
from data.access.tokens import new_token, token_hash

SECONDS = 60.0
_lock = Lock()
_open: dict[str, tuple[Identity, float]] = {}


def make_ticket(identity: Identity) -> str:
    """A ticket that the browser exchanges at /enter for a cookie with this identity."""
    ticket, now = new_token(), time.monotonic()
    with _lock:
        for old in [key for key, (_, until) in _open.items() if until <= now]:
            del _open[old]
        _open[token_hash(ticket)] = (identity, now + SECONDS)
    return ticket


def take_ticket(ticket: str) -> Identity | None:
    """The identity a ticket stands for, once; ``None`` if it is unknown, used or too old."""
    with _lock:
        identity, until = _open.pop(token_hash(ticket), (None, 0.0))
    return identity if time.monotonic() < until else None
