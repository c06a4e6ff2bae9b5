"""How many leads qualified themselves and wait for somebody: a number in the menu, kept up to date."""

from __future__ import annotations

import streamlit as st

from alignment.refused import Refused
from data.assessments.assessing import tried
from data.assessments.wanted import Wanted
from data.rooms import rooms
from pages.shared import session
from pages.shared.session import Here

EVERY = "60s"
WAITING = Wanted(waiting=True)


def show_self_qualified(here: Here) -> None:
    """The number, for those who look after leads, while there is a form for prospects."""
    if here.workshop.self_qualification is not None and (here.me.votes or here.me.facilitator):
        _show_number()


@st.fragment(run_every=EVERY)
def _show_number() -> None:
    found = session.look()
    if found is None:
        return
    store = rooms().ledger.assessments
    try:
        number = tried(lambda: store.count(found.workshop.id, WAITING))
    except Refused:  # the menu is there without it
        return
    if number:
        st.page_link(
            "pages/use/assessments.py",
            label=f"Self-qualified leads: {number:,}",
            icon=":material/person_add:",
        )
