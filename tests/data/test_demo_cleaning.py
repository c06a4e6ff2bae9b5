"""Demo workshops go after their day; nothing else does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from alignment.actions.opening import open_workshop
from alignment.people import Team
from data.demo.make import DAYS_AGO
from data.demo_cleaning import remove_old_demos
from data.rooms import Rooms

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def open_at(rooms: Rooms, at: datetime, demo: bool) -> str:
    """Make a workshop at a time; a demo's story begins some days before it was made."""
    rooms.clock = lambda: at - DAYS_AGO if demo else at
    fields = {"name": "L", "company": "A", "offering": "P", "opener_name": "Ann", "slug": "s"}
    return rooms.open(open_workshop(**fields, opener_team=Team.SALES, demo=demo)).id


def test_only_demos_older_than_a_day_are_removed(rooms: Rooms) -> None:
    real = open_at(rooms, MONDAY, demo=False)
    old = open_at(rooms, MONDAY, demo=True)
    young = open_at(rooms, MONDAY + timedelta(hours=2), demo=True)
    rooms.clock = lambda: MONDAY + timedelta(hours=25)
    assert remove_old_demos(rooms, days=1) == 1
    assert [rooms.enter(i) is not None for i in (real, old, young)] == [True, False, True]
