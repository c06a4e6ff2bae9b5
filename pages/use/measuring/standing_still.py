"""Leads that stand still: by stage, the longest waiting first, as a list to act on."""

from __future__ import annotations

import streamlit as st

from definitions.measures.cells import Filter
from definitions.measures.funnel import funnel
from definitions.measures.standing import Standing, awaited, standing, standing_sentence
from definitions.phrases import number
from pages.shared.text import plain
from pages.use.measuring.lead_list import show_list
from pages.use.measuring.showing import show_lacking
from pages.use.measuring.view import View

STAGE = "measure.stage"
NO_STAGE = "The data tell of no stage after MQL, so it cannot be said who waits there."


def show_standing(view: View) -> None:
    """Which stage, how many stand still there, and which ones they are."""
    wanted: Filter | None = view.wanted if view.filtered else None
    steps = awaited(funnel(view.counted))
    if not steps:
        show_lacking(NO_STAGE)
        return
    found = {str(step.before): standing(view.everything, step, wanted) for step in steps}
    chosen = _ask_stage(found)
    st.markdown(f"**{plain(standing_sentence(chosen))}**")
    show_list(view, f"standing at {chosen.at}", chosen.rows, {"Days waiting": chosen.days})


def _ask_stage(found: dict[str, Standing]) -> Standing:
    """The stages with how many stand still there; to begin with the first that has any."""
    usual = next((name for name, each in found.items() if len(each.rows)), next(iter(found)))
    chosen = st.segmented_control(
        "Waiting at", list(found), default=usual, required=True, key=STAGE, persist_state="session",
        format_func=lambda stage: f"{stage} · {number(len(found[stage].rows))}",
    )  # fmt: skip
    return found.get(chosen or "", found[usual])
