"""A lead set that is kept, as if its leads had just been read: to be mapped again, into a new set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Literal

import duckdb

from data.importing import ImportCancelled, Options, Progress, Understood
from data.importing.columns import described
from data.importing.understood import Column, Kind, SetAside
from data.lead_file import DAMAGED, LeadFile, lead_file, parquet_path
from data.lead_table import LINE, lead_table
from data.leads_refused import LeadsRefused
from data.raw_rows import PLACE
from data.sandbox import sandbox
from definitions.numbers import DecimalMark

PREVIEW_ROWS = 20
FIRST_LINE = 2
"""The line of the first lead in a file whose first line names the columns."""


def kept_leads(
    folder: Path,
    lead_set: str,
    options: Options,
    work: Path,
    progress: Callable[[Progress], None],
    cancelled: Event,
    *,
    name: str = "",
) -> Understood:
    """The kept columns of a lead set; what was not kept is not there any more.

    Raises LeadsRefused when the leads are gone or damaged, and ImportCancelled.
    """

    def tell(now: Progress) -> None:
        if cancelled.is_set():
            raise ImportCancelled("It was called off; nothing was changed.")
        progress(now)

    file = lead_file(folder, lead_set)
    try:
        raw, columns = _columns(folder, lead_set, file, work)
        found, decimal = described(raw, columns, options.decimal or _decimal(file), tell)
        rows, preview = _rows(raw, columns)
    except duckdb.Error as error:
        raise LeadsRefused(DAMAGED) from error
    return Understood(
        kind=Kind.PARQUET,
        file_name=file.file_name if file else name,
        raw_sha256=file.raw_sha256 if file else lead_set,
        options=Options(decimal=decimal),
        raw=raw,
        rows_read=file.read if file else rows,
        rows_kept=rows,
        set_aside=_set_aside(file, work),
        columns=found,
        preview=preview,
    )


def _decimal(file: LeadFile | None) -> Literal[".", ","] | None:
    if file is None:
        return None
    return "," if file.mapping.decimal is DecimalMark.COMMA else "."


def _columns(
    folder: Path, lead_set: str, file: LeadFile | None, work: Path
) -> tuple[Path, tuple[Column, ...]]:
    """Where the rows are, their columns called c01, c02, ..., and those columns."""
    path = parquet_path(folder, lead_set)
    with lead_table(folder, lead_set) as table:
        names = table.columns
    if file is not None:
        return path, tuple(Column(name=name, header=file.headers[name]) for name in names)
    columns = tuple(Column(name=f"c{n:02}", header=name) for n, name in enumerate(names, start=1))
    return _renamed(path, columns, work / "leads.parquet"), columns


def _renamed(path: Path, columns: tuple[Column, ...], target: Path) -> Path:
    """A copy of leads that are read by their columns' names, with the names and the lines of a file."""
    cells = [f"{_quoted(column.header)} AS {column.name}" for column in columns]
    with sandbox(path, target) as connection:
        rows = connection.read_parquet(str(path), file_row_number=True)
        rows = rows.project(", ".join([f"{PLACE} + {FIRST_LINE} AS {LINE}", *cells]))
        rows.write_parquet(str(target), compression="zstd")
    return target


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _rows(raw: Path, columns: tuple[Column, ...]) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """How many rows there are, and the first of them."""
    with sandbox(raw) as connection:
        rows = connection.read_parquet(str(raw))
        names = ", ".join(column.name for column in columns)
        first = rows.limit(PREVIEW_ROWS).project(names).fetchall()
        count = rows.aggregate("count(*)").fetchall()[0][0]
    return int(count), tuple(tuple(cell or "" for cell in row) for row in first)


def _set_aside(file: LeadFile | None, work: Path) -> SetAside:
    """What was set aside when the file was read; the rows themselves were not kept."""
    if file is None:
        return SetAside(rows=0, path=work / "set aside.csv")
    return SetAside(rows=file.set_aside, path=work / "set aside.csv", reasons=file.reasons)
