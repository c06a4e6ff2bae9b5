"""Workshops in which everybody votes, as they are kept."""

from __future__ import annotations

from collections import Counter

from alignment.facts import BallotCast
from alignment.people import Team
from benchmarks.rooms import Story
from data.room import Room
from data.rooms import Rooms, utc_now

OPENING = {
    "name": "Leads 2026",
    "company": "Northwind Tools",
    "offering": "Tools",
    "opener_name": "Ann",
    "opener_team": Team.MARKETING,
    "slug": "leads-2026",
}


def voting(rooms: Rooms, participants: int = 9) -> Room:
    """A workshop in which every ballot is open and nobody has voted."""
    story = Story(participants, 0, utc_now())
    return rooms.keep(story.rehearsal.workshop.id, story.rehearsal.entries)


def again(rooms: Rooms, workshop_id: str) -> Room:
    """The same workshop as another process opens it: nothing in memory yet."""
    room = Rooms(rooms.ledger).enter(workshop_id)
    assert room is not None
    return room


def reasons(room: Room) -> Counter[str]:
    """How often each reason for a vote is in the record."""
    return Counter(entry.fact.reason for entry in room.record() if isinstance(entry.fact, BallotCast))
