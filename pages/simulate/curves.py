"""The two charts over all thresholds, as wide as a slider under them: their axes' labels stand inside."""

from __future__ import annotations

import altair as alt

from pages.shared import charts
from pages.shared.charts import Ink

WON, OPEN, LOST = "Won", "Not decided yet", "Lost: a wasted call"
HANDLE = "Threshold"
INKS = {WON: Ink.BLUE, LOST: Ink.ORANGE, HANDLE: Ink.GREEN, OPEN: Ink.GRAY}
TRIED, DRAFT = "Tried here", "In the draft"
TRACK_INSET = 6
"""Pixels between the edge of the page and the track of Streamlit's slider."""


def wins_kept() -> alt.LayerChart:
    """The share of wins kept with its interval. A threshold's value holds from the one before."""
    line = alt.Chart(charts.data("curve")).encode(x=_points(title=None), color=_ink(None))
    band = line.mark_area(interpolate="step-before", clip=True, opacity=0.2).encode(
        y=_same("low:Q"), y2="high:Q"
    )
    steps = line.mark_line(interpolate="step-before", clip=True, strokeWidth=2.5)
    curve = steps.encode(y=_inside("kept:Q", ".0%", domain=[0, 1.06]))
    hover = line.mark_rule(strokeWidth=16, opacity=0.001, clip=True).encode(
        tooltip=[
            alt.Tooltip("threshold:Q", title="From points"),
            alt.Tooltip("kept:Q", title="Wins kept", format=".0%"),
            alt.Tooltip("low:Q", title="at least", format=".0%"),
            alt.Tooltip("high:Q", title="at most", format=".0%"),
            alt.Tooltip("missed:Q", title="Wins missed", format=",d"),
        ]
    )
    layers = alt.layer(band, curve, _marked(_ink(None)), hover)
    return _framed(layers, "Share of wins kept, with its 95 % interval", 200)


def leads_to_sales(known: bool, weekly: bool) -> alt.LayerChart:
    """The leads that go to sales, stacked by what became of them."""
    legend = alt.Legend(values=[WON, OPEN, LOST], columns=3, symbolOpacity=0.8) if known else None
    title = "Leads to sales a week" if weekly else "Leads to sales"
    leads = alt.Chart(charts.data("curve")).mark_area(interpolate="step-before", opacity=0.8, clip=True)
    area = leads.encode(
        x=_points(title="Points from which a lead goes to sales"),
        y=_inside("leads:Q", ",d"),
        color=_ink(legend),
        order=alt.Order("place:Q"),
        tooltip=[
            alt.Tooltip("threshold:Q", title="From points"),
            alt.Tooltip("series:N", title="Outcome"),
            alt.Tooltip("leads:Q", title=title, format=",.0f"),
        ],
    )
    layers = (*_nurtured(_ink(legend)), area, _marked(_ink(legend)))
    return _framed(alt.layer(*layers), title, 250)


def _nurtured(ink: alt.Color) -> tuple[alt.Chart, alt.Chart]:
    """The nurture band, as a quiet ground with its name on it."""
    band = alt.Chart(charts.data("band")).encode(color=ink)
    ground = band.mark_rect(opacity=0.14, clip=True).encode(x=alt.X("from:Q", scale=_range()), x2="to:Q")
    words = band.mark_text(baseline="top", dy=4).encode(
        x=alt.X("middle:Q", scale=_range()), y=alt.value(0), text="words:N"
    )
    return ground, words


def _range() -> alt.Scale:
    """From where to where the threshold can be moved; the chart is given the ends when it is shown."""
    return alt.Scale(domain=[alt.ExprRef("low"), alt.ExprRef("high")], nice=False)


def _ink(legend: alt.Legend | None) -> alt.Color:
    """Each series in its colour; one scale for all layers of a chart."""
    return alt.Color("series:N", scale=charts.inks(**INKS), legend=legend)


def _points(title: str | None) -> alt.X:
    axis = alt.Axis(
        format="d", tickMinStep=1, grid=False, title=title, labels=title is not None, labelFlush=True
    )
    return alt.X("threshold:Q", axis=axis, scale=_range())


def _inside(field: str, format: str, domain: list[float] | None = None) -> alt.Y:
    """An axis whose labels stand inside, so that the picture is as wide as the handle's track."""
    axis = alt.Axis(
        title=None,
        format=format,
        tickCount=4,
        orient="right",
        labelAlign="right",
        labelPadding=-2,
        labelBaseline="bottom",
        minExtent=0,
        maxExtent=0,
    )
    return alt.Y(field, axis=axis, scale=alt.Scale(domain=domain) if domain else alt.Scale(nice=True))


def _framed(chart: alt.LayerChart, title: str, height: int) -> alt.LayerChart:
    """A chart with its axis named above it, as wide as the track of the handle below it."""
    named = alt.TitleParams(title, fontSize=13, fontWeight="normal", offset=6)
    side = {"left": TRACK_INSET, "right": TRACK_INSET, "top": 0, "bottom": 5}
    return chart.properties(title=named, height=height, padding=side)


def _same(field: str) -> alt.Y:
    return alt.Y(field, title="Share of wins kept")


def _marked(ink: alt.Color) -> alt.Chart:
    """Where the threshold stands: a full line for what is tried, a dashed one for the draft."""
    dashes = alt.Scale(domain=[TRIED, DRAFT], range=[[1, 0], [4, 4]])
    return (
        alt.Chart(charts.data("marks"))
        .mark_rule(strokeWidth=2.5, clip=True)
        .encode(
            x=alt.X("threshold:Q", scale=_range()),
            color=ink,
            strokeDash=alt.StrokeDash("mark:N", legend=None, scale=dashes),
            tooltip=[
                alt.Tooltip("mark:N", title="Threshold"),
                alt.Tooltip("threshold:Q", title="From points"),
            ],
        )
    )
