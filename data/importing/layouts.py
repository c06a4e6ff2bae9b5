"""Where a table's column names stand, where its leads begin, and how wide it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from data.importing.limits import MOST_COLUMNS
from data.importing.shapes import Shape, shape_of
from data.importing.understood import NO_HEADER
from data.leads_refused import LeadsRefused
from definitions.texts import fold_name

LOOKED_AT = 200
FULL = 0.6
"""The share of a usual row's filled cells from which a row belongs to the table and is no title."""
NAMELESS = "The first row looks like a lead, so the columns have no names yet; if it holds names, say so."
Row = Sequence[str]


@dataclass(frozen=True)
class Layout:
    """Rows count from 0. ``names`` are the column names as written, () if there are none.

    ``usual`` is how many cells most rows have, ``filled`` how many of them are filled in the middle row.
    """

    header_row: int
    first_row: int
    width: int
    names: tuple[str, ...]
    usual: int
    filled: float
    warnings: tuple[str, ...] = ()


def layout_of(rows: Sequence[Row], wanted: int | None = None) -> Layout:
    """The layout by a table's first rows; ``wanted`` says where the names are. May raise LeadsRefused."""
    least = _least(rows)
    full = [index for index, row in enumerate(rows) if _filled(row) >= least]
    if not full:
        raise LeadsRefused("The file is empty.")
    if wanted is not None and wanted >= len(rows):
        raise LeadsRefused(f"There is no row {wanted + 1:,} with column names in this file.")
    header = _header(rows, full) if wanted is None else wanted
    names = tuple(_stripped(rows[header])) if header != NO_HEADER else ()
    first = header + 1 if names else full[0]
    warnings = () if names or wanted is not None else (NAMELESS,)
    usual = _usual([rows[index] for index in full])
    width = max(len(names), *(len(_stripped(row)) for row in rows[first:] if len(row) <= max(usual, 1)), 1)
    if width > MOST_COLUMNS:
        raise LeadsRefused(f"The file has {width:,} columns; at most {MOST_COLUMNS} can be read.")
    filled = median(_filled(rows[index]) for index in full)
    return Layout(header if names else NO_HEADER, first, width, names, usual, filled, warnings)


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell.strip())


def _stripped(row: Row) -> list[str]:
    cells = list(row)
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _least(rows: Sequence[Row]) -> float:
    some = [filled for row in rows if (filled := _filled(row))]
    return max(1.0, FULL * median(some)) if some else 1.0


def _usual(rows: Sequence[Row]) -> int:
    return Counter(len(row) for row in rows).most_common(1)[0][0]


def _header(rows: Sequence[Row], full: Sequence[int]) -> int:
    first = full[0]
    below = [rows[index] for index in full[1:LOOKED_AT] if rows[index] != rows[first]]
    if not below:
        return first if _looks_like_names(rows[first]) else NO_HEADER
    if _likeness(rows[first], below) < 0:
        return NO_HEADER
    second = full[1]
    if second == first + 1 and len(below) > 2 and _filled(rows[first]) < _filled(rows[second]):
        names = _looks_like_names(rows[second]) and _likeness(rows[second], below[1:]) > 1
        return second if names else first
    return first


def _looks_like_names(row: Row) -> bool:
    return all(shape_of(cell) in (Shape.TEXT, Shape.BLANK) for cell in row)


def _likeness(row: Row, below: Sequence[Row]) -> float:
    """How much a row looks like the names of what stands below it: above 0 for, below 0 against."""
    points = 0.0
    for place, cell in enumerate(row):
        values = [other[place] for other in below if place < len(other) and other[place].strip()]
        if cell.strip() and values:
            points += _cell_likeness(cell, values)
    return points


def _cell_likeness(cell: str, values: Sequence[str]) -> float:
    shape, (usual, often) = shape_of(cell), Counter(map(shape_of, values)).most_common(1)[0]
    if fold_name(cell) in {fold_name(value) for value in values}:
        return -1.0
    if often < 0.7 * len(values) or usual is Shape.TEXT:
        return -0.25 if shape in (Shape.NUMBER, Shape.DATE, Shape.EMAIL) else 0.25
    return -1.0 if shape is usual else 1.0 if shape is Shape.TEXT else 0.0
