"""Alignment before and after as one picture: a row a measure, where it began and where it is."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from alignment.before_after import before_and_after, matching_now
from alignment.then_and_now import Mark, ThenAndNow, finding, then_and_now
from alignment.workshop import Workshop
from pages.shared import charts
from pages.shared.calibrated import findings_of
from pages.shared.charts import Ink
from pages.shared.session import Here

THEN, NOW = "At first", "Now"
ROW, AROUND = 62, 50
CLOSE = 0.25
INWARD = alt.ExprRef("datum.share < 0.2 ? 'left' : datum.share > 0.8 ? 'right' : 'center'")
"""Words near an end are written towards the middle."""
LINE = "#8f897b"
"""Seen on light and on dark."""


def show_then_and_now(found: Here, key: str) -> None:
    """The chart with its finding as the heading; nothing before the first calibration is revealed."""
    rows = _measured(found)
    if not rows:
        return
    with st.container(border=True, key=f"{key}.card"):
        st.markdown(f"**Before and after.** {finding(rows)}")
        charts.show(
            _picture,
            len(rows),
            datasets={"measured": pd.DataFrame(_marks(rows)), "moved": pd.DataFrame(_spans(rows))},
            numbers={},
            words=" ".join((finding(rows), *(row.sentence for row in rows))),
            key=key,
        )
        if all(row.now is None for row in rows[:1]):
            st.caption("Once the definition is in force, judge leads again: then this shows what it changed.")


def _measured(found: Here) -> tuple[ThenAndNow, ...]:
    compared = before_and_after(found.workshop, found.now)
    if compared.first is None:
        return ()
    latest = (compared.last or compared.first).calibration
    alphas = tuple(
        _alpha(found.workshop, each.calibration.id) if each is not None else None
        for each in (compared.first, compared.last)
    )
    return then_and_now(compared, (alphas[0], alphas[1]), matching_now(found.workshop, latest))


def _alpha(workshop: Workshop, calibration_id: str) -> float | None:
    shown = findings_of(workshop, workshop.calibrations[calibration_id])
    return shown.together.alpha.value if shown is not None else None


def _marks(rows: tuple[ThenAndNow, ...]) -> list[dict[str, object]]:
    return [
        {"row": row.measure.value, "when": when, "share": mark.share, "words": mark.words}
        for row in rows
        for when, mark in _both(row)
    ]


def _both(row: ThenAndNow) -> list[tuple[str, Mark]]:
    """The marks to draw: one only where nothing changed; close ones share their words, or they overlap."""
    then, now = row.then, row.now
    if then is None or now is None or then.words == now.words:
        mark = now or then
        return [(NOW if now is not None else THEN, mark)] if mark is not None else []
    if abs(then.share - now.share) >= CLOSE:
        return [(THEN, then), (NOW, now)]
    return [(THEN, Mark(then.share, "")), (NOW, Mark(now.share, f"{then.words} \u2192 {now.words}"))]


def _spans(rows: tuple[ThenAndNow, ...]) -> list[dict[str, object]]:
    return [
        {
            "row": row.measure.value,
            "zero": 0,
            "one": 1,
            "from": (row.then or row.now or Mark(0, "")).share,
            "to": (row.now or row.then or Mark(0, "")).share,
        }
        for row in rows
    ]


def _picture(rows: int) -> alt.LayerChart:
    """Each row: its name, a thin line from none to all, and a thick one from then to now."""
    scale = alt.Scale(domain=[0, 1])
    names = alt.Axis(
        title=None,
        labelAlign="left",
        labelPadding=0,
        labelOffset=-20,
        labelLimit=0,
        labelFontSize=14,
        labelFlush=False,
    )
    row = alt.Y("row:N", sort=None, axis=names)
    lines = alt.Chart(charts.data("moved")).encode(y=row)
    whole = lines.mark_rule(opacity=0.4, color=LINE).encode(
        x=alt.X("zero:Q", scale=scale, axis=None), x2="one:Q"
    )
    moved = lines.mark_rule(strokeWidth=4, color=LINE).encode(
        x=alt.X("from:Q", scale=scale, axis=None), x2="to:Q"
    )
    return alt.layer(whole, moved, *_marked(row, scale)).properties(height=ROW * rows + AROUND)


def _marked(row: alt.Y, scale: alt.Scale) -> tuple[alt.Chart, alt.Chart]:
    """The marks for then and now, and what is written under them."""
    look = charts.inks(**{NOW: Ink.BLUE, THEN: Ink.GRAY})
    legend = alt.Legend(values=[THEN, NOW])
    marks = alt.Chart(charts.data("measured")).encode(
        x=alt.X("share:Q", scale=scale, axis=None),
        y=row,
        color=alt.Color("when:N", scale=look, legend=legend),
        tooltip=[alt.Tooltip("row:N", title=" "), alt.Tooltip("when:N", title=" "), "words:N"],
    )
    shape = alt.Shape(
        "when:N", scale=alt.Scale(domain=[THEN, NOW], range=["circle", "diamond"]), legend=legend
    )
    points = marks.mark_point(filled=True, size=170, opacity=1).encode(shape=shape)
    words = marks.mark_text(align=INWARD, dy=19, fontSize=13, fontWeight="bold").encode(text="words:N")
    return points, words
