"""Finding what a link opens, with the brake on guessing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from starlette.requests import HTTPConnection

from alignment.workshop import Workshop
from data.access import GUESSES, split_link, token_hash
from data.room import Room
from data.rooms import rooms
from http_routes.known import client

Way = TypeVar("Way")
Find = Callable[[Workshop, str, datetime], Way | None]


class TooManyGuesses(Exception):
    """This client tried too many wrong links."""


class NoWayIn(Exception):
    """The link opens nothing: unknown, malformed, expired or revoked."""


@dataclass(frozen=True)
class WayIn(Generic[Way]):
    """What a link opens: the room and its workshop, the invitation or personal link, the token's hash."""

    room: Room
    workshop: Workshop
    way: Way
    token_hash: str


def open_link(connection: HTTPConnection, link: str, find: Find[Way]) -> WayIn[Way]:
    """What a link opens; a wrong one is counted against the client. Reads the database."""
    if not GUESSES.may_try(client(connection)):
        raise TooManyGuesses
    found = _look(link, find)
    if found is None:
        GUESSES.was_wrong(client(connection))
        raise NoWayIn
    return found


def _look(link: str, find: Find[Way]) -> WayIn[Way] | None:
    parts = split_link(link)
    room = rooms().enter(parts[0]) if parts is not None else None
    if parts is None or room is None:
        return None
    workshop, hashed = room.workshop(), token_hash(parts[1])
    way = find(workshop, hashed, room.clock())
    return WayIn(room, workshop, way, hashed) if way is not None else None
