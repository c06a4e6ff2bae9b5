"""Charts of curves: the share that has moved on by age, as far as the leads' age allows."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from definitions.measures.survival import Curve
from pages.shared import charts
from pages.shared.charts import Ink
from pages.use.measuring.chart import Chart

MOST_POINTS = 120
COLUMNS = ("name", "age", "share", "low", "high", "watched")
INKS = (Ink.BLUE, Ink.ORANGE, Ink.GREEN, Ink.PURPLE, Ink.GRAY)
DASHES = ([1, 0], [7, 4], [2, 3], [9, 3, 2, 3], [5, 2])
ALL, MONTH = "All months", "One month, as far as its age allows"
Named = tuple[str, Curve]


def curve_rows(found: Sequence[Named], unit: float = 1.0, most: float = np.inf) -> pd.DataFrame:
    """Curves as rows, each to the age to which ten leads could be watched; ``unit``: ages times this."""
    frames = [_rows(name, curve, unit, most) for name, curve in found]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=list(COLUMNS))


def _rows(name: str, curve: Curve, unit: float, most: float) -> pd.DataFrame:
    last = min(curve.known_to, int(most / unit) if np.isfinite(most) else curve.known_to)
    ages = np.unique(np.linspace(0, last, MOST_POINTS).astype(int)) if last >= 0 else np.zeros(0, int)
    columns = (ages * unit, curve.share[ages], curve.low[ages], curve.high[ages], curve.watched[ages])
    return pd.DataFrame({"name": name, **dict(zip(COLUMNS[1:], columns, strict=True))})


def several(name: str, title: str, axes: tuple[str, str], found: Sequence[Named]) -> Chart:
    """A few curves side by side, each with its interval."""
    rows = curve_rows(found)
    names = tuple(dict.fromkeys(rows["name"]))
    return Chart(name, title, draw_several, (axes, names), {"rows": rows})


def cohorts(
    name: str, title: str, axes: tuple[str, str], found: Sequence[Named], everybody: Curve, most: float
) -> Chart:
    """A thin curve for each month, the younger the shorter, and a thick one for all leads, for some days."""
    rows, whole = curve_rows(found, 1, most), curve_rows([(ALL, everybody)], 1, most)
    last = rows.groupby("name")["age"].transform("max") == rows["age"]
    data = {"rows": rows.assign(series=MONTH, last=last), "all": whole.assign(series=ALL)}
    return Chart(name, title, draw_cohorts, (axes,), data)


def clock(name: str, title: str, axes: tuple[str, str], found: Curve, allowed: float, most: float) -> Chart:
    """The share done by business hours, with the promise as a line across."""
    data = {
        "rows": curve_rows([("all", found)], 0.5, most),
        "promise": pd.DataFrame({"age": [allowed], "name": "The promise"}),
    }
    return Chart(name, title, draw_clock, (axes,), data)


def draw_several(axes: tuple[str, str], names: tuple[str, ...]) -> alt.LayerChart:
    """A line and a band for each name, told apart by colour and dashes."""
    inks = charts.inks(**{one: INKS[place % len(INKS)] for place, one in enumerate(names)})
    legend = alt.Legend(values=list(names), columns=1, labelLimit=0, symbolOpacity=1, symbolType="stroke")
    dashes = alt.Scale(domain=list(names), range=[DASHES[place % len(DASHES)] for place in range(len(names))])
    chart = _chart(axes).encode(color=alt.Color("name:N", scale=inks, legend=legend))
    line = chart.mark_line(interpolate="step-after", strokeWidth=2.5).encode(
        y="share:Q", strokeDash=alt.StrokeDash("name:N", scale=dashes, legend=legend), tooltip=_told(axes)
    )
    return alt.layer(_band(chart, axes), line).properties(height=260 + 24 * len(names))


def draw_cohorts(axes: tuple[str, str]) -> alt.LayerChart:
    """Thin lines for the months, each with a point where its age ends; the month is told at the pointer."""
    legend = alt.Legend(values=[ALL, MONTH], columns=1, labelLimit=0)
    ink = alt.Color("series:N", scale=charts.inks(**{ALL: Ink.BLUE, MONTH: Ink.GRAY}), legend=legend)
    chart = _chart(axes).encode(y=_share(axes), color=ink, detail="name:N")
    thin = chart.mark_line(interpolate="step-after", strokeWidth=1.3, opacity=0.7).encode(tooltip=_told(axes))
    ends = chart.transform_filter("datum.last").mark_point(filled=True, size=40, opacity=1)
    whole = alt.Chart(charts.data("all")).encode(x="age:Q", y=_share(axes), color=ink, tooltip=_told(axes))
    thick = whole.mark_line(interpolate="step-after", strokeWidth=3)
    return alt.layer(thin, ends.encode(tooltip=_told(axes)), thick).properties(height=310)


def draw_clock(axes: tuple[str, str]) -> alt.LayerChart:
    """A line in its band, and the promise."""
    names = {"all": Ink.BLUE, "The promise": Ink.ORANGE}
    ink = alt.Color(
        "name:N", scale=charts.inks(**names), legend=alt.Legend(values=["The promise"], symbolOpacity=1)
    )
    chart = _chart(axes).encode(color=ink)
    line = chart.mark_line(interpolate="step-after", strokeWidth=2.5).encode(y="share:Q", tooltip=_told(axes))
    rule = alt.Chart(charts.data("promise")).mark_rule(strokeWidth=2, strokeDash=[6, 4])
    return alt.layer(_band(chart, axes), line, rule.encode(x="age:Q", color=ink)).properties(height=260)


def _chart(axes: tuple[str, str]) -> alt.Chart:
    axis = alt.Axis(format=",d", tickMinStep=1, tickCount=8, labelOverlap="greedy", grid=False, title=axes[0])
    return alt.Chart(charts.data("rows")).encode(x=alt.X("age:Q", axis=axis))


def _share(axes: tuple[str, str]) -> alt.Y:
    return alt.Y(
        "share:Q", title=axes[1], axis=alt.Axis(format=".0%", tickCount=5), scale=alt.Scale(domainMin=0)
    )


def _band(chart: alt.Chart, axes: tuple[str, str]) -> alt.Chart:
    axis, scale = alt.Axis(format=".0%", tickCount=5), alt.Scale(domainMin=0)
    low = alt.Y("low:Q", title=axes[1], axis=axis, scale=scale)
    return chart.mark_area(interpolate="step-after", opacity=0.15).encode(y=low, y2="high:Q")


def _told(axes: tuple[str, str]) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=" "),
        alt.Tooltip("age:Q", title=axes[0], format=",.1~f"),
        alt.Tooltip("share:Q", title=axes[1], format=".1%"),
        alt.Tooltip("low:Q", title="at least", format=".1%"),
        alt.Tooltip("high:Q", title="at most", format=".1%"),
        alt.Tooltip("watched:Q", title="Leads watched so long", format=","),
    ]
