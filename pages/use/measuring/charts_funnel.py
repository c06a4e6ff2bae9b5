"""The chart of the funnel: how many leads reached each stage, and the share of each step."""

from __future__ import annotations

import altair as alt
import pandas as pd

from definitions.measures.evidence import percent
from definitions.measures.funnel import Funnel, Leak
from definitions.measures.journeys import Event
from definitions.phrases import number
from pages.shared import charts
from pages.shared.charts import Ink
from pages.use.measuring.chart import Chart

REACHED, LEAKS, WORDS = "Leads that came so far", "The leaking step", "words"
ROW, AROUND = 56, 60


def funnel_chart(found: Funnel, leak: Leak | None, title: str) -> Chart:
    """A bar for each stage; the one that too few reach from the stage before is marked."""
    shares = {step.stage: step.rate for step in found.steps}
    rows = [
        {
            "stage": str(stage),
            "leads": leads,
            "words": _words(leads, percent(shares[stage].share) if _told(shares, stage) else ""),
            "series": LEAKS if leak is not None and leak.sure and leak.step.stage is stage else REACHED,
        }
        for stage, leads in found.reached
    ]
    marked = any(row["series"] == LEAKS for row in rows)
    return Chart("funnel", title, draw_funnel, (len(rows), marked), {"rows": pd.DataFrame(rows)})


def _told(shares: dict[Event, object], stage: Event) -> bool:
    return stage in shares and bool(getattr(shares[stage], "enough", False))


def _words(leads: int, share: str) -> str:
    return f"{number(leads)} · {share}" if share else number(leads)


def draw_funnel(rows: int, marked: bool) -> alt.LayerChart:
    """Bars from the first stage down, each with its number and its share of the stage before."""
    inks = charts.inks(**{REACHED: Ink.BLUE, LEAKS: Ink.ORANGE, WORDS: Ink.GRAY})
    legend = alt.Legend(values=[REACHED, LEAKS], columns=2) if marked else None
    chart = alt.Chart(charts.data("rows")).encode(
        y=alt.Y("stage:N", sort=None, title=None, scale=alt.Scale(paddingInner=0.5)),
        x=alt.X("leads:Q", title="Leads so far", axis=alt.Axis(format=",d", tickCount=4)),
    )
    bars = chart.mark_bar(opacity=0.85).encode(
        color=alt.Color("series:N", scale=inks, legend=legend),
        tooltip=[alt.Tooltip("stage:N", title="Stage"), alt.Tooltip("leads:Q", title="Leads", format=",")],
    )
    texts = (
        chart.transform_calculate(ink=f"'{WORDS}'")
        .mark_text(align="left", baseline="bottom", dx=2, dy=-14)
        .encode(x=alt.value(0), text="words:N", color=alt.Color("ink:N", scale=inks, legend=legend))
    )
    return alt.layer(bars, texts).properties(height=ROW * rows + AROUND)
