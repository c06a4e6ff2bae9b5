"""Outcomes: what became of the leads, by which the definition is measured."""

from __future__ import annotations

import streamlit as st

from definitions.mapping_edits import Meaning
from pages.shared import session
from pages.shared.session import Here
from pages.simulate.adding import desk, draft
from pages.simulate.adding.file import show_progress
from pages.simulate.adding.matching import ask_cards
from pages.simulate.adding.meanings import ask_meanings
from pages.simulate.warehouse import trip
from pages.simulate.warehouse.choosing import show_trip
from pages.use.measuring.sampling import ask_sample_outcomes
from pages.use.outcomes_in.adding import ask_add, show_possible
from pages.use.outcomes_in.cards import show_sets
from pages.use.outcomes_in.draft import Coming, coming, criteria_in_use
from pages.use.outcomes_in.events import ask_events
from pages.use.outcomes_in.keeping import show_keeping, under_way
from pages.use.outcomes_in.meanings import ask_reasons, ask_which
from pages.use.outcomes_in.taking import ask_file, ask_here, show_file
from pages.use.outcomes_in.warehouse import ask_fetch, ask_warehouse, table


def ask_outcomes(here: Here) -> None:
    """The ways to bring outcomes."""
    if not any(entry.fact.sample for entry in here.workshop.outcome_sets.values()):
        ask_sample_outcomes("outcomes")
    ask_file()
    ask_here(here)
    ask_warehouse(here)


def show_coming(here: Here) -> bool:
    """The file that is being added, if there is one; gives whether there is."""
    if trip.trip() is not None:
        show_trip()
        return True
    if under_way() is not None:
        show_keeping()
        return True
    file = draft.intake()
    if file is not None and file.reading:
        show_progress()
        return True
    found = coming()
    if found is None:
        return False
    ask_mapping(here, found)
    show_possible(found)
    place = table()
    if place is not None:
        ask_fetch(found, place, here)
    else:
        ask_add(found)
    return True


def ask_mapping(here: Here, found: Coming) -> None:
    """What was read, and what each column means."""
    show_file(found.now)
    ask_events(found, here)
    ask_which(found)
    ask_reasons(found, here)
    ask_meanings(found.now, but=(Meaning.DATE,))
    st.subheader("How the leads answer the criteria", anchor=False)
    ask_cards(found.now, criteria_in_use(here))


here = session.here()
desk.sit_at(desk.OUTCOMES)
st.title("Outcomes", anchor=False)
st.caption("What became of the leads. They stay with your host; the record holds only counts.")
may_add = here.me.votes or here.me.facilitator
if not (may_add and show_coming(here)):
    show_sets(here)
    if not here.workshop.outcome_sets:
        st.info("There are no outcomes yet. Add an export of your CRM, or try it with the made-up outcomes.")
    if may_add:
        ask_outcomes(here)
    else:
        st.caption("Members of the three teams and the facilitator can add outcomes.")
