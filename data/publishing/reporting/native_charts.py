"""The workbook's own charts, drawn from its cells."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from data.publishing.reporting.contents import AXES
from definitions.measures.reporting.grids import Cell, Grid
from definitions.measures.reporting.part import Part, Topic

INK = "#006BA8"
UPRIGHT = {Topic.ACCEPTANCE}
"""Drawn upright, in the order of time; the others lie."""
BARS = ("Below", "Above")
"""The columns beside the table that the error bars are drawn from: how far the interval reaches."""
ROW = 28
SHARES = {"num_format": "0 %", "min": 0, "max": 1}


def add_chart(workbook: Workbook, sheet: Worksheet, part: Part, found: Grid) -> None:
    """A chart below the table: of the leads at each stage, else of the shares with their intervals."""
    upright, counts = part.topic in UPRIGHT, part.topic is Topic.FUNNEL
    chart = workbook.add_chart({"type": "column" if upright else "bar"})
    rows = len(found.rows) - 1 if upright and len(found.rows) > 1 else len(found.rows)
    chart.add_series(_series(str(part.topic), found, rows, counts))
    chart.set_title({"name": AXES[part.topic], "name_font": {"size": 12, "bold": False}})
    chart.set_legend({"none": True})
    values = {} if counts else SHARES
    if upright:
        chart.set_y_axis(values)
    else:
        chart.set_x_axis(values)
        chart.set_y_axis({"reverse": True})
    chart.set_size({"width": 640, "height": 240 if upright else 120 + rows * ROW})
    sheet.insert_chart(len(found.rows) + 2, 0, chart, {"description": part.said or AXES[part.topic]})


def interval_gaps(found: Grid) -> list[tuple[float, float]]:
    """For each row how far its interval reaches below and above its share; 0 where it is not known."""
    names = [column.name for column in found.columns]
    if "Share" not in names:
        return []
    places = [names.index(name) for name in ("Share", "Low", "High")]
    cells = ([row[place] for place in places] for row in found.rows)
    return [(_gap(value, low), _gap(high, value)) for value, low, high in cells]


def first_gap(found: Grid) -> int:
    """The column in which the gaps begin: beside the table."""
    return len(found.columns) + 1


def _series(sheet: str, found: Grid, rows: int, counts: bool) -> dict[str, Any]:
    names = [column.name for column in found.columns]
    column = 1 if counts else names.index("Share")
    series: dict[str, Any] = {
        "categories": [sheet, 1, 0, rows, 0],
        "values": [sheet, 1, column, rows, column],
        "fill": {"color": INK},
        "gap": 60,
    }
    if counts:
        return {**series, "data_labels": {"value": True}}
    below, above = (_range(sheet, first_gap(found) + step, rows) for step in range(len(BARS)))
    return {**series, "y_error_bars": {"type": "custom", "plus_values": above, "minus_values": below}}


def _range(sheet: str, column: int, rows: int) -> str:
    letter = chr(ord("A") + column)
    return f"='{sheet}'!${letter}$2:${letter}${rows + 1}"


def _gap(more: Cell, less: Cell) -> float:
    return more - less if isinstance(more, float) and isinstance(less, float) else 0.0
