"""Leads: the sets of past leads that thresholds are tried on."""

from __future__ import annotations

import streamlit as st

from pages.shared import session
from pages.shared.lead_sets import ask_sample, criteria_of, is_sample, sample_answers
from pages.shared.session import Here
from pages.simulate.adding import desk, draft
from pages.simulate.adding.file import ask_file, show_progress
from pages.simulate.adding.finishing import ask_add
from pages.simulate.adding.matching import ask_matching
from pages.simulate.adding.meanings import ask_meanings, ask_outcome
from pages.simulate.adding.reading import show_reading
from pages.simulate.lead_set_cards import show_lead_sets
from pages.simulate.warehouse import trip
from pages.simulate.warehouse.choosing import ask_warehouse, show_trip
from pages.simulate.warehouse.table import show_table


def ask_leads(here: Here) -> None:
    """The ways to add leads: the made-up sample, a file, or a count in a warehouse."""
    criteria = criteria_of(here.workshop)
    has_sample = any(is_sample(entry) for entry in here.workshop.lead_sets.values())
    if sample_answers(criteria) and not has_sample:
        ask_sample("leads", primary=not here.workshop.lead_sets)
    ask_file(criteria)
    ask_warehouse(here, criteria)


def show_draft(here: Here) -> bool:
    """The file or table that is being added, if there is one; gives whether there is."""
    if trip.trip() is not None:
        show_trip()
        return True
    file = draft.intake()
    if file is not None and file.reading:
        show_progress()
        return True
    now = draft.draft()
    if now is None:
        return False
    if (place := trip.table()) is not None:
        show_table(now, place, here)
        return True
    show_reading(now)
    ask_outcome(now)
    ask_matching(now, here.workshop)
    ask_meanings(now)
    ask_add(now)
    return True


here = session.here()
desk.sit_at(desk.LEADS)
st.title("Leads", anchor=False)
st.caption(
    "Sets of past leads to try the scorecard on. The leads stay with your host; the record holds only counts."
)
may_add = here.me.votes or here.me.facilitator
if not (may_add and show_draft(here)):
    show_lead_sets(here)
    if not here.workshop.lead_sets:
        st.info("There are no leads yet. Begin with the sample leads, or add a file of your own.")
    if may_add:
        ask_leads(here)
    else:
        st.caption("Members of the three teams and the facilitator can add leads.")
