"""Rooms in which clauses are drafted, voted on, and agreed."""

from __future__ import annotations

from alignment.actions.ballots import open_all_ballots, open_ballot
from alignment.actions.clauses import propose_all, propose_clause
from alignment.rounds import Round
from tests.alignment.rooms import Room, criterion, staffed_room
from tests.alignment.stages import everybody_votes


def drafting_room() -> Room:
    """Mark proposed Budget; nobody has voted."""
    room = staffed_room()
    room.act(propose_clause, room.id("Mark"), criterion())
    return room


def voting_room() -> Room:
    """The ballot on Mark's Budget is open."""
    room = drafting_room()
    room.act(open_ballot, "p1", room.clause("Budget").id)
    return room


def round_of(room: Room) -> Round:
    """The latest round of voting on Budget."""
    found = room.clause("Budget").round
    assert found is not None
    return found


def agreed_room(*contents: object) -> Room:
    """Everybody agrees on these clauses."""
    room = staffed_room()
    room.act(propose_all, "p1", contents)
    room.act(open_all_ballots, "p1")
    for clause in list(room.workshop.clauses.values()):
        everybody_votes(room, clause.name)
    return room
