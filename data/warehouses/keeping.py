"""Keeping what a warehouse counted as a lead set of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from data.counted_file import Asked, CountedFile, Grouped
from data.counted_set import Counts, counts_sha256, write_counted_set
from data.leads_refused import LeadsRefused
from data.profile_query import gathered
from data.warehouses.request import Request
from definitions.lead_set import LeadSet
from definitions.origin import Origin


def keep_counts(request: Request, counts: Counts, folder: Path, name: str, now: datetime) -> LeadSet:
    """Keep the counts, named by what was asked and what came of it; raises LeadsRefused if it is no lead."""
    file = _described(request, counts, now)
    if not counts["leads"].sum():
        raise LeadsRefused(f"There are no leads in the table {request.warehouse.table}.")
    write_counted_set(file, counts, folder)
    return _lead_set(file, request, counts, name)


def _described(request: Request, counts: Counts, now: datetime) -> CountedFile:
    warehouse, read = request.warehouse, request.readings
    return CountedFile(
        origin=Origin(warehouse=warehouse.name, table=warehouse.table, counted_at=now),
        headers=dict(request.headers),
        mapping=request.mapping,
        criteria=tuple(Asked(name=each.name, labels=each.labels) for each in read.criteria),
        groups=tuple(
            Grouped(by=by, labels=each.labels) for by, each in zip(request.by, read.groups, strict=True)
        ),
        sql=request.sql,
        counts_sha256=counts_sha256(counts),
    )


def _lead_set(file: CountedFile, request: Request, counts: Counts, name: str) -> LeadSet:
    profiles = gathered(request.readings, counts)
    return LeadSet.counted(
        file.hash,
        name,
        profiles,
        criteria=tuple(each.name for each in request.readings.criteria if each.column),
        not_understood=(),
        not_understood_leads=0,
        raw_sha256=file.counts_sha256,
        origin=file.origin,
    )
