"""Charts over all thresholds in the tabs: what can be worked, and what it is worth."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt

from pages.shared import charts
from pages.shared.charts import Ink

LEADS, CAPACITY, NET = "Leads to sales a week", "What can be worked", "Net value"
TRIED, DRAFT, BEST = "Tried here", "In the draft", "Worth most"
WORK_INKS = {LEADS: Ink.BLUE, CAPACITY: Ink.ORANGE, TRIED: Ink.GREEN, DRAFT: Ink.GRAY}
NET_INKS = {NET: Ink.BLUE, BEST: Ink.PURPLE, TRIED: Ink.GREEN, DRAFT: Ink.GRAY}
DASHES = {TRIED: [1, 0], BEST: [2, 2], DRAFT: [6, 4]}
HEIGHT = 280
LEADS_A_WEEK = "format(datum.value, ',~r')"
MONEY = "replace(format(datum.value, '~s'), 'G', 'bn')"
"""How an axis writes its numbers (Vega expressions): 0, 400k, 2M, 3bn."""
X_TITLE = "Points from which a lead goes to sales"


def leads_and_capacity(moved: bool) -> alt.LayerChart:
    """Leads a week at each threshold with their interval, and the line of what can be worked."""
    inks = _shown(WORK_INKS, moved)
    rule = (
        alt.Chart(charts.data("capacity"))
        .mark_rule(strokeWidth=2.5, strokeDash=[8, 3])
        .encode(y="value:Q", color=_ink(inks))
    )
    curve = _curve("Leads a week", LEADS_A_WEEK, inks)
    return alt.layer(*curve, rule, _marks(inks)).properties(height=HEIGHT)


def net_value(moved: bool) -> alt.LayerChart:
    """The value at each threshold with its interval, and where the best one lies."""
    inks = _shown(NET_INKS, moved)
    curve = _curve("Net value of these leads", MONEY, inks)
    return alt.layer(*curve, _marks(inks)).properties(height=HEIGHT)


def _shown(inks: Mapping[str, Ink], moved: bool) -> dict[str, Ink]:
    """The series that are drawn: the draft's threshold only where it is another than the tried one."""
    return {name: ink for name, ink in inks.items() if moved or name != DRAFT}


def _curve(title: str, number: str, inks: Mapping[str, Ink]) -> tuple[alt.Chart, alt.Chart]:
    """A value's curve over the band of its interval. What holds at a threshold holds from the one before."""
    axis = alt.Axis(format="d", tickMinStep=1, grid=False, title=X_TITLE)
    steps = alt.Chart(charts.data("curve")).encode(
        x=alt.X("threshold:Q", axis=axis, scale=alt.Scale(nice=False, zero=False)), color=_ink(inks)
    )
    shown = alt.Axis(labelExpr=number, tickCount=5, title=title)
    band = steps.mark_area(interpolate="step-before", opacity=0.2).encode(
        y=alt.Y("low:Q", axis=shown), y2="high:Q"
    )
    curve = steps.mark_line(interpolate="step-before", strokeWidth=2.5).encode(
        y=alt.Y("value:Q", axis=shown),
        tooltip=[
            alt.Tooltip("threshold:Q", title="From points"),
            alt.Tooltip("value:Q", title=title, format=",.0f"),
            alt.Tooltip("low:Q", title="at least", format=",.0f"),
            alt.Tooltip("high:Q", title="at most", format=",.0f"),
        ],
    )
    return band, curve


def _ink(inks: Mapping[str, Ink]) -> alt.Color:
    legend = alt.Legend(values=list(inks), columns=2, symbolOpacity=1)
    return alt.Color("series:N", scale=charts.inks(**inks), legend=legend)


def _marks(inks: Mapping[str, Ink]) -> alt.Chart:
    """Where thresholds stand, each by its colour and its own dashes."""
    dashes = alt.Scale(domain=list(DASHES), range=list(DASHES.values()))
    return (
        alt.Chart(charts.data("marks"))
        .mark_rule(strokeWidth=2.5)
        .encode(
            x="threshold:Q",
            color=_ink(inks),
            strokeDash=alt.StrokeDash("series:N", scale=dashes, legend=None),
            tooltip=[
                alt.Tooltip("series:N", title="Threshold"),
                alt.Tooltip("threshold:Q", title="From points"),
            ],
        )
    )
