"""Leads that stand still: by stage, the longest waiting first, as a list to act on."""

from __future__ import annotations

import streamlit as st

from definitions.measures.cells import Filter
from definitions.measures.funnel import funnel
from definitions.measures.journeys import Event
from definitions.measures.standing import Standing, standing, standing_sentence
from definitions.phrases import number
from pages.shared.text import plain
from pages.use.measuring.lead_list import show_list
from pages.use.measuring.view import View

STAGE = "measure.stage"


def show_standing(view: View) -> None:
    """Which stage, how many stand still there, and which ones they are."""
    wanted: Filter | None = view.wanted if view.filtered else None
    steps = funnel(view.counted).steps
    found = {str(step.before): standing(view.everything, step, wanted) for step in steps}
    chosen = _ask_stage(found)
    st.markdown(f"**{plain(standing_sentence(chosen))}**")
    show_list(view, f"standing at {chosen.at}", chosen.rows, {"Days waiting": chosen.days})


def _ask_stage(found: dict[str, Standing]) -> Standing:
    """The stages with how many stand still there; to begin with the first from MQL on that has any."""
    later = (name for name, each in found.items() if each.at is not Event.INQUIRY and len(each.rows))
    usual = next(later, next(iter(found)))
    chosen = st.segmented_control(
        "Waiting at", list(found), default=usual, required=True, key=STAGE, persist_state="session",
        format_func=lambda stage: f"{stage} · {number(len(found[stage].rows))}",
    )  # fmt: skip
    return found.get(chosen or "", found[usual])
