"""The points and thresholds that people proposed on their own, a dot each, by team."""

from __future__ import annotations

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

from alignment.calibrated import Calibrated
from alignment.calibrations import Calibration
from alignment.people import VOTING_TEAMS
from definitions.phrases import counted
from pages.shared import charts
from pages.shared.charts import Ink

TEAMS = tuple(team.value.capitalize() for team in VOTING_TEAMS)
INKS = dict(zip(TEAMS, (Ink.ORANGE, Ink.BLUE, Ink.PURPLE), strict=True))
ROW, AROUND = 26, 130
THRESHOLD = "Qualified from"


def show_spread(calibration: Calibration, shown: Calibrated) -> None:
    """The thresholds at once, the points of each answer when asked for."""
    cards = [row for row in range(len(shown.judgements.people)) if _proposed(shown, row)]
    if not cards:
        return
    st.subheader("Points that people proposed", anchor=False)
    values = [float(shown.judgements.thresholds[row]) for row in cards]
    thresholds: list[dict[str, object]] = [
        {"row": THRESHOLD, "points": value, **_who(shown, row)}
        for row, value in zip(cards, values, strict=True)
    ]
    words = (
        f"{counted(len(cards), 'card').capitalize()}: thresholds from {min(values):.0f} to "
        f"{max(values):.0f}, half of them up to {float(np.median(values)):.0f}."
    )
    st.markdown(f"**{words}**")
    _show(thresholds, 1, words, f"calibrate.thresholds.{calibration.id}")
    _show_points(calibration, shown, cards, words)


def _show_points(calibration: Calibration, shown: Calibrated, cards: list[int], words: str) -> None:
    """The points of each answer, folded: one row an answer makes a tall picture."""
    key = f"calibrate.spread.{calibration.id}"
    window = st.expander(
        "The points for each answer", key=key, icon=":material/scatter_plot:", on_change="rerun"
    )
    if window.open:
        with window:
            rows = _points(calibration, shown, cards)
            names = len({row["row"] for row in rows})
            _show(rows, names, f"{words} The points for each answer by team.", f"{key}.chart")


def _proposed(shown: Calibrated, row: int) -> bool:
    return bool(np.isfinite(shown.judgements.thresholds[row]))


def _who(shown: Calibrated, row: int) -> dict[str, str]:
    person = shown.judgements.people[row]
    return {"team": person.team.value.capitalize(), "person": person.name}


def _points(calibration: Calibration, shown: Calibrated, cards: list[int]) -> list[dict[str, object]]:
    drawn = calibration.drawn
    names = [
        f"{' '.join(name.split())}: {' '.join(answer.split())}"
        for name, answers in zip(drawn.criteria, drawn.labels, strict=True)
        for answer in answers
    ]
    return [
        {"row": name, "points": float(shown.judgements.points[row, place]), **_who(shown, row)}
        for place, name in enumerate(names)
        for row in cards
    ]


def _show(rows: list[dict[str, object]], names: int, words: str, key: str) -> None:
    charts.show(_picture, names, datasets={"cards": pd.DataFrame(rows)}, numbers={}, words=words, key=key)


def _picture(rows: int) -> alt.LayerChart:
    """A dot a person by team; equal points of several teams stand above each other."""
    legend = alt.Legend(values=list(TEAMS), columns=1)
    chart = alt.Chart(charts.data("cards")).encode(
        x=alt.X("points:Q", title="Points", axis=alt.Axis(tickMinStep=1)),
        y=alt.Y("row:N", sort=None, title=None, axis=alt.Axis(labelLimit=170)),
        yOffset=alt.YOffset("team:N", sort=list(TEAMS)),
        color=alt.Color("team:N", scale=charts.inks(**INKS), legend=legend),
        shape=alt.Shape(
            "team:N",
            scale=alt.Scale(domain=list(TEAMS), range=["circle", "diamond", "square"]),
            legend=legend,
        ),
        tooltip=[alt.Tooltip("person:N", title=" "), "team:N", "row:N", "points:Q"],
    )
    points = chart.mark_point(filled=True, size=80, opacity=0.75)
    return alt.layer(points).properties(height=max(rows, 2) * ROW + AROUND)
