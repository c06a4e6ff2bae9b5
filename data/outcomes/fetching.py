"""Outcomes from a warehouse: only the columns that mean something are fetched, read here as a file's are."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from data.columns import write_columns
from data.importing.understood import SetAside, Understood
from data.leads_refused import LeadsRefused
from data.outcomes.keeping import keep
from data.outcomes.outcome_file import OutcomeFile
from data.warehouses.asking import ask
from data.warehouses.query import sample_sql
from data.warehouses.warehouse import Warehouse
from definitions.criteria import Criterion
from definitions.measures.outcome_mapping import OutcomesMapping
from definitions.origin import Origin

MOST_ROWS = 500_000
"""The most leads that are fetched; a view of the last years makes a larger table small enough."""


def fetch_sql(warehouse: Warehouse, seen: Understood, mapping: OutcomesMapping) -> str:
    """The query as it will run: the used columns as texts, one row more than can be taken."""
    names = [header for _, header in _used(seen, mapping)]
    return sample_sql(warehouse.table, warehouse.dialect, names, MOST_ROWS + 1)


def fetch(
    warehouse: Warehouse,
    seen: Understood,
    mapping: OutcomesMapping,
    criteria: Sequence[Criterion],
    folder: Path,
    now: datetime,
    called_off: Event | None = None,
) -> OutcomeFile:
    """Fetch and keep a table's outcomes; ``seen``: what was understood of its first rows.

    Raises LeadsRefused, one sentence, and keeps nothing, when they cannot be had.
    """
    used = _used(seen, mapping)
    if not used:
        raise LeadsRefused(
            "No column means anything yet; choose at least one that says when something happened."
        )
    rows = ask(warehouse, fetch_sql(warehouse, seen, mapping), called_off).rows
    if len(rows) > MOST_ROWS:
        raise LeadsRefused(f"The table has more than {MOST_ROWS:,} leads; use a view of the last years.")
    if not rows:
        raise LeadsRefused(f"There are no leads in the table {warehouse.table}.")
    with TemporaryDirectory() as place:
        path = Path(place) / "rows.parquet"
        texts = zip(*rows, strict=True)
        write_columns(path, {name: ("VARCHAR", v) for (name, _), v in zip(used, texts, strict=True)})
        origin = Origin(warehouse=warehouse.name, table=warehouse.table, counted_at=now)
        found = _understood(seen, path, len(rows), warehouse)
        return keep(found, mapping, criteria, folder, now, origin)


def _used(seen: Understood, mapping: OutcomesMapping) -> list[tuple[str, str]]:
    used = mapping.used
    return [(column.name, column.header) for column in seen.columns if column.name in used]


def _understood(seen: Understood, path: Path, rows: int, warehouse: Warehouse) -> Understood:
    """The rows as a file's would be."""
    return seen.model_copy(
        update={
            "file_name": f"{warehouse.name} {warehouse.table}",
            "raw_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "raw": path,
            "first_line": 1,
            "rows_read": rows,
            "rows_kept": rows,
            "set_aside": SetAside(rows=0, path=path),
        }
    )
