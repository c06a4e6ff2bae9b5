"""Reading one file of leads from beginning to end, as the process made for it does."""

from __future__ import annotations

from pathlib import Path

from data.importing.columns import column_warnings, described
from data.importing.delimited import read_delimited
from data.importing.headers import columns_of, header_warnings
from data.importing.kinds import kind_of
from data.importing.parquet import read_parquet
from data.importing.raw_table import confined
from data.importing.scanning import Scan, scan
from data.importing.table import Job, Table
from data.importing.understood import Kind, Progress, Understood
from data.importing.workbooks import read_workbook

PREVIEW = 10


def read_leads(job: Job, file_name: str) -> Understood:
    """What is in the file; its leads are in the job's place then. May raise LeadsRefused."""
    kind = kind_of(job.source)
    size = job.source.stat().st_size
    found = scan(job.source, lambda done: job.tell(Progress(step="Checking the file", done=done, of=size)))
    table = _table(job, kind, found)
    columns = columns_of(table.layout.names, table.layout.width)
    columns, decimal = described(job.raw, columns, job.options.decimal, job.tell)
    return Understood(
        kind=table.kind,
        file_name=file_name,
        raw_sha256=found.sha256,
        options=table.options.model_copy(update={"decimal": decimal}),
        raw=job.raw,
        first_line=table.first_line,
        sheets=table.sheets,
        preamble_rows=max(0, table.layout.first_row - bool(table.layout.names)),
        rows_read=table.rows_kept + table.set_aside.rows,
        rows_kept=table.rows_kept,
        set_aside=table.set_aside,
        warnings=(
            *_name_warning(table.kind, file_name),
            *table.warnings,
            *table.layout.warnings,
            *header_warnings(columns),
            *column_warnings(columns),
        ),
        columns=columns,
        first_rows=table.first_rows,
        preview=_preview(job.raw, [column.name for column in columns]),
    )


def _table(job: Job, kind: Kind | None, found: Scan) -> Table:
    if kind is None:
        return read_delimited(job, found)
    return read_parquet(job) if kind is Kind.PARQUET else read_workbook(job, kind)


def _name_warning(kind: Kind, file_name: str) -> tuple[str, ...]:
    """A sentence if the name promises another kind of file."""
    ending = Path(file_name).suffix.lower().lstrip(".")
    texts = {"csv", "tsv", "txt", "tab"}
    same = ending in texts if kind in (Kind.CSV, Kind.TSV) else ending in (kind.value, "xlsm", "xlsb")
    if same or not ending:
        return ()
    return (f"The name ends in .{ending[:10]}, but by its content the file is {kind.value.upper()}.",)


def _preview(raw: Path, names: list[str]) -> tuple[tuple[str, ...], ...]:
    """The first leads as they stand in the file, whose order the raw table has."""
    with confined(raw) as connection:
        rows = connection.read_parquet(str(raw)).project(", ".join(names)).limit(PREVIEW).fetchall()
    return tuple(tuple("" if cell is None else str(cell)[:200] for cell in row) for row in rows)
