"""Looking into a warehouse: its table's columns and some leads, to see what the columns mean."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from data.columns import write_columns
from data.importing.limits import MOST_COLUMNS
from data.leads_refused import LeadsRefused
from data.warehouses.asking import ask
from data.warehouses.query import names_sql, sample_sql
from data.warehouses.warehouse import Warehouse

SAMPLE = 10_000
"""Leads that are looked at; the first that the warehouse gives."""


def sample(warehouse: Warehouse, called_off: Event | None = None, rows: int = SAMPLE) -> bytes:
    """Some leads as a Parquet file of texts, so that they are understood as any file is.

    Raises LeadsRefused, one sentence, when they cannot be had.
    """
    names = ask(warehouse, names_sql(warehouse.table, warehouse.dialect), called_off).names
    if len(names) > MOST_COLUMNS:
        raise LeadsRefused(f"The table has {len(names):,} columns; at most {MOST_COLUMNS} can be read.")
    found = ask(warehouse, sample_sql(warehouse.table, warehouse.dialect, names, rows), called_off).rows
    if not found:
        raise LeadsRefused(f"There are no leads in the table {warehouse.table} of “{warehouse.name}”.")
    columns = {
        name: ("VARCHAR", values) for name, values in zip(names, zip(*found, strict=True), strict=True)
    }
    with TemporaryDirectory() as place:
        path = Path(place) / "sample.parquet"
        write_columns(path, columns)
        return path.read_bytes()
