"""The report's charts as Vega-Lite specifications, drawn from the grids that stand behind its sentences."""

from __future__ import annotations

from typing import Any

from data.publishing.reporting.drawing import Spec
from definitions.measures.reporting.grids import Cell, Grid, Unit
from definitions.measures.reporting.grids import shown as written
from definitions.measures.reporting.part import Part, Topic

WIDTH, ROW, HEIGHT = 440, 23, 116
MOST_ROWS = 7
"""A chart shows so many rows; the workbook and the tables have all."""
LABEL_LIMIT = 110
PERCENT = "format(100 * datum.value, '~r') + ' %'"
"""How an axis writes shares (a Vega expression)."""
INK = "#006ba8"
PROMISE = "#a65200"
Encoding = dict[str, Any]


def spec(part: Part) -> Spec | None:
    """The chart of a part, its target drawn as a line; ``None`` where there is none."""
    if part.grid is None or not part.grid.rows or part.topic not in DRAWN:
        return None
    return DRAWN[part.topic](part.grid, part.target)


def _bars(grid: Grid, target: float | None) -> Spec:
    """Leads at each stage, with the share of the stage before."""
    values = [{"name": row[0], "value": row[1], "label": _label(row)} for row in grid.rows]
    bars = {
        "mark": {"type": "bar", "color": INK, "height": {"band": 0.72}},
        "encoding": {"x": _count(values)},
    }
    texts = {
        "mark": {"type": "text", "align": "left", "dx": 5},
        "encoding": {"x": _count(values), "text": {"field": "label"}},
    }
    return _layers(values, [bars, texts], len(values), _names())


def _label(row: tuple[Cell, ...]) -> str:
    leads = written(row[1], Unit.COUNT)
    return leads if row[2] is None else f"{leads} ({written(row[2], Unit.SHARE)})"


def _count(values: list[dict[str, Cell]]) -> Encoding:
    most = max(float(each["value"] or 0) for each in values)
    return {"field": "value", "type": "quantitative", "axis": None, "scale": {"domain": [0, most * 1.45]}}


def _shares(grid: Grid, target: float | None) -> Spec:
    """A share with its interval for each row, as points on whiskers."""
    values = _known(grid)[:MOST_ROWS]
    layers = _whiskers("x", _percent(target is None))
    return _layers(values, [*_line("x", target), *layers], len(values), _names())


def _months(grid: Grid, target: float | None) -> Spec:
    """A share with its interval for each month; the last row, of all, is not one."""
    values = _known(Grid(grid.columns, grid.rows[:-1]))
    axis = {"labelAngle": 0, "labelOverlap": True, "labelPadding": 8}
    months = {"x": {"field": "name", "type": "ordinal", "sort": None, "title": None, "axis": axis}}
    found = _layers(values, [*_line("y", target), *_whiskers("y", _percent(False))], 1, months)
    return {**found, "height": HEIGHT}


def _known(grid: Grid) -> list[dict[str, Cell]]:
    names = [column.name for column in grid.columns]
    value, low, high = (names.index(name) for name in ("Share", "Low", "High"))
    return [
        {"name": row[0], "value": row[value], "low": row[low], "high": row[high]}
        for row in grid.rows
        if row[value] is not None
    ]


def _whiskers(axis: str, scale: Encoding) -> list[Spec]:
    along = {axis: {**scale, "field": "low"}, f"{axis}2": {"field": "high"}}
    whisker = {"mark": {"type": "rule", "color": INK, "strokeWidth": 2}, "encoding": along}
    point = {"mark": {"type": "point", "filled": True, "color": INK, "size": 70}, "encoding": {axis: scale}}
    return [whisker, point]


def _line(axis: str, target: float | None) -> list[Spec]:
    if target is None:
        return []
    mark = {"type": "rule", "color": PROMISE, "strokeDash": [6, 3], "strokeWidth": 2}
    return [{"data": {"values": [{"at": target}]}, "mark": mark,
             "encoding": {axis: {"field": "at", "type": "quantitative"}, **_nothing(axis)}}]  # fmt: skip


def _nothing(axis: str) -> Encoding:
    """The promise runs along the whole other axis."""
    return {"y" if axis == "x" else "x": {"value": 0}, "y2" if axis == "x" else "x2": {"value": _end(axis)}}


def _end(axis: str) -> Encoding | str:
    return "height" if axis == "x" else "width"


def _percent(near: bool) -> Encoding:
    """From 0 to 100 %, or ``near``: no farther than the highest."""
    scale = {"zero": True, "nice": True} if near else {"domain": [0, 1]}
    return {"field": "value", "type": "quantitative", "title": None, "scale": scale,
            "axis": {"labelExpr": PERCENT, "tickCount": 4}}  # fmt: skip


def _names() -> Encoding:
    axis = {"labelLimit": LABEL_LIMIT, "title": None}
    return {"y": {"field": "name", "type": "nominal", "sort": None, "axis": axis}}


def _layers(values: list[dict[str, Cell]], layers: list[Spec], rows: int, shared: Encoding) -> Spec:
    layers = [
        each if "data" in each else {**each, "encoding": {**shared, **each["encoding"]}} for each in layers
    ]
    data = {"values": [{**each, "name": str(each["name"])} for each in values]}
    size = {
        "width": WIDTH,
        "height": max(rows, 2) * ROW,
        "autosize": {"type": "fit-x", "contains": "padding"},
    }
    return {"data": data, **size, "layer": layers}


DRAWN = {
    Topic.FUNNEL: _bars,
    Topic.ACCEPTANCE: _months,
    Topic.REJECTIONS: _shares,
    Topic.CLOCKS: _shares,
    Topic.CLOSING: _shares,
    Topic.SOURCES: _shares,
}
