"""Reading Parquet files."""

from __future__ import annotations

import duckdb

from data.importing.layouts import Layout
from data.importing.limits import MOST_COLUMNS, MOST_ROWS
from data.importing.raw_table import confined
from data.importing.set_aside import Aside
from data.importing.table import NO_LEADS, Job, Table, first_rows
from data.importing.understood import Kind, Progress
from data.leads_refused import LeadsRefused

DAMAGED = "The Parquet file is damaged or cut off; export it again."
FRACTIONS = ("FLOAT", "DOUBLE")


def read_parquet(job: Job) -> Table:
    """The table in a Parquet file, as text. May raise LeadsRefused."""
    link = job.place / "leads.parquet"
    link.symlink_to(job.source.absolute())
    job.tell(Progress(step="Reading the rows", done=0, of=1))
    try:
        with confined(link.resolve(), link, job.raw) as connection:
            return _read(job, connection.read_parquet(str(link)))
    except duckdb.Error as error:
        raise LeadsRefused(DAMAGED) from error
    finally:
        link.unlink()


def _read(job: Job, rows: duckdb.DuckDBPyRelation) -> Table:
    kept = int(rows.aggregate("count(*)").fetchall()[0][0])
    _refuse(kept, len(rows.columns))
    casts = [
        _text(f'"{name.replace(chr(34), chr(34) * 2)}"', str(rows.types[place]))
        for place, name in enumerate(rows.columns)
    ]
    named = [f"{cast} AS c{number:02d}" for number, cast in enumerate(casts, start=1)]
    table = rows.project(", ".join(["row_number() OVER () AS line", *named]))
    table.write_parquet(str(job.raw), compression="zstd")
    with Aside(job.aside) as aside:
        names = tuple(rows.columns)
        return Table(
            kind=Kind.PARQUET,
            options=job.options.model_copy(update={"header_row": 0}),
            layout=Layout(0, 1, len(names), names, len(names), float(len(names))),
            rows_kept=kept,
            set_aside=aside.summary(),
            first_rows=first_rows([names]),
        )


def _refuse(rows: int, columns: int) -> None:
    if not rows:
        raise LeadsRefused(NO_LEADS)
    if rows > MOST_ROWS:
        raise LeadsRefused(f"The file has more than {MOST_ROWS:,} rows.")
    if columns > MOST_COLUMNS:
        raise LeadsRefused(f"The file has {columns:,} columns; at most {MOST_COLUMNS} can be read.")


def _text(column: str, kind: str) -> str:
    """A column as text: whole numbers without a point, and nothing for what is no number."""
    text = f"nullif(CAST({column} AS VARCHAR), '')"
    if kind not in FRACTIONS:
        return text
    whole = f"CAST(CAST({column} AS HUGEINT) AS VARCHAR)"
    return (
        f"CASE WHEN NOT isfinite({column}) THEN NULL WHEN {column} = trunc({column}) AND "
        f"abs({column}) < 1e21 THEN {whole} ELSE {text} END"
    )
