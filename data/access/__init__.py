"""Who may come in: tokens, the signed cookie, tickets, the host key, and a brake on guessing."""

from __future__ import annotations

from data.access.cookies import (
    COOKIE_DAYS,
    COOKIE_NAME,
    Identity,
    open_cookie,
    seal_cookie,
    with_current,
    without,
)
from data.access.guesses import GUESSES, Guesses
from data.access.host_key import host_key, host_key_is_right, needs_host_key
from data.access.pace import Pace
from data.access.tickets import make_ticket, take_ticket
from data.access.tokens import link_token, new_token, split_link, token_hash

__all__ = [
    "COOKIE_DAYS",
    "COOKIE_NAME",
    "GUESSES",
    "Guesses",
    "Identity",
    "Pace",
    "host_key",
    "host_key_is_right",
    "link_token",
    "make_ticket",
    "needs_host_key",
    "new_token",
    "open_cookie",
    "seal_cookie",
    "split_link",
    "take_ticket",
    "token_hash",
    "with_current",
    "without",
]
