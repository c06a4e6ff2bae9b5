"""Draft: the glossary, what the words of the definition mean here."""

from __future__ import annotations

import streamlit as st

from data.starter import terms
from definitions.contents import ContentKind
from pages.draft import lists, opening, proposing
from pages.shared import session

KIND = ContentKind.TERM


def show_empty() -> None:
    """Nothing yet: the starter terms in one click."""
    with st.container(border=True, key="glossary.empty"):
        st.markdown(
            "**No terms yet.** Begin with the usual words of the trade and make them yours, or add your own."
        )
        proposing.ask_starters("Add the starter terms", terms, "terms", primary=True)


here = session.here()
st.title("Glossary")
st.caption(
    "What each word means in this company, so that marketing, sales and executives mean the same by it."
)
can_draft = lists.show_why_closed(here)
clauses = lists.of_kind(here, KIND)
if can_draft:
    with st.container(horizontal=True):
        proposing.ask_to_propose(KIND, "New term", primary=bool(clauses))
        if clauses and proposing.fresh(here.workshop, terms()):
            proposing.ask_starters("Add the starter terms", terms, "terms")
        opening.ask_to_open_all(here)
    proposing.ask_new(KIND, "New term", terms)
if clauses:
    lists.show_cards(here, KIND)
elif can_draft:
    show_empty()
else:
    st.info("No term has been proposed yet.", icon=":material/menu_book:")
