"""Keys for other systems, for tests of the interface."""

from __future__ import annotations

from typing import Any

from alignment.actions.connections import make_key
from data.access import link_token, new_token, token_hash
from data.room import Room


def key_to(room: Room, name: str = "Newsletter") -> str:
    """A fresh key, as another system has it."""
    token = new_token()
    room.act(make_key, "p1", name, token_hash(token))
    return link_token(room.id, token)


def bearer(key: str) -> dict[str, str]:
    """The header with a key."""
    return {"Authorization": f"Bearer {key}"}


def problem(answer: Any) -> dict[str, Any]:
    """A refusal in the standard form, with what it says."""
    assert answer.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert told["status"] == answer.status_code
    assert told["type"] == "about:blank"
    assert told["detail"].endswith(".")
    return told
