"""The foot of the menu: the workshop, what waits for the person here, and who they are."""

from __future__ import annotations

import streamlit as st

from alignment.waiting import clauses_to_watch, waiting_for
from pages.shared import live, session
from pages.shared.people import with_team
from pages.shared.self_qualified import show_self_qualified
from pages.shared.session import Here


def show(here: Here) -> None:
    """Everything below the menu."""
    with st.sidebar:
        st.caption(f"{here.workshop.phase.value.capitalize()} · version {here.workshop.version}")
        show_waiting()
        show_self_qualified(here)
        _show_me(here)


@st.fragment
def show_waiting() -> None:
    """How many things wait for the person here, kept up to date by itself.

    It listens to what the person does, and only to clauses that may change the number, so that a vote
    does not run everybody's menu.
    """
    found = session.look()
    if found is None:
        return
    number = len(waiting_for(found.workshop, found.me, found.now))
    words = f"Waiting for you: {number}" if number else "Nothing waits for you"
    icon = ":material/notifications_active:" if number else ":material/check_circle:"
    st.page_link("pages/start/inbox.py", label=words, icon=icon)
    watched = clauses_to_watch(found.workshop, found.me, found.now)
    topics = [live.ME, *(f"clause:{clause_id}" for clause_id in watched)]
    live.listen(*topics, head=found.workshop.head, key="live.sidebar")


def _show_me(here: Here) -> None:
    roles = [word for word, so in _roles(here).items() if so]
    st.markdown(with_team(here.me))
    if roles:
        st.caption(" · ".join(roles))
    st.page_link("pages/start/me.py", label="Your devices, leave", icon=":material/devices:")


def _roles(here: Here) -> dict[str, bool]:
    return {"Facilitator": here.me.facilitator, "Decider": here.workshop.decider_id == here.me.id}
