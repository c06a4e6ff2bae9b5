"""Adding what was understood and chosen: the leads get a name, are kept, and the workshop knows them."""

from __future__ import annotations

import streamlit as st

from alignment.actions.leads import add_lead_set
from data.keeping import keep
from data.lead_sets import added
from data.settings import settings
from definitions.phrases import number
from pages.shared import session
from pages.simulate.adding import draft
from pages.simulate.adding.again import usual_name
from pages.simulate.adding.draft import Draft


def ask_add(now: Draft) -> None:
    """The name, and the one click that keeps the leads."""
    st.subheader("Add them", anchor=False)
    st.text_input(
        "What to call these leads",
        value=usual_name(now),
        key=now.key_of_file("name"),
        max_chars=200,
        # While a file is read in another way, which may take a while, the field is not there.
        persist_state="session",
    )
    again = bool(now.offer.mapped_from)
    with st.container(horizontal=True):
        count = now.understood.rows_kept
        words = "Add this lead" if count == 1 else f"Add these {number(count)} leads"
        words = f"{words}, mapped so" if again else words
        st.button(words, key="leads.add", type="primary", on_click=_add, args=(now,))
        other = "Leave them as they were" if again else "Take another file"
        st.button(other, key="leads.drop", type="tertiary", on_click=draft.drop)
    session.show_refusal("leads.add")


def _add(now: Draft) -> None:
    with session.attempt("leads.add"):
        name = session.typed(now.key_of_file("name")) or usual_name(now)
        kept = keep(now.understood, now.mapping, settings().leads, name, now.offer.former)
        session.act(add_lead_set, added(kept, now.offer.mapped_from))
        session.said(f"{number(kept.rows)} leads were added.")
        draft.drop()
