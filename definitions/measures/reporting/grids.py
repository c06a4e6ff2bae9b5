"""Grids: the numbers behind a sentence or a chart, as columns with a unit, for tables and workbooks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from definitions.intervals import Estimate
from definitions.measures.evidence import Rate
from definitions.phrases import number

Cell = str | int | float | None
"""A text, a number, or nothing where it is not known."""


class Unit(StrEnum):
    """What a column holds; a share is between 0 and 1."""

    TEXT = "text"
    COUNT = "count"
    SHARE = "share"
    AMOUNT = "amount"
    DECIMAL = "decimal"


@dataclass(frozen=True)
class Column:
    """One column: its name and what it holds."""

    name: str
    unit: Unit = Unit.TEXT


@dataclass(frozen=True)
class Grid:
    """Columns and rows of cells, the first column naming the row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


RATE = (
    Column("Hits", Unit.COUNT),
    Column("Of", Unit.COUNT),
    Column("Share", Unit.SHARE),
    Column("Low", Unit.SHARE),
    Column("High", Unit.SHARE),
)
"""The columns of a share with its interval, as ``rate_cells`` fills them."""


def rate_cells(found: Rate) -> tuple[Cell, ...]:
    """A share in five cells; no share where there is not enough data for one."""
    shown = estimate_cells(found.share) if found.enough else (None, None, None)
    return (found.hits, found.of, *shown)


def estimate_cells(found: Estimate) -> tuple[Cell, ...]:
    """A number and both ends of its interval; ``None`` for what is not known."""
    return tuple(finite(each) for each in found)


def finite(value: float | None) -> float | None:
    """A number, or ``None`` for nan and what has no end."""
    return value if value is not None and isfinite(value) else None


def grid(columns: Iterable[Column], rows: Iterable[Iterable[Cell]]) -> Grid:
    """A grid of what is iterated once."""
    return Grid(tuple(columns), tuple(tuple(row) for row in rows))


def shown(cell: Cell, unit: Unit) -> str:
    """A cell as it is printed: "82.4 %", "1 200", "–" where it is not known."""
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return cell
    if unit is Unit.SHARE:
        return f"{100 * cell:.1f} %"
    return f"{cell:.1f}" if unit is Unit.DECIMAL else number(round(cell))
