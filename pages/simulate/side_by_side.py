"""Scenarios side by side: what each says, and what it would have done to the leads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from math import isnan

import streamlit as st

from alignment.workshop import Workshop
from definitions.differences import differences
from definitions.findings import count_range, percent, percent_range, rate
from definitions.flips import flips
from definitions.phrases import number, points
from definitions.scorecard import Scorecard
from definitions.simulation import Figures, figures
from definitions.what_if import changed_criteria, tried
from pages.shared.text import breakable, label
from pages.simulate.trying import Trying

CHOSEN = "what_if.compared"
MOST = 4


def show_side_by_side(trying: Trying) -> None:
    """The draft, what is tried, and the chosen scenarios, a column each."""
    kept = trying.workshop.scenarios
    if not kept:
        st.markdown("**No scenario is saved yet.**")
        st.caption("Change the threshold, points or gates, then save it as a scenario above the curve.")
    chosen: list[str] = _ask(trying.workshop) if kept else []
    columns = {"Draft": trying.draft}
    others = {kept[each].name: tried(trying.draft, kept[each].scenario.what_if) for each in chosen[:MOST]}
    if trying.tried not in (trying.draft, *others.values()):
        columns["Tried here"] = trying.tried
    columns |= others
    if len(columns) > 1:
        st.markdown(_table(columns, trying))
        st.caption("With 95 % intervals. Verdicts that change are counted against the draft.")


def _ask(workshop: Workshop) -> list[str]:
    kept = list(workshop.scenarios)
    chosen: list[str] = st.pills(
        f"Compare up to {MOST} scenarios",
        kept,
        selection_mode="multi",
        default=kept[:2],
        format_func=partial(_name, workshop),
        key=CHOSEN,
    )
    return chosen


def _name(workshop: Workshop, scenario_id: str) -> str:
    return label(workshop.scenarios[scenario_id].name)


def _table(columns: Mapping[str, Scorecard], trying: Trying) -> str:
    rows = {name: _column(scorecard, trying) for name, scorecard in columns.items()}
    heads = next(iter(rows.values()))
    lines = ["| | " + " | ".join(breakable(label(name)) for name in rows) + " |"]
    lines.append("|:--|" + ":--|" * len(rows))
    lines += [f"| **{what}** | " + " | ".join(row[what] for row in rows.values()) + " |" for what in heads]
    return "\n".join(lines)


def _column(scorecard: Scorecard, trying: Trying) -> dict[str, str]:
    found = figures(trying.profiles, scorecard)
    column = {
        "Threshold": points(scorecard.threshold.qualified_from),
        "Other points and gates": _changed(trying.draft, scorecard),
        "To sales": _volume(found),
    }
    if trying.known:
        column |= {
            "Wins kept": "–" if isnan(found.wins_kept.value) else _share(found),
            "Wins missed": f"{number(round(found.wins_missed.value))} ({count_range(found.wins_missed)})",
            "Wasted calls": f"{number(found.lost)} ({count_range(found.wasted_calls)})",
        }
    column["Verdicts that change"] = number(flips(trying.profiles, trying.draft, scorecard).changed)
    return column


def _share(found: Figures) -> str:
    return f"{percent(found.wins_kept.value)} ({percent_range(found.wins_kept)})"


def _volume(found: Figures) -> str:
    weekly = found.leads_per_week
    if weekly is None:
        return f"{number(found.qualified)} leads"
    return f"{rate(weekly.value)} a week ({rate(weekly.low)} to {rate(weekly.high)})"


def _changed(draft: Scorecard, scorecard: Scorecard) -> str:
    """What differs from the draft, on one line of a table."""
    found = [
        f"{label(before.name)}: {label(d.what)} {label(d.after)}"
        for before, after in changed_criteria(draft, scorecard)
        for d in differences(before, after)
    ]
    return breakable("; ".join(found)) or "none"
