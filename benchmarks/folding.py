"""How long it takes to open a large workshop from disk: read, check every hash, fold."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks.rooms import large_room
from benchmarks.telling import json_option, tell
from data.ledger import Ledger
from data.rooms import Rooms

TARGET_MS = 300


@click.command()
@click.option("--participants", default=40, show_default=True)
@click.option("--facts", default=5_000, show_default=True)
@click.option("--times", default=7, show_default=True, help="How often it is opened.")
@json_option
def main(participants: int, facts: int, times: int, as_json: bool) -> None:
    """Measure opening a workshop of 60 clauses from its record."""
    with TemporaryDirectory() as place:
        url = f"sqlite:///{Path(place) / 'record.sqlite3'}"
        rooms = Rooms(Ledger(url))
        room = large_room(rooms, participants, facts)
        rooms.ledger.close()
        took = [opening_ms(url, room.id) for _ in range(times)]
    measured = {
        "facts": facts,
        "participants": participants,
        "median_ms": round(statistics.median(took), 1),
        "worst_ms": round(max(took), 1),
        "target_ms": TARGET_MS,
    }
    tell(measured, f"{measured['median_ms']} ms to open {facts} facts", as_json)


def opening_ms(url: str, workshop_id: str) -> float:
    """Milliseconds until a process that knows nothing yet has the workshop."""
    rooms = Rooms(Ledger(url))
    begun = time.perf_counter()
    room = rooms.enter(workshop_id)
    took = (time.perf_counter() - begun) * 1_000
    rooms.ledger.close()
    assert room is not None
    assert room.damage is None
    return took


if __name__ == "__main__":
    main()
