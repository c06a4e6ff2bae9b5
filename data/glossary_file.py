"""A glossary as a CSV: written for spreadsheets, and read back from what they make of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from alignment.glossary_changes import Fault, Row
from alignment.refused import NotUnderstood
from data.importing.dialects import DELIMITERS, said_delimiter
from data.importing.encodings import legacy, marked
from data.importing.records import Record, records
from data.importing.set_aside import safe_cell
from definitions.glossaries.columns import Column, cells, column_called
from definitions.glossary import Term
from definitions.phrases import number

MOST_BYTES = 5_000_000
MOST_ROWS = 2_000
QUOTE = "'"
NO_COLUMNS = (
    "No columns called “term” and “definition” were found in the first row. Download the glossary to see "
    "how the file should look. Nothing was changed."
)
TOO_MANY_CELLS = "The row has more cells than the first row has headings."


def write_glossary(terms: Iterable[Term]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need; no cell is taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in chain([tuple(Column)], (tuple(cells(term).values()) for term in terms)):
        writer.writerow([guarded(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet calculates. One that looks guarded already is guarded once more."""
    return f"{QUOTE}{cell}" if _calculates(cell.lstrip(QUOTE)) else cell


def unguarded(cell: str) -> str:
    """The cell that was guarded."""
    return cell[1:] if cell.startswith(QUOTE) and _calculates(cell.lstrip(QUOTE)) else cell


def _calculates(cell: str) -> bool:
    return safe_cell(cell) != cell


def read_glossary(raw: bytes) -> tuple[tuple[Row, ...], tuple[Fault, ...]]:
    """The rows of a file, and the lines that cannot be read; any encoding, delimiter and order of columns.

    Refused where the file is too large, or has no columns for terms and definitions.
    """
    if len(raw) > MOST_BYTES:
        raise NotUnderstood(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Nothing was changed.")
    lines = list(io.StringIO(_text(raw), newline=""))
    if said_delimiter(lines) is not None:
        lines[0] = "\n"
    delimiter = max(DELIMITERS, key=lambda each: len(_named(_first(lines, each))))
    heading = _first(lines, delimiter)
    columns = _named(heading)
    if heading is None or not {Column.TERM, Column.DEFINITION} <= set(columns):
        raise NotUnderstood(NO_COLUMNS)
    rows = [row for row in _filled(records(lines, delimiter, len(heading.cells))) if row.line > heading.line]
    if len(rows) > MOST_ROWS:
        raise NotUnderstood(f"The file has more than {number(MOST_ROWS)} rows. Nothing was changed.")
    faulty = {row.line: _fault(row, len(heading.cells)) for row in rows}
    faults = tuple(Fault(line, "", reason) for line, reason in faulty.items() if reason)
    return tuple(_row(row, columns) for row in rows if not faulty[row.line]), faults


def _text(raw: bytes) -> str:
    encoding = marked(raw[:4_096])
    if encoding is None:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode(legacy(raw), "replace")
    return raw.decode(encoding, "replace").removeprefix("\ufeff")


def _filled(rows: Iterable[Record]) -> Iterator[Record]:
    return (row for row in rows if any(cell.strip() for cell in row.cells))


def _first(lines: Sequence[str], delimiter: str) -> Record | None:
    """The row of headings: the first in which anything stands."""
    return next(_filled(records(lines, delimiter)), None)


def _named(heading: Record | None) -> dict[Column, int]:
    """Where each column stands; of two with the same name the first counts."""
    found: dict[Column, int] = {}
    for place, name in enumerate(heading.cells if heading is not None else ()):
        column = column_called(unguarded(name))
        if column is not None:
            found.setdefault(column, place)
    return found


def _fault(row: Record, width: int) -> str:
    if row.fault is not None:
        return row.fault
    return TOO_MANY_CELLS if any(cell.strip() for cell in row.cells[width:]) else ""


def _row(row: Record, columns: dict[Column, int]) -> Row:
    """A row by its columns; cells that are not there are empty."""
    found = {c: row.cells[place] if place < len(row.cells) else "" for c, place in columns.items()}
    return Row(row.line, {column: unguarded(cell) for column, cell in found.items()})
