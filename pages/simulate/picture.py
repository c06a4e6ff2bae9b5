"""The curve over all thresholds, with the handle under it: what is kept, and what it costs."""

from __future__ import annotations

import altair as alt
import pandas as pd

from definitions.drawing import Drawing
from definitions.scorecard import Scorecard
from pages.shared import charts
from pages.shared.charts import Ink

WON, OPEN, LOST = "Won", "Not decided yet", "Lost: a wasted call"
OUTCOMES = (WON, OPEN, LOST)
TRIED, TABLE = "Tried here", "On the table"


def show_picture(drawing: Drawing, trial: Scorecard, present: Scorecard, known: bool, words: str) -> None:
    """Wins kept above (if any outcome is known), leads to sales below, at every threshold."""
    low, high = handle_range(trial, present)
    marks = _marks(trial, present)
    if known:
        kept = {"curve": _kept(drawing), "marks": marks}
        charts.show(wins_kept, low, high, datasets=kept, words=words, key="what_if.kept")
    leads = {"curve": _leads(drawing, known), "marks": marks}
    volume = f"Leads to sales{' a month' if drawing.monthly else ''} at every threshold, by outcome."
    charts.show(
        leads_to_sales, low, high, known, drawing.monthly, datasets=leads, words=volume, key="what_if.leads"
    )


def handle_range(trial: Scorecard, present: Scorecard) -> tuple[int, int]:
    """From where to where the threshold can be moved: all points there are, and where it stands now."""
    stands = (trial.threshold.qualified_from, present.threshold.qualified_from)
    return min(trial.lowest, *stands), max(trial.highest, *stands)


def wins_kept(low: int, high: int) -> alt.LayerChart:
    """The share of wins kept with its interval. A threshold's value holds from the one before."""
    line = alt.Chart(charts.data("curve")).encode(x=_points(low, high, title=None))
    ink = alt.Color("series:N", scale=charts.inks(Wins_kept=Ink.BLUE), legend=None)
    y = _inside("kept:Q", "Share of wins kept", format=".0%", domain=[0, 1.02])
    band = line.mark_area(interpolate="step-before", opacity=0.18).encode(
        y=_same("low:Q"), y2="high:Q", color=ink
    )
    curve = line.mark_line(interpolate="step-before", strokeWidth=2.5).encode(y=y, color=ink)
    hover = line.mark_rule(strokeWidth=16, opacity=0.001).encode(
        tooltip=[
            alt.Tooltip("threshold:Q", title="From points"),
            alt.Tooltip("kept:Q", title="Wins kept", format=".0%"),
            alt.Tooltip("low:Q", title="at least", format=".0%"),
            alt.Tooltip("high:Q", title="at most", format=".0%"),
            alt.Tooltip("missed:Q", title="Wins missed", format=",d"),
        ]
    )
    return alt.layer(band, curve, _marked(low, high), hover).properties(height=170)


def leads_to_sales(low: int, high: int, known: bool, monthly: bool) -> alt.LayerChart:
    """The leads that go to sales, stacked by what became of them."""
    leads = alt.Chart(charts.data("curve")).encode(
        x=_points(low, high, title="Points from which a lead goes to sales")
    )
    scale = charts.inks(**{WON: Ink.BLUE, LOST: Ink.ORANGE, OPEN: Ink.GRAY})
    legend = alt.Legend(values=list(OUTCOMES), columns=3) if known else None
    title = "Leads to sales a month" if monthly else "Leads to sales"
    area = leads.mark_area(interpolate="step-before", opacity=0.75).encode(
        y=_inside("leads:Q", title, format=",d"),
        color=alt.Color("outcome:N", scale=scale, legend=legend),
        order=alt.Order("place:Q"),
        tooltip=[
            alt.Tooltip("threshold:Q", title="From points"),
            alt.Tooltip("outcome:N", title="Outcome"),
            alt.Tooltip("leads:Q", title=title, format=",.0f"),
        ],
    )
    return alt.layer(area, _marked(low, high)).properties(height=190)


def _points(low: int, high: int, title: str | None) -> alt.X:
    axis = alt.Axis(format="d", tickMinStep=1, grid=False, title=title, labels=title is not None)
    return alt.X("threshold:Q", axis=axis, scale=alt.Scale(domain=[low, high], nice=False))


def _inside(field: str, title: str, format: str, domain: list[float] | None = None) -> alt.Y:
    """An axis whose labels stand inside, so that the picture is as wide as the handle's track."""
    axis = alt.Axis(
        title=title,
        format=format,
        tickCount=4,
        labelAlign="left",
        labelPadding=-4,
        labelBaseline="bottom",
        titleAngle=0,
        titleAlign="left",
        titleAnchor="end",
        titleX=0,
        titleY=-8,
        titleBaseline="bottom",
    )
    return alt.Y(field, axis=axis, scale=alt.Scale(domain=domain) if domain else alt.Scale(nice=True))


def _same(field: str) -> alt.Y:
    return alt.Y(field, title="Share of wins kept")


def _marked(low: int, high: int) -> alt.Chart:
    """Where the threshold stands: a full line for what is tried, a dashed one for what is on the table."""
    return (
        alt.Chart(charts.data("marks"))
        .mark_rule(strokeWidth=2)
        .encode(
            x=alt.X("threshold:Q", scale=alt.Scale(domain=[low, high], nice=False)),
            strokeDash=alt.StrokeDash(
                "mark:N", legend=None, scale=alt.Scale(domain=[TRIED, TABLE], range=[[1, 0], [4, 4]])
            ),
            tooltip=[
                alt.Tooltip("mark:N", title="Threshold"),
                alt.Tooltip("threshold:Q", title="From points"),
            ],
        )
    )


def _kept(drawing: Drawing) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "threshold": drawing.thresholds,
            "kept": drawing.kept,
            "low": drawing.low,
            "high": drawing.high,
            "missed": drawing.missed,
            "series": "Wins kept",
        }
    )


def _leads(drawing: Drawing, known: bool) -> pd.DataFrame:
    series = {WON: drawing.won, OPEN: drawing.open, LOST: drawing.lost} if known else {OPEN: drawing.open}
    frames = [
        pd.DataFrame({"threshold": drawing.thresholds, "leads": leads, "outcome": outcome, "place": place})
        for place, (outcome, leads) in enumerate(series.items())
    ]
    return pd.concat(frames, ignore_index=True)


def _marks(trial: Scorecard, present: Scorecard) -> pd.DataFrame:
    stands = {trial.threshold.qualified_from: TRIED}
    stands.setdefault(present.threshold.qualified_from, TABLE)
    return pd.DataFrame({"threshold": list(stands), "mark": list(stands.values())})
