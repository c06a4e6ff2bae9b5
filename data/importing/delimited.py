"""Reading delimited text: CSV, TSV and their kin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from data.importing.counts import some
from data.importing.dialects import delimiter_of
from data.importing.layouts import Layout, layout_of
from data.importing.quick import read_quickly
from data.importing.records import records
from data.importing.scanning import Scan
from data.importing.sorting import Sorter
from data.importing.table import NO_LEADS, Job, Table, first_rows, sort_rows
from data.importing.texts import Text, as_utf8
from data.importing.understood import Kind, Options, Progress, SetAside
from data.importing.wrapped import TAKEN_APART, is_wrapped, unwrap
from data.leads_refused import LeadsRefused

SAMPLE_LINES = 1_000
SAMPLE_BYTES = 4_000_000
QUICK_FROM = 2_000_000
"""Bytes from which DuckDB reads the text first; what it does not take whole is read exactly."""
STEP = 1_000
ONE_COLUMN = "There is only one column; if there should be more, say by what the values are parted."


def read_delimited(job: Job, found: Scan, quick_from: int = QUICK_FROM) -> Table:
    """The table in a text. May raise LeadsRefused."""
    text = _whole_rows(job, as_utf8(job.source, found, job.options.encoding, job.place))
    sample = _sample(text.path)
    delimiter = job.options.delimiter or delimiter_of(sample)
    top = list(records(sample, delimiter))
    layout = layout_of([row.cells for row in top], job.options.header_row)
    if layout.first_row >= len(top):
        raise LeadsRefused(NO_LEADS)
    first_line = top[layout.first_row].line
    known = found.size >= quick_from and not text.taken_apart
    quick = known and read_quickly(job, text, found, delimiter, layout, first_line)
    notes: tuple[str, ...] = ()
    if quick:
        kept, aside = quick, SetAside(rows=0, path=job.aside)
    else:
        sorter, aside = _exactly(job, text, found, delimiter, layout, first_line)
        kept, notes = sorter.kept, tuple(_notes(sorter))
    return Table(
        kind=Kind.TSV if delimiter == "\t" else Kind.CSV,
        options=_as_used(job.options, text, delimiter, layout),
        layout=layout,
        rows_kept=kept,
        set_aside=aside,
        first_line=first_line if quick else None,
        warnings=(*text.warnings, *notes, *([ONE_COLUMN] if layout.width == 1 else [])),
        first_rows=first_rows([row.cells for row in top]),
    )


def _whole_rows(job: Job, text: Text) -> Text:
    """The text without quotation marks around whole rows, if it has them everywhere."""
    if not is_wrapped(_sample(text.path)):
        return text
    path = job.place / "unwrapped.txt"
    unwrap(text.path, path)
    return Text(path, text.encoding, (*text.warnings, TAKEN_APART), taken_apart=True)


def _sample(path: Path) -> list[str]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        lines = list(islice(file, SAMPLE_LINES))
        if file.readline() and len(lines) > 2 and '"' in "".join(lines):
            lines = lines[: max(2, len(lines) - 50)]
    if sum(map(len, lines)) > SAMPLE_BYTES and len(lines) > 100:
        lines = lines[:100]
    return lines


def _exactly(
    job: Job, text: Text, found: Scan, delimiter: str, layout: Layout, first_line: int
) -> tuple[Sorter, SetAside]:
    with text.path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = records(_telling(job, file, text.path.stat().st_size), delimiter, layout.width)
        below = (row for row in rows if row.line >= first_line)
        return sort_rows(job, below, layout, delimiter, found.ends_with_line_end)


def _telling(job: Job, lines: Iterator[str], size: int) -> Iterator[str]:
    seen = 0
    for number, line in enumerate(lines):
        seen += len(line)
        if number % STEP == 0:
            job.tell(Progress(step="Reading the rows", done=min(seen, size), of=size))
        yield line


def _as_used(options: Options, text: Text, delimiter: str, layout: Layout) -> Options:
    used = {"encoding": text.encoding, "delimiter": delimiter, "header_row": layout.header_row}
    return options.model_copy(update=used)


def _notes(sorter: Sorter) -> Iterator[str]:
    if sorter.unwrapped:
        rows = some(sorter.unwrapped, "row stood", "rows stood")
        yield f"{rows} in quotation marks as a whole; they were taken apart."
