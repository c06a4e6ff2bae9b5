"""Journeys of a set of outcomes that is kept, and what its leads are called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from data.description import parquet_path
from data.leads_refused import LeadsRefused
from data.outcomes.columnar import read, references
from data.outcomes.outcome_file import NOT_THERE, outcome_file
from definitions.measures.journeys import Journeys

UTC = ZoneInfo("UTC")


def load(folder: Path, set_hash: str, zone: ZoneInfo = UTC) -> Journeys:
    """The journeys of a set; raises LeadsRefused when it is not there or damaged.

    ``zone``: where months and weeks begin, the handoff's.
    """
    file, path = outcome_file(folder, set_hash), parquet_path(folder, set_hash)
    if not path.exists():
        raise LeadsRefused(NOT_THERE)
    return read(path, file, zone)


def called(folder: Path, set_hash: str, rows: Sequence[int]) -> tuple[str, ...]:
    """What the leads in some rows are called, in the order of the rows; empty where nothing says so."""
    path = parquet_path(folder, set_hash)
    if not path.exists():
        raise LeadsRefused(NOT_THERE)
    return references(path, rows)
