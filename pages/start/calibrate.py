"""Prepare: everybody judges the same leads alone; then all see where their definitions differ."""

from __future__ import annotations

import streamlit as st

from alignment.calibrations import Calibration
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.then_and_now import show_then_and_now
from pages.start.calibration.gathering import show_gathering
from pages.start.calibration.judging import show_judging
from pages.start.calibration.opening import ask_to_open
from pages.start.calibration.own_points import show_own_points
from pages.start.calibration.results import show_lost_reason, show_results


def show_empty(here: Here) -> None:
    """Nothing to judge yet: a facilitator draws leads, the others are told what will come."""
    if here.me.facilitator:
        with st.container(border=True, key="calibrate.empty"):
            st.markdown(
                "**The same leads for everybody, judged blind.** Nobody sees points or what the others say. "
                "Then you reveal it: one number for agreement, and the leads that you need to talk about."
            )
            ask_to_open(here, "Put them before everybody")
        return
    hosts = " or ".join(label(person.name) for person in here.workshop.people if person.facilitator)
    st.info(
        f"There is nothing to judge yet. {hosts or 'A facilitator'} begins it.", icon=":material/fact_check:"
    )


def show_open(here: Here) -> None:
    """One's own judging, and how far the teams are."""
    if not here.me.votes:
        st.info(
            "The three teams judge leads on their own now. Nobody sees how until it is revealed.",
            icon=":material/lock:",
        )
        show_gathering()
        return
    mine, all_others = st.columns([3, 2], gap="large")
    with mine:
        show_judging()
        show_own_points()
    with all_others:
        show_gathering()


def show_earlier(calibrations: list[Calibration]) -> None:
    """What was revealed before, folded."""
    for calibration in reversed(calibrations):
        words, key = f"Before: {label(calibration.name)}", f"calibrate.earlier.{calibration.id}"
        fold = st.expander(words, key=key, icon=":material/history:", on_change="rerun")
        if fold.open:
            with fold:
                show_results(calibration.id)


here = session.here()
calibrations = list(here.workshop.calibrations.values())
st.title("Calibrate")
st.caption("The same leads for everybody, judged alone: it shows where your definitions differ.")
if not calibrations:
    show_empty(here)
elif calibrations[-1].open:
    show_open(here)
else:
    show_lost_reason(here, calibrations[-1])
    if len(calibrations) > 1:
        show_then_and_now(here, "calibrate.before_after")
    show_results(calibrations[-1].id)
    if here.me.facilitator:
        with st.expander("Start another round", icon=":material/campaign:"):
            ask_to_open(here, "Put them before everybody")
show_earlier(calibrations[:-1])
