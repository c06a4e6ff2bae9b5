"""The quick way with a large clean text: DuckDB reads it, and nothing may be unusual about it."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

from data.importing.endings import TOTALS
from data.importing.layouts import Layout
from data.importing.limits import MOST_ROWS
from data.importing.raw_table import confined, read_strictly
from data.importing.scanning import Scan
from data.importing.set_aside import Aside
from data.importing.table import Job
from data.importing.texts import Text
from data.importing.understood import Progress
from data.importing.values import BLANKS, literal, trimmed
from definitions.texts import fold_name

LAST_ROWS = 60


def read_quickly(
    job: Job, text: Text, found: Scan, delimiter: str, layout: Layout, first_line: int
) -> int | None:
    """How many leads were written; None if any row is not plainly a lead, and nothing was written then."""
    counted = found.lines - (first_line - 1)
    if not found.plain or layout.width < 2 or text.encoding.startswith(("utf-16", "utf-32")):
        return None
    if counted > MOST_ROWS:
        return None
    job.tell(Progress(step="Reading the rows", done=0, of=found.size))
    link = job.place / "leads.txt"
    _link(text.path, link)
    try:
        with confined(link, job.raw) as connection:
            _write(connection, link, job.raw, delimiter, layout, first_line - 1)
            sound = _is_sound(connection, job.raw, layout, counted)
    except duckdb.Error:
        sound = False
    link.unlink()
    if not sound:
        job.raw.unlink(missing_ok=True)
        return None
    with Aside(job.aside):
        return counted


def _link(source: Path, link: Path) -> None:
    """A plain name: DuckDB reads more than one file where a name has an asterisk."""
    try:
        os.link(source, link)
    except OSError:
        link.symlink_to(source.absolute())


def _names(layout: Layout) -> list[str]:
    return [f"c{number:02d}" for number in range(1, layout.width + 1)]


def _write(
    connection: duckdb.DuckDBPyConnection, link: Path, raw: Path, delimiter: str, layout: Layout, skip: int
) -> None:
    rows = read_strictly(connection, link, _names(layout), delimiter, skip=skip)
    rows.write_parquet(str(raw), compression="snappy")


def _is_sound(connection: duckdb.DuckDBPyConnection, raw: Path, layout: Layout, counted: int) -> bool:
    """Whether there are as many rows as lines, and none is blank, a total, a footer or names repeated."""
    names, table = _names(layout), connection.read_parquet(str(raw))
    last = connection.read_parquet(str(raw), file_row_number=True)
    first = "(coalesce(" + ", ".join(f"nullif({trimmed(name)}, '')" for name in names) + "))"
    totals = ", ".join(f"'{word}'" for word in TOTALS)
    header = fold_name(layout.names[0]).replace("'", "''") if layout.names else ""
    filled = " + ".join(f"CAST(coalesce({trimmed(name)}, '') <> '' AS INTEGER)" for name in names)
    unusual = (
        table.filter(f"left(c01, 1) IN ({', '.join(map(literal, BLANKS.strip(' ')))})"),
        table.filter("c01 IS NULL OR trim(c01) = ''").filter(
            f"{first} IS NULL OR lower(rtrim({first}, ' :.')) IN ({totals})"
        ),
        table.filter(f"lower(trim(c01, ' :.')) IN ({totals}, '{header}')"),
        last.filter(f"file_row_number >= {counted - LAST_ROWS}").filter(f"{filled} <= 1"),
    )
    rows = table.aggregate("count(*)").fetchall()
    return rows == [(counted,)] and not any(found.limit(1).fetchall() for found in unusual)
