"""Removing demo workshops that have had their day."""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import ValidationError

from alignment.facts import WorkshopOpened, read_fact
from data.demo.make import DAYS_AGO
from data.ledger import Row
from data.rooms import Rooms


def remove_old_demos(rooms: Rooms, days: int) -> int:
    """Remove the demo workshops made more than some days ago; how many there were.

    Each one's story begins ``DAYS_AGO`` before it was made.
    """
    before = rooms.clock() - timedelta(days=days) - DAYS_AGO
    old = [row.workshop_id for row in rooms.ledger.openings() if _is_old_demo(row, before)]
    for workshop_id in old:
        rooms.remove(workshop_id)
    return len(old)


def _is_old_demo(opening: Row, before: datetime) -> bool:
    try:
        fact = read_fact(opening.body)
        opened_at = datetime.fromisoformat(opening.recorded_at)
    except (ValidationError, ValueError):
        return False
    return isinstance(fact, WorkshopOpened) and fact.demo and opened_at < before
