"""Versions: one version of the definition against another, and what else changed at the same time."""

from __future__ import annotations

from math import isfinite

import streamlit as st

from definitions.intervals import Estimate
from definitions.measures.versions import Compared, compared, version_sentence
from definitions.phrases import number
from definitions.understood import period
from pages.use.measuring.charts_curves import several
from pages.use.measuring.charts_shares import over_time
from pages.use.measuring.showing import show_chart
from pages.use.measuring.view import View

BEFORE, AFTER = "measure.before", "measure.after"


def show_versions(view: View) -> None:
    """Which two, acceptance by month under each, and how many were won by the same age."""
    names = view.everything.cells.versions
    left, right = st.columns(2)
    before = left.selectbox("From version", names, index=len(names) - 2, key=BEFORE, persist_state="session")
    after = right.selectbox("To version", names, index=len(names) - 1, key=AFTER, persist_state="session")
    if before == after:
        st.caption("Choose two different versions.")
        return
    found = compared(view.any_version, before, after)
    target = view.handoff.acceptance_percent / 100
    rows = [
        (period([month]), f"version {each.name}", rate)
        for month, each, rate in sorted(
            ((month, each, rate) for each in (found.before, found.after) for month, rate in each.by_month),
            key=lambda row: row[0],
        )
        if month[:1].isdigit()
    ]
    show_chart(over_time("versions", version_sentence(found), "Accepted, of those decided", rows, target))
    curves = [(f"version {each.name}", each.closing.by_age) for each in (found.before, found.after)]
    curves = [(name, curve) for name, curve in curves if curve.known_to >= 0]
    show_chart(
        several("won by version", _won_sentence(found), ("Days since MQL", "Share won by then"), curves)
    )
    st.caption("A change that comes with other sources or other vetting is not put down to the definition.")


def _won_sentence(found: Compared) -> str:
    """Won by the same age, so that young leads are not held against the later version."""
    if not isfinite(found.won.value):
        return "There is not enough data to compare how many were won."
    return f"Won within {number(found.days)} days of MQL: {_points(found.won)} from the one to the other."


def _points(found: Estimate) -> str:
    """A difference of shares in points: "3 points more (−1 to 7)"."""
    value, low, high = (round(100 * each) for each in found)
    more = "more" if value >= 0 else "fewer"
    return f"{number(abs(value))} points {more} ({number(low)} to {number(high)})"
