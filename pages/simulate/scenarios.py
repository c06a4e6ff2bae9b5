"""Scenarios: named what-ifs as pills; one click tries them again."""

from __future__ import annotations

from functools import partial

import streamlit as st

from alignment.actions.scenarios import remove_scenario, save_scenario
from alignment.scenarios import ScenarioEntry
from alignment.workshop import Workshop
from definitions.what_if import WhatIf
from pages.shared import session
from pages.shared.text import label
from pages.simulate.trial import back_to_the_table, keep, set_field, trial
from pages.simulate.trying import Trying

PILLS, NAME, NOTE = "what_if.scenario", "what_if.scenario_name", "what_if.scenario_note"
DRAFT = "draft"
PLACE = "what_if.scenarios"


def ask_scenarios(trying: Trying) -> None:
    """The draft and every scenario as pills; to save what is tried, or remove the scenario that is."""
    kept, now = trying.workshop.scenarios, trial(trying.workshop.id)
    tried = tried_scenario(trying.workshop, now)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if kept:
            set_field(PILLS, tried.id if tried is not None else None if now.tries_something else DRAFT)
            st.pills(
                "Scenarios",
                [DRAFT, *kept],
                format_func=partial(_words, trying.workshop),
                key=PILLS,
                on_change=_choose,
                args=(trying.workshop.id,),
            )
        if trying.acts and now.tries_something and tried is None:
            _ask_to_save()
        if tried is not None and (trying.found.me.facilitator or tried.by == trying.found.me.id):
            st.button(
                "Remove this scenario",
                key=f"what_if.remove.{tried.id}",
                type="tertiary",
                icon=":material/delete:",
                on_click=_remove,
                args=(tried.id,),
            )
    session.show_refusal(PLACE)
    if tried is not None:
        note = f" {label(tried.note)}" if tried.note else ""
        st.caption(f"Saved by {label(trying.workshop.name_of(tried.by))}.{note}")


def tried_scenario(workshop: Workshop, now: WhatIf) -> ScenarioEntry | None:
    """The scenario that is tried now, if it is one."""
    return next((s for s in workshop.scenarios.values() if s.scenario.what_if == now), None)


def _words(workshop: Workshop, choice: str) -> str:
    kept = workshop.scenarios.get(choice)
    return label(kept.name) if kept is not None else "As in the draft"


def _choose(workshop_id: str) -> None:
    choice = session.typed(PILLS, None)
    found = session.look()
    kept = found.workshop.scenarios.get(choice) if found is not None and choice is not None else None
    if kept is not None:
        keep(workshop_id, kept.scenario.what_if)
    elif choice == DRAFT:
        back_to_the_table(workshop_id)


def _ask_to_save() -> None:
    with st.popover("Save as a scenario", icon=":material/bookmark_add:", type="tertiary"):
        st.text_input("Name", key=NAME, max_chars=200, on_change="ignore")
        st.text_input("Note", key=NOTE, placeholder="What is it for?", on_change="ignore")
        st.button("Save", key="what_if.save", type="primary", on_click=_save)


def _save() -> None:
    with session.attempt(PLACE):
        found = session.here()
        session.act(save_scenario, session.typed(NAME), trial(found.workshop.id), session.typed(NOTE))
        session.said("The scenario is saved. Everybody in the workshop can try it.")
        session.clear(NAME, NOTE)


def _remove(scenario_id: str) -> None:
    with session.attempt(PLACE):
        session.act(remove_scenario, scenario_id)
        session.said("The scenario is removed.")
