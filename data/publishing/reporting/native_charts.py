"""The workbook's own charts, drawn from its cells."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from data.publishing.reporting.contents import AXES
from definitions.measures.reporting.grids import Cell, Grid
from definitions.measures.reporting.part import Part, Topic

INK = "#006BA8"
COLUMNS = {Topic.ACCEPTANCE}
"""Drawn upright, in the order of time; the others lie."""
ROW = 26


def add_chart(workbook: Workbook, sheet: Worksheet, part: Part, found: Grid) -> None:
    """A chart below the table: of the leads at each stage, else of the shares with their intervals."""
    upright = part.topic in COLUMNS
    chart = workbook.add_chart({"type": "column" if upright else "bar"})
    rows = len(found.rows) - 1 if upright and len(found.rows) > 1 else len(found.rows)
    chart.add_series(_series(str(part.topic), found, rows, part.topic is Topic.FUNNEL))
    chart.set_title({"name": AXES[part.topic], "name_font": {"size": 12, "bold": False}})
    chart.set_legend({"none": True})
    if not upright:
        chart.set_y_axis({"reverse": True})
    chart.set_size({"width": 620, "height": 120 + rows * ROW})
    sheet.insert_chart(len(found.rows) + 2, 0, chart, {"description": part.said or AXES[part.topic]})


def _series(sheet: str, found: Grid, rows: int, counts: bool) -> dict[str, Any]:
    names = [column.name for column in found.columns]
    column = 1 if counts else names.index("Share")
    series = {
        "categories": [sheet, 1, 0, rows, 0],
        "values": [sheet, 1, column, rows, column],
        "fill": {"color": INK},
        "gap": 60,
    }
    if counts:
        return {**series, "data_labels": {"value": True}}
    return {**series, "y_error_bars": _intervals(found, rows)}




def _intervals(found: Grid, rows: int) -> dict[str, Any]:
    places = [[column.name for column in found.columns].index(name) for name in ("Share", "Low", "High")]
    cells = [[row[place] for place in places] for row in found.rows[:rows]]
    below = [_gap(value, low) for value, low, _ in cells]
    above = [_gap(high, value) for value, _, high in cells]
    return {"type": "custom", "plus_values": above, "minus_values": below}


def _gap(more: Cell, less: Cell) -> float:
    return more - less if isinstance(more, float) and isinstance(less, float) else 0.0
