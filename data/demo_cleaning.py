"""Removing demo workshops that have had their day, and leads and outcomes that were added to them alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from pydantic import ValidationError

from alignment.facts import LeadSetAdded, OutcomeSetAdded, WorkshopOpened, read_fact
from data.demo.make import DAYS_AGO
from data.lead_file import parquet_path
from data.ledger import Row
from data.rooms import Rooms
from data.samples import sample_leads, sample_outcomes
from data.settings import settings

ADDED = tuple(str(fact.model_fields["kind"].default) for fact in (LeadSetAdded, OutcomeSetAdded))
JUST_WRITTEN = timedelta(hours=1)
"""A file as young as this may be on its way into another workshop."""


def remove_old_demos(rooms: Rooms, days: int) -> int:
    """Remove the demo workshops made more than some days ago; how many there were."""
    before = rooms.clock() - timedelta(days=days)
    old = [row.workshop_id for row in rooms.ledger.openings() if _is_old_demo(row, before)]
    added = _sets(row for row in _additions(rooms) if row.workshop_id in old)
    for workshop_id in old:
        rooms.remove(workshop_id)
    if added:
        _forget(added - _sets(_additions(rooms)), rooms.clock() - JUST_WRITTEN)
    return len(old)


def _additions(rooms: Rooms) -> Iterator[Row]:
    """The rows by which leads and outcomes were added, but for samples, which every next demo needs again."""
    samples = [hashlib.sha256(sample()).hexdigest() for sample in (sample_leads, sample_outcomes)]
    for kind in ADDED:
        yield from (
            row for row in rooms.ledger.of_kind(kind) if not any(each in row.body for each in samples)
        )


def _sets(rows: Iterable[Row]) -> set[str]:
    """The hashes in these rows. Looked for as text, so that damage elsewhere in a row hides none."""
    return {found for row in rows for found in re.findall("[0-9a-f]{64}", row.body)}


def _forget(sets: set[str], before: datetime) -> None:
    """Remove the files of these sets."""
    for each in sets:
        path = parquet_path(settings().leads, each)
        if path.exists() and path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)


def _is_old_demo(opening: Row, before: datetime) -> bool:
    try:
        fact = read_fact(opening.body)
        opened_at = datetime.fromisoformat(opening.recorded_at)
    except (ValidationError, ValueError):
        return False
    # Before demos said when they were made, each one's story began DAYS_AGO before that.
    return isinstance(fact, WorkshopOpened) and fact.demo and (fact.made_at or opened_at + DAYS_AGO) < before
