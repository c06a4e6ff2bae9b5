"""The chart of lifts: how many times as often as others leads with an answer are accepted, or won."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import altair as alt
import pandas as pd

from definitions.measures.lifts import SURE, Lift
from definitions.measures.tested_criteria import Tested
from pages.shared import charts
from pages.shared.charts import Ink
from pages.use.measuring.chart import Chart

MORE, FEWER, SAME = "Surely more", "Surely less", "Cannot tell"
INKS = {MORE: Ink.GREEN, FEWER: Ink.ORANGE, SAME: Ink.GRAY}
SHAPES = {MORE: "triangle-up", FEWER: "triangle-down", SAME: "circle"}
ROW, AROUND, MOST_ROWS = 44, 170, 30
UNANSWERED = "not answered"


def lifts_chart(found: Sequence[Tested], title: str) -> Chart:
    """A row for each answer, those farthest from one first where there are very many."""
    rows = [
        _row(each.criterion, lift, chance)
        for each in found
        for lift, chance in zip(each.lifts, each.corrected, strict=True)
        if lift.own.enough and isfinite(lift.ratio.high) and lift.ratio.low > 0
    ]
    if len(rows) > MOST_ROWS:
        rows = sorted(rows, key=lambda row: -max(row["ratio"], 1 / row["ratio"]))[:MOST_ROWS]
    fate = found[0].fate.value if found else ""
    data = {"rows": pd.DataFrame(rows), "one": pd.DataFrame({"ratio": [1.0]})}
    return Chart("criteria", title, draw_lifts, (fate, len(rows)), data)


def _row(criterion: str, lift: Lift, chance: float) -> dict[str, object]:
    value, low, high = lift.ratio
    answer = lift.label if lift.label is not None else UNANSWERED
    sure = chance <= SURE
    return {
        "name": f"{criterion}\n{answer}",
        "criterion": criterion,
        "answer": answer,
        "ratio": value,
        "low": low,
        "high": high,
        "hits": lift.own.hits,
        "of": lift.own.of,
        "series": MORE if sure and low > 1 else FEWER if sure and high < 1 else SAME,
    }


def draw_lifts(fate: str, rows: int) -> alt.LayerChart:
    """Ratios on a scale on which twice as often and half as often are equally far from one."""
    inks = charts.inks(**INKS)
    names = inks.to_dict()["domain"]
    shapes = alt.Scale(domain=names, range=[SHAPES.get(name, "circle") for name in names])
    shape = alt.Shape("series:N", scale=shapes, legend=_legend())
    two_lines = alt.Axis(labelLimit=180, labelExpr="split(datum.value, '\\n')")
    chart = alt.Chart(charts.data("rows")).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=two_lines),
        color=alt.Color("series:N", scale=inks, legend=_legend()),
        tooltip=[
            alt.Tooltip("criterion:N", title="Criterion"),
            alt.Tooltip("answer:N", title="Answer"),
            alt.Tooltip("ratio:Q", title="Times as often", format=".2f"),
            alt.Tooltip("low:Q", title="at least", format=".2f"),
            alt.Tooltip("high:Q", title="at most", format=".2f"),
            alt.Tooltip("hits:Q", title=fate.capitalize(), format=","),
            alt.Tooltip("of:Q", title="of", format=","),
            alt.Tooltip("series:N", title=" "),
        ],
    )
    axis = alt.Axis(format=".2~f", tickCount=5, title=f"Times as often {fate} as other leads")
    ranges = chart.mark_rule(strokeWidth=2).encode(
        x=alt.X("low:Q", scale=alt.Scale(type="log", nice=False, padding=12), axis=axis), x2="high:Q"
    )
    points = chart.mark_point(filled=True, size=80, opacity=1).encode(x="ratio:Q", shape=shape)
    rule = alt.Chart(charts.data("one")).transform_calculate(series=f"'{SAME}'")
    ink = alt.Color("series:N", scale=inks, legend=_legend())
    one = rule.mark_rule(strokeDash=[4, 4], opacity=0.6).encode(x="ratio:Q", color=ink)
    return alt.layer(one, ranges, points).properties(height=ROW * max(rows, 1) + AROUND)


def _legend() -> alt.Legend:
    return alt.Legend(values=list(INKS), columns=1, labelLimit=0)
