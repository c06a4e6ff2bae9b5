"""Durable ballots a second: 100 participants cast 50 each at once, in one process, on SQLite."""

from __future__ import annotations

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from alignment.actions.ballots import cast_ballot
from alignment.facts import BallotCast
from alignment.stances import Stance
from benchmarks.rooms import Story
from benchmarks.telling import json_option, tell
from data.ledger import Ledger
from data.room import Room
from data.rooms import Rooms

TARGET = 500
Vote = tuple[str, str]


@click.command()
@click.option("--participants", default=100, show_default=True)
@click.option("--ballots", default=50, show_default=True, help="How many each casts.")
@json_option
def main(participants: int, ballots: int, as_json: bool) -> None:
    """Measure durable ballots a second, and check that each acknowledged one is kept exactly once."""
    with TemporaryDirectory() as place:
        measured = measure(f"sqlite:///{Path(place) / 'record.sqlite3'}", participants, ballots)
    tell(measured, _sentence(measured), as_json)
    raise SystemExit(0 if measured["exactly_once"] and measured["verified"] else 1)


def measure(url: str, participants: int, ballots: int) -> dict[str, object]:
    """Everybody votes at once in a fresh workshop in the database at ``url``."""
    rooms = Rooms(Ledger(url))
    story = Story(participants, 0, rooms.clock())
    room = rooms.keep(story.rehearsal.workshop.id, story.rehearsal.entries)
    people = [person.id for person in room.workshop().voters()]
    begun = time.perf_counter()
    with ThreadPoolExecutor(len(people)) as at_once:
        acknowledged = [
            vote for votes in at_once.map(lambda p: _votes(room, p, ballots), people) for vote in votes
        ]
    seconds = time.perf_counter() - begun
    rooms.ledger.close()
    return {
        "participants": len(people),
        "acknowledged": len(acknowledged),
        "seconds": round(seconds, 3),
        "ballots_a_second": round(len(acknowledged) / seconds),
        "target": TARGET,
        **_kept(url, room.id, acknowledged),
    }


def _votes(room: Room, person: str, ballots: int) -> list[Vote]:
    clauses = list(room.workshop().clauses)
    acknowledged = []
    for number in range(ballots):
        clause_id = clauses[number % len(clauses)]
        reason = f"Vote {number} of {person}"
        room.act(cast_ballot, person, clause_id, Stance.AGREE, reason)
        acknowledged.append((person, reason))
    return acknowledged


def _kept(url: str, workshop_id: str, acknowledged: list[Vote]) -> dict[str, object]:
    """What somebody who opens the record afresh finds."""
    ledger = Ledger(url)
    room = Rooms(ledger).enter(workshop_id)
    assert room is not None
    cast = [entry for entry in room.record() if isinstance(entry.fact, BallotCast)]
    kept = Counter((entry.actor, entry.fact.reason) for entry in cast)
    ledger.close()
    return {
        "found": len(cast),
        "exactly_once": kept == Counter(acknowledged) and max(kept.values()) == 1,
        "verified": room.damage is None,
    }


def _sentence(measured: dict[str, object]) -> str:
    return "{ballots_a_second} durable ballots a second; {acknowledged} acknowledged, {found} found".format(
        **measured
    )


if __name__ == "__main__":
    main()
