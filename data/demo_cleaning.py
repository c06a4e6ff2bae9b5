"""Removing demo workshops that have had their day, and the leads that were added to them alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from pydantic import ValidationError

from alignment.facts import LeadSetAdded, WorkshopOpened, read_fact
from data.demo.make import DAYS_AGO
from data.lead_file import parquet_path
from data.ledger import Row
from data.rooms import Rooms
from data.samples import sample_leads
from data.settings import settings

LEADS_ADDED = str(LeadSetAdded.model_fields["kind"].default)
JUST_WRITTEN = timedelta(hours=1)
"""A file as young as this may be on its way into another workshop."""


def remove_old_demos(rooms: Rooms, days: int) -> int:
    """Remove the demo workshops made more than some days ago; how many there were.

    Each one's story begins ``DAYS_AGO`` before it was made.
    """
    before = rooms.clock() - timedelta(days=days) - DAYS_AGO
    old = [row.workshop_id for row in rooms.ledger.openings() if _is_old_demo(row, before)]
    leads = _lead_sets(row for row in rooms.ledger.of_kind(LEADS_ADDED) if row.workshop_id in old)
    for workshop_id in old:
        rooms.remove(workshop_id)
    if leads:
        _forget(leads - _lead_sets(rooms.ledger.of_kind(LEADS_ADDED)), rooms.clock() - JUST_WRITTEN)
    return len(old)


def _lead_sets(rows: Iterable[Row]) -> set[str]:
    """The hashes in these rows. Looked for as text, so that damage elsewhere in a row hides none."""
    return {found for row in rows for found in re.findall("[0-9a-f]{64}", row.body)}


def _forget(lead_sets: set[str], before: datetime) -> None:
    """Remove the files of lead sets, but for the sample, which every next demo needs again."""
    for lead_set in lead_sets - {hashlib.sha256(sample_leads()).hexdigest()}:
        path = parquet_path(settings().leads, lead_set)
        if path.exists() and path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)


def _is_old_demo(opening: Row, before: datetime) -> bool:
    try:
        fact = read_fact(opening.body)
        opened_at = datetime.fromisoformat(opening.recorded_at)
    except (ValidationError, ValueError):
        return False
    return isinstance(fact, WorkshopOpened) and fact.demo and opened_at < before
