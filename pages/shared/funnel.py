"""The stages of a lead as a funnel: what each is called, who owns it, and where it changes hands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import altair as alt
import pandas as pd
import streamlit as st

from definitions.phrases import counted, listed, quoted
from definitions.texts import fold_name
from pages.shared import charts
from pages.shared.charts import Ink
from pages.shared.text import plain

ROW, AROUND = 52, 10
"""Pixels of each stage, and around all of them."""
NARROWEST = 0.6
"""How wide the last stage is drawn, of the first: narrow enough to be a funnel, wide enough for words."""
NOBODY = "nobody yet"
INKS = {"first": Ink.BLUE, "second": Ink.ORANGE, "third": Ink.GREEN, "others": Ink.PURPLE, NOBODY: Ink.GRAY}
SERIES = ("first", "second", "third", "others")
GROUND = 0.13
"""How strong a stage's ground is: words in the same colour stand on it in both appearances."""
BEYOND = 34
"""Letters of a name or a note that fit into a stage on a phone."""


class Step(NamedTuple):
    """A stage as it is drawn: its name, who owns it (may be empty), and a few words more."""

    name: str
    owner: str = ""
    note: str = ""


def show_stages(steps: Sequence[Step], key: str) -> None:
    """The finding, and below it the stages as a funnel. Widths show the order, not numbers."""
    if not steps:
        return
    words = finding(steps)
    st.markdown(f"**{plain(words)}**")
    told = "; ".join(f"{step.name}, owned by {step.owner or NOBODY}" for step in steps)
    charts.show(
        _picture,
        len(steps),
        datasets={"stages": pd.DataFrame(_rows(steps))},
        numbers={},
        words=f"Funnel of {counted(len(steps), 'stage')}: {told}. {words}",
        key=key,
    )


def finding(steps: Sequence[Step]) -> str:
    """What the stages tell: who has none, or where a lead changes hands."""
    orphans = [step.name for step in steps if not step.owner]
    number = counted(len(steps), "stage").capitalize()
    span = f"{number} from {quoted(steps[0].name)} to {quoted(steps[-1].name)}"
    if orphans and len(orphans) < len(steps):
        return f"{span}, and nobody answers for {listed([quoted(name) for name in orphans])}."
    if orphans:
        return f"{span}. Who answers for each is not said yet."
    changes = [(a, b) for a, b in pairwise(steps) if not _same(a.owner, b.owner)]
    if not changes:
        return f"{span}, all of them with {steps[0].owner}."
    passes = listed([f"from {a.owner} to {b.owner} at {quoted(b.name)}" for a, b in changes])
    return f"{span}. A lead passes {passes}."


def _same(one: str, other: str) -> bool:
    return fold_name(one) == fold_name(other)


def _rows(steps: Sequence[Step]) -> list[dict[str, object]]:
    owners = list(dict.fromkeys(fold_name(step.owner) for step in steps if step.owner))
    shrink = (1 - NARROWEST) / max(1, len(steps) - 1)
    return [
        {
            "row": row,
            "left": -(1 - row * shrink),
            "right": 1 - row * shrink,
            "middle": 0,
            "series": SERIES[min(owners.index(fold_name(step.owner)), 3)] if step.owner else NOBODY,
            "name": _short(step.name),
            "words": _short(" · ".join(filter(None, (step.owner or NOBODY, step.note)))),
            "whole": step.name,
            "owner": step.owner or NOBODY,
            "note": step.note,
        }
        for row, step in enumerate(steps)
    ]


def _short(text: str) -> str:
    return text if len(text) <= BEYOND else f"{text[: BEYOND - 1]}…"


def _picture(rows: int) -> alt.LayerChart:
    """A bar for each stage, and in it the stage's name and owner."""
    scale = alt.Scale(domain=[-1, 1], nice=False)
    row = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.12, paddingOuter=0))
    ink = alt.Color("series:N", scale=charts.inks(**INKS), legend=None)
    tooltip = [
        alt.Tooltip("whole:N", title="Stage"),
        alt.Tooltip("owner:N", title="Owner"),
        alt.Tooltip("note:N", title=" "),
    ]
    stages = alt.Chart(charts.data("stages")).encode(y=row, color=ink, tooltip=tooltip)
    bars = stages.mark_bar(opacity=GROUND, cornerRadius=4).encode(
        x=alt.X("left:Q", axis=None, scale=scale), x2="right:Q"
    )
    middle = stages.encode(x=alt.X("middle:Q", axis=None, scale=scale))
    names = middle.mark_text(dy=-9, fontSize=14, fontWeight="bold").encode(text="name:N")
    words = middle.mark_text(dy=9, fontSize=12).encode(text="words:N")
    return alt.layer(bars, names, words).properties(height=ROW * rows + AROUND)
