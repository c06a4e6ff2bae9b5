"""Texts in which every row stands in quotation marks as a whole, as spreadsheets write a single column."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from data.importing.dialects import delimiter_of
from data.importing.records import Record, records

TAKEN_APART = "Every row stood in quotation marks as a whole and was taken apart."


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether each of these lines is one quoted value, and within it all have the same several values."""
    if not (lines and lines[0].startswith('"')):
        return False
    rows = [row for row in records(lines, "\0") if row.text]
    if not rows or not all(_is_whole(row) for row in rows):
        return False
    inner = [row.cells[0] + "\n" for row in rows]
    widths = {len(row.cells) for row in records(inner, delimiter_of(inner))}
    return len(widths) == 1 and widths != {1}


def unwrap(source: Path, target: Path) -> None:
    """Write the text without the quotation marks around its rows."""
    with (
        source.open(encoding="utf-8", errors="replace", newline="") as lines,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        out.writelines(_unwrapped(lines))


def _unwrapped(lines: Iterable[str]) -> Iterator[str]:
    for row in records(lines, "\0"):
        yield (row.cells[0] if _is_whole(row) else row.text) + "\n"


def _is_whole(row: Record) -> bool:
    return not row.fault and len(row.cells) == 1 and row.text.startswith('"') and row.text.endswith('"')


def inside(cell: str, delimiter: str, width: int) -> list[str] | None:
    """The values within one quoted value; None unless they are as many as the table is wide."""
    try:
        cells = next(csv.reader([cell], delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration):
        return None
    return cells if len(cells) == width else None
