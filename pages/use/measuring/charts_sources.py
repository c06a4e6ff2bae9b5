"""The chart of sources: how many leads each brings against how many of them are won."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from definitions.measures.closing import Closing
from pages.shared import charts
from pages.shared.charts import Ink
from pages.use.measuring.chart import Chart

SOURCE = "Source"
LONGEST_NAME = 28


def sources_chart(found: Sequence[Closing], title: str) -> Chart:
    """A point for each source with leads enough; its line is the interval of the share."""
    rows = pd.DataFrame(
        [
            {
                "source": each.name,
                "short": each.name if len(each.name) <= LONGEST_NAME else f"{each.name[: LONGEST_NAME - 1]}…",
                "leads": each.leads,
                **dict(zip(("share", "low", "high"), each.won.share, strict=True)),
                "hits": each.won.hits,
                "of": each.won.of,
                "series": SOURCE,
            }
            for each in found
            if each.won.enough
        ]
    )
    return Chart("sources", title, draw_sources, (), {"rows": rows})


def draw_sources() -> alt.LayerChart:
    """Volume to the right, quality upwards: loud and poor sources stand at the lower right."""
    chart = alt.Chart(charts.data("rows")).encode(
        x=alt.X(
            "leads:Q", title="Leads", axis=alt.Axis(format=",d", tickCount=5), scale=alt.Scale(zero=True)
        ),
        color=alt.Color("series:N", scale=charts.inks(**{SOURCE: Ink.BLUE}), legend=None),
        tooltip=[
            alt.Tooltip("source:N", title=SOURCE),
            alt.Tooltip("leads:Q", title="Leads", format=","),
            alt.Tooltip("share:Q", title="Won, of those closed", format=".1%"),
            alt.Tooltip("low:Q", title="at least", format=".1%"),
            alt.Tooltip("high:Q", title="at most", format=".1%"),
            alt.Tooltip("hits:Q", title="Won", format=","),
            alt.Tooltip("of:Q", title="Closed", format=","),
        ],
    )
    axis = alt.Axis(format=".0%", tickCount=5)
    ranges = chart.mark_rule(strokeWidth=2).encode(
        y=alt.Y("low:Q", title="Won, of those closed", axis=axis, scale=alt.Scale(domainMin=0)), y2="high:Q"
    )
    points = chart.mark_point(filled=True, size=90, opacity=1).encode(y="share:Q")
    names = chart.mark_text(align="left", dx=9, baseline="middle", limit=150).encode(
        y="share:Q", text="short:N"
    )
    return alt.layer(ranges, points, names).properties(height=320)
