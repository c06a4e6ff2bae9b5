"""Tokens that open a way in: only their holder knows them, and only their hash is kept."""

from __future__ import annotations

import hashlib
import re
import secrets

_LINK = re.compile(r"([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})", re.ASCII)


def new_token() -> str:
    """A fresh token of 256 random bits, safe in an address: 43 characters."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is kept of a token: its SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def link_token(workshop_id: str, token: str) -> str:
    """The last part of a link: which workshop, and the token that opens it."""
    return f"{workshop_id}.{token}"


def split_link(text: str) -> tuple[str, str] | None:
    """The workshop and the token of a link; ``None`` if it cannot be one."""
    match = _LINK.fullmatch(text)
    return (match[1], match[2]) if match is not None else None
