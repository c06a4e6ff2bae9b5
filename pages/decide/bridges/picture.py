"""The frontier as a chart: how far two teams can agree at once, the present scorecard, the compromises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

import altair as alt
import pandas as pd

from alignment.people import VOTING_TEAMS, Team
from definitions.bridge.candidates import Candidate, Compromise, Frontier, Method
from definitions.bridge.card import Card
from definitions.findings import percent
from definitions.phrases import listed
from pages.decide.bridges.searching import Searched, expected, pair
from pages.shared import charts
from pages.shared.charts import Ink

NOW, COMPROMISE, POSSIBLE = "Present scorecard", "Compromise", "As far as both can agree"
INKS = {POSSIBLE: Ink.GRAY, COMPROMISE: Ink.BLUE, NOW: Ink.ORANGE}
NEAR = 0.02
"""Points nearer than this both ways share one name, for two would lie on each other."""
MARGIN = 0.03
"""How far the axes go beyond the outermost points."""


def letter(place: int) -> str:
    """What a compromise is called on the chart and in the list."""
    return ascii_uppercase[place]


def show_frontier(found: Searched) -> None:
    """The chart; nothing where only one team judged."""
    shown = pair(found.bridge)
    if shown is None:
        return
    frontier, across, up = shown
    line = _rows([(each.expected, POSSIBLE, "", each.card) for each in _in_order(frontier)], across, up)
    named = [(found.bridge.candidate(Method.PRESENT), NOW, "Now")]
    named += [(each, COMPROMISE, letter(place)) for place, each in enumerate(found.compromises)]
    marks = _rows([(each.expected, kind, name, each.card) for each, kind, name in named], across, up)
    marks["name"] = names_apart(marks[["x", "y", "name"]].itertuples(index=False, name=None))
    every = pd.concat([line, marks])
    ends = {
        "left": max(0.0, every["x"].min() - MARGIN),
        "right": min(1.0, every["x"].max() + MARGIN),
        "bottom": max(0.0, every["y"].min() - MARGIN),
        "top": min(1.0, every["y"].max() + MARGIN),
    }
    charts.show(
        frontier_chart,
        across.value.capitalize(),
        up.value.capitalize(),
        _third(across, up).value.capitalize(),
        datasets={"line": line, "marks": marks},
        numbers=ends,
        words=in_words([(name, each) for each, _, name in named]),
        key="bridge.frontier",
    )


def frontier_chart(across: str, up: str, third: str) -> alt.LayerChart:
    """Two teams' expected agreement, the third one's on hover; the line is where none gains for nothing."""
    x = alt.X("x:Q", title=f"{across} agree", scale=_between("left", "right"), axis=_percents())
    y = alt.Y("y:Q", title=f"{up} agree", scale=_between("bottom", "top"), axis=_percents())
    legend = alt.Legend(values=[NOW, COMPROMISE], columns=2)
    ink = alt.Color("series:N", scale=charts.inks(**INKS), legend=legend)
    tips = [
        alt.Tooltip("series:N", title="What"),
        alt.Tooltip("threshold:Q", title="Threshold"),
        alt.Tooltip("x:Q", title=across, format=".0%"),
        alt.Tooltip("y:Q", title=up, format=".0%"),
        alt.Tooltip("third:N", title=third),
    ]
    possible = alt.Chart(charts.data("line")).encode(x=x, y=y, color=ink)
    line = possible.mark_line(strokeWidth=2, opacity=0.6).encode(order=alt.Order("x:Q"))
    dots = possible.mark_point(filled=True, size=40, opacity=0.8).encode(tooltip=tips)
    named = alt.Chart(charts.data("marks")).encode(x=x, y=y, color=ink)
    shape = alt.Shape(
        "series:N", scale=alt.Scale(domain=[NOW, COMPROMISE], range=["diamond", "circle"]), legend=None
    )
    marks = named.mark_point(filled=True, size=190, opacity=1).encode(shape=shape, tooltip=tips)
    names = named.mark_text(dy=-17, fontSize=15, fontWeight="bold").encode(text="name:N")
    return alt.layer(line, dots, marks, names).properties(height=330)


def names_apart(points: Iterable[tuple[float, float, str]]) -> list[str]:
    """What is written at each point (across, up, its name): nothing where a near one bears its name too."""
    kept: list[tuple[float, float, list[str]]] = []
    written = []
    for x, y, name in points:
        near = next((k for k in kept if abs(k[0] - x) < NEAR and abs(k[1] - y) < NEAR), None)
        if near is None:
            kept.append((x, y, [name]))
        else:
            near[2].append(name)
        written.append(near is None)
    together = iter(", ".join(names) for _, _, names in kept)
    return [next(together) if first else "" for first in written]


def in_words(named: Sequence[tuple[str, Candidate]]) -> str:
    """What the chart shows, for who cannot see it."""
    return " ".join(f"{name}: {agreements(each)}." for name, each in named)


def agreements(candidate: Candidate) -> str:
    """How far each team is expected to agree: "marketing 72 %, sales 74 % and executives 83 %"."""
    by_team = ((team, expected(candidate.expected, team)) for team in VOTING_TEAMS)
    return listed([f"{team.value} {percent(share)}" for team, share in by_team if share == share])


def _in_order(frontier: Frontier) -> tuple[Compromise, ...]:
    return tuple(sorted(frontier.compromises, key=lambda each: each.first))


def _rows(points: Sequence[tuple[tuple[float, ...], str, str, Card]], across: Team, up: Team) -> pd.DataFrame:
    rows = [
        {
            "x": expected(agreed, across),
            "y": expected(agreed, up),
            "third": _percent(expected(agreed, _third(across, up))),
            "series": series,
            "name": name,
            "threshold": card.threshold,
        }
        for agreed, series, name, card in points
    ]
    return pd.DataFrame(rows)


def _third(across: Team, up: Team) -> Team:
    return next(team for team in VOTING_TEAMS if team not in (across, up))


def _percent(share: float) -> str:
    return percent(share) if share == share else "judged nothing"


def _between(low: str, high: str) -> alt.Scale:
    return alt.Scale(domain=[alt.ExprRef(low), alt.ExprRef(high)], zero=False, nice=False)


def _percents() -> alt.Axis:
    return alt.Axis(format=".0%", tickCount=5, grid=True)
