"""Charts of a lead set's parts: what goes to sales by month, and shares with their intervals."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from pages.shared import charts
from pages.shared.charts import Ink
from pages.simulate.curves import LOST, OPEN, WON

DRAFT, VALUE = "In the draft", "Value"
ROW = 46
"""Pixels for each row of a chart of shares."""
AROUND = 130
"""Pixels for the legend, the axis and its title."""
INKS = {WON: Ink.BLUE, LOST: Ink.ORANGE, DRAFT: Ink.GREEN, OPEN: Ink.GRAY}


def leads_by_month() -> alt.LayerChart:
    """The leads to sales by month, stacked by what became of them; a stroke where the draft differs."""
    month = alt.X("month:N", sort=None, title=None, axis=alt.Axis(labelAngle=0, labelOverlap="greedy"))
    bars = (
        alt.Chart(charts.data("months"))
        .mark_bar(opacity=0.85)
        .encode(
            x=month,
            y=alt.Y("leads:Q", title="Leads to sales in the month", axis=alt.Axis(format=",d", tickCount=4)),
            color=alt.Color(
                "series:N",
                scale=charts.inks(**INKS),
                legend=alt.Legend(values=[WON, OPEN, LOST], columns=3),
            ),
            order=alt.Order("place:Q"),
            tooltip=["month:N", "series:N", alt.Tooltip("leads:Q", title="Leads", format=",d")],
        )
    )
    draft = (
        alt.Chart(charts.data("draft"))
        .mark_tick(thickness=3, opacity=1)
        .encode(
            x=month,
            y="leads:Q",
            color=alt.Color("series:N", scale=charts.inks(**INKS)),
            tooltip=["month:N", alt.Tooltip("leads:Q", title=DRAFT, format=",d")],
        )
    )
    return alt.layer(bars, draft).properties(height=240)


def shares(title: str, names: Sequence[str], rows: int) -> alt.LayerChart:
    """Shares by row, a series each of ``names`` by colour and shape, with 95 % intervals."""
    series = dict(zip(names, (Ink.BLUE, Ink.ORANGE), strict=False))
    legend = alt.Legend(values=list(names), columns=1, labelLimit=0) if len(names) > 1 else None
    place = alt.YOffset("series:N", sort=list(names)) if len(names) > 1 else alt.YOffset()
    chart = alt.Chart(charts.data("shares")).encode(
        y=alt.Y("row:N", sort=None, title=None, axis=alt.Axis(labelLimit=190)),
        color=alt.Color("series:N", scale=charts.inks(**series), legend=legend),
        tooltip=[
            alt.Tooltip("row:N", title=" "),
            alt.Tooltip("series:N", title="What"),
            alt.Tooltip("share:Q", title="Share", format=".0%"),
            alt.Tooltip("low:Q", title="at least", format=".0%"),
            alt.Tooltip("high:Q", title="at most", format=".0%"),
            alt.Tooltip("counted:N", title="Leads"),
        ],
    )
    if len(names) > 1:
        chart = chart.encode(yOffset=place)
    whole = alt.Scale(domain=[0, 1])
    axis = alt.Axis(format=".0%", tickCount=5)
    ranges = chart.mark_rule(strokeWidth=2).encode(
        x=alt.X("low:Q", title=title, scale=whole, axis=axis), x2="high:Q"
    )
    shape = alt.Shape(
        "series:N", scale=alt.Scale(domain=list(names), range=["circle", "diamond"]), legend=legend
    )
    points = chart.mark_point(filled=True, size=90, opacity=1).encode(x=alt.X("share:Q"), shape=shape)
    return alt.layer(ranges, points).properties(height=ROW * rows + AROUND)


def values(title: str, rows: int) -> alt.LayerChart:
    """A number with its 95 % interval in each row, from 0."""
    axis, scale = alt.Axis(tickCount=5, title=title), alt.Scale(zero=True)
    chart = alt.Chart(charts.data("values")).encode(
        y=alt.Y("row:N", sort=None, title=None, axis=alt.Axis(labelLimit=190)),
        color=alt.Color("series:N", scale=charts.inks(**{VALUE: Ink.BLUE}), legend=None),
        tooltip=[
            alt.Tooltip("row:N", title=" "),
            alt.Tooltip("strength:N", title="Tells"),
            alt.Tooltip("value:Q", title="Value", format=".2f"),
            alt.Tooltip("low:Q", title="at least", format=".2f"),
            alt.Tooltip("high:Q", title="at most", format=".2f"),
        ],
    )
    ranges = chart.mark_rule(strokeWidth=2).encode(x=alt.X("low:Q", axis=axis, scale=scale), x2="high:Q")
    points = chart.mark_point(filled=True, size=90, opacity=1).encode(x=alt.X("value:Q"))
    return alt.layer(ranges, points).properties(height=ROW * rows * 3 // 4 + AROUND // 2)
