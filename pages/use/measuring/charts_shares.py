"""Charts of shares with their intervals: by name, and over time, with the promise as a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import altair as alt
import pandas as pd

from definitions.measures.evidence import Rate
from pages.shared import charts
from pages.shared.charts import Ink
from pages.use.measuring.chart import Chart

SHARE, PROMISE = "Share", "The promise"
COLUMNS = ("name", "series", "share", "low", "high", "hits", "of")
ROW, AROUND, LEGEND_LINE = 34, 90, 24
MOST_ROWS = 25
INKS = (Ink.BLUE, Ink.ORANGE, Ink.GREEN, Ink.PURPLE)
SHAPES = ("circle", "diamond", "square", "triangle-up")
Named = tuple[str, str, Rate]
"""A name, its series, and the share."""


def share_rows(found: Iterable[Named]) -> pd.DataFrame:
    """Shares as rows; those of too few leads are left out."""
    rows = ((name, series, *rate.share, rate.hits, rate.of) for name, series, rate in found if rate.enough)
    return pd.DataFrame(rows, columns=list(COLUMNS))


def promise(target: float | None) -> pd.DataFrame:
    """The promise, where there is one."""
    return pd.DataFrame({"share": [] if target is None else [target], "series": PROMISE})


def by_name(name: str, title: str, axis: str, found: Sequence[Named], target: float | None = None) -> Chart:
    """Shares by name, as many as can be read."""
    rows = share_rows(found)
    rows = rows[rows["name"].isin(rows["name"].unique()[:MOST_ROWS])]
    beside = bool(rows.duplicated("name").any())
    options = (axis, _series(rows), rows["name"].nunique(), beside)
    return Chart(name, title, draw_by_name, options, {"rows": rows, "promise": promise(target)})


def over_time(name: str, title: str, axis: str, found: Iterable[Named], target: float | None = None) -> Chart:
    """Shares by month or week, in order of time."""
    rows = share_rows(found)
    data = {"rows": rows, "promise": promise(target)}
    return Chart(name, title, draw_over_time, (axis, _series(rows)), data)


def draw_by_name(axis: str, series: tuple[str, ...], rows: int, beside: bool) -> alt.LayerChart:
    """A row for each name: a point for the share, a line for its interval; series ``beside`` each other."""
    chart = alt.Chart(charts.data("rows")).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=170)),
        tooltip=_told(),
        color=_ink(series),
    )
    if beside:
        chart = chart.encode(yOffset=alt.YOffset("series:N", sort=list(series)))
    scale, ticks = alt.Scale(domain=[0, 1]), alt.Axis(format=".0%", tickCount=5)
    ranges = chart.mark_rule(strokeWidth=2).encode(
        x=alt.X("low:Q", title=axis, scale=scale, axis=ticks), x2="high:Q"
    )
    points = chart.mark_point(filled=True, size=90, opacity=1).encode(x="share:Q", shape=_shape(series))
    height = ROW * max(rows, 1) * (1.5 if beside else 1) + AROUND
    height += LEGEND_LINE * len(series) if len(series) > 1 else 0
    return alt.layer(ranges, points, _line(alt.X("share:Q"), series)).properties(height=height)


def draw_over_time(axis: str, series: tuple[str, ...]) -> alt.LayerChart:
    """A column for each month or week."""
    quiet = alt.Axis(labelAngle=0, labelOverlap="greedy", title=None)
    x = alt.X("name:O", axis=quiet, sort=None)
    chart = alt.Chart(charts.data("rows")).encode(x=x, tooltip=_told(), color=_ink(series))
    if len(series) > 1:
        chart = chart.encode(xOffset=alt.XOffset("series:N", sort=list(series)))
    scale, ticks = alt.Scale(domain=[0, 1]), alt.Axis(format=".0%", tickCount=5)
    ranges = chart.mark_rule(strokeWidth=2).encode(
        y=alt.Y("low:Q", title=axis, scale=scale, axis=ticks), y2="high:Q"
    )
    points = chart.mark_point(filled=True, size=80, opacity=1).encode(y="share:Q", shape=_shape(series))
    return alt.layer(ranges, points, _line(alt.Y("share:Q"), series)).properties(
        height=260 + LEGEND_LINE * len(series)
    )


def _series(rows: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rows["series"]))


def _ink(series: tuple[str, ...]) -> alt.Color:
    names = {one: INKS[place % len(INKS)] for place, one in enumerate(series)}
    scale = charts.inks(**(names or {SHARE: Ink.BLUE}), **{PROMISE: Ink.GRAY})
    return alt.Color("series:N", scale=scale, legend=_legend(series))


def _shape(series: tuple[str, ...]) -> alt.Shape:
    """Each series by its shape as well as its colour."""
    shapes = [SHAPES[place % len(SHAPES)] for place in range(len(series))]
    scale = alt.Scale(domain=list(series), range=shapes)
    return alt.Shape("series:N", scale=scale, legend=_legend(series))


def _legend(series: tuple[str, ...]) -> alt.Legend | None:
    """One series alone needs none."""
    return alt.Legend(values=list(series), columns=1, labelLimit=0) if len(series) > 1 else None


def _line(place: alt.X | alt.Y, series: tuple[str, ...]) -> alt.Chart:
    """The promise: a dashed line across."""
    chart = alt.Chart(charts.data("promise")).mark_rule(strokeWidth=2, strokeDash=[6, 4], opacity=0.8)
    told = ["series:N", alt.Tooltip("share:Q", title=SHARE, format=".0%")]
    way = "x" if isinstance(place, alt.X) else "y"
    return chart.encode(**{way: place}, color=_ink(series), tooltip=told)


def _told() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=" "),
        alt.Tooltip("series:N", title="Of"),
        alt.Tooltip("share:Q", title=SHARE, format=".0%"),
        alt.Tooltip("low:Q", title="at least", format=".0%"),
        alt.Tooltip("high:Q", title="at most", format=".0%"),
        alt.Tooltip("hits:Q", title="Leads", format=","),
        alt.Tooltip("of:Q", title="of", format=","),
    ]
