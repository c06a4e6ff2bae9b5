"""Capacity: people times leads a week each, against the leads that come and the handoff's clocks."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from definitions.capacity import Team, Workload, capacity_sentence, workload
from definitions.findings import rate
from definitions.handoff import Handoff
from pages.shared import charts
from pages.shared.possible import handoff_of, show_possible
from pages.shared.team_size import ask_team
from pages.shared.text import plain
from pages.simulate.threshold_charts import CAPACITY, LEADS, TRIED, leads_and_capacity
from pages.simulate.threshold_frames import curve_frame, marks, moved
from pages.simulate.trying import Trying


def show_capacity(trying: Trying) -> None:
    """The team in two numbers, which thresholds it can work, and whether the handoff's promise can hold."""
    team = ask_team()
    found = workload(trying.profiles, trying.curve, team)
    words = capacity_sentence(found, team, trying.draft.threshold.qualified_from)
    st.markdown(f"**{plain(words)}**")
    if found is None:
        return
    _show_tried(found, trying)
    charts.show(
        leads_and_capacity,
        moved(trying),
        datasets=_frames(found, team, trying),
        numbers={},
        words=words,
        key="what_if.capacity",
    )
    handoff = handoff_of(trying.workshop)
    show_possible(trying.profiles, trying.tried, team, handoff or Handoff(), "The handoff, as tried here.")
    if handoff is None:
        st.caption("Nobody has proposed a handoff yet; these are the usual clocks.")


def _show_tried(found: Workload, trying: Trying) -> None:
    """What the tried threshold asks of the team."""
    points = trying.tried.threshold.qualified_from
    place = min(max(points - int(found.thresholds[0]), 0), len(found.thresholds) - 1)
    leads = f"As tried here, from {points} points, {rate(float(found.leads[place]))} leads a week come"
    between = f"({rate(float(found.low[place]))} to {rate(float(found.high[place]))})"
    if found.surely[place]:
        said = "they can be worked."
    elif found.fits[place]:
        said = "they can just be worked: in a usual week more may come."
    else:
        said = "more than can be worked."
    st.markdown(f"{leads} {between}: {said}")


def _frames(found: Workload, team: Team, trying: Trying) -> dict[str, pd.DataFrame]:
    return {
        "curve": curve_frame(LEADS, found.thresholds, found.leads, found.low, found.high),
        "capacity": pd.DataFrame({"value": [team.a_week], "series": [CAPACITY]}),
        "marks": marks({TRIED: trying.tried.threshold.qualified_from}, trying),
    }
