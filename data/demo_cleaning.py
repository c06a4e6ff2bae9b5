"""Removing demo workshops that have had their day."""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import ValidationError

from alignment.facts import WorkshopOpened, read_fact
from data.ledger import Row
from data.rooms import Rooms


def remove_old_demos(rooms: Rooms, days: int) -> int:
    """Remove the demo workshops opened more than some days ago; how many there were."""
    before = rooms.clock() - timedelta(days=days)
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
