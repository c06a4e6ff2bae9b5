"""Draft: the glossary, what the words of the definition mean here."""

from __future__ import annotations

import streamlit as st

from alignment.glossary import terms as glossary_of
from data.starter import terms
from definitions.contents import ContentKind
from definitions.glossaries.stages import stages
from pages.draft import lists, opening, proposing
from pages.draft.glossary_file import ask_file
from pages.draft.glossary_findings import show_findings
from pages.shared import session
from pages.shared.funnel import Step, show_stages
from pages.shared.session import Here

KIND = ContentKind.TERM


def show_empty() -> None:
    """Nothing yet: the starter terms in one click."""
    with st.container(border=True, key="glossary.empty"):
        st.markdown(
            "**No terms yet.** Begin with the usual words of the trade and make them yours, or add your own."
        )
        proposing.ask_starters("Add the starter terms", terms, "terms", primary=True)


def show_funnel(here: Here) -> None:
    """The terms that come before one another, as the stages of a lead."""
    found = stages(glossary_of(here.workshop))
    if found:
        st.header("Stages")
        steps = [Step(term.name, term.owner, _decided_by(term.decided_by)) for term in found]
        show_stages(steps, key="glossary.stages")
        st.caption("From the terms that come before one another. Widths show the order, not numbers.")


def _decided_by(clause: str) -> str:
    return f"{clause} decides" if clause else ""


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
show_findings(here, can_draft)
if clauses:
    lists.show_cards(here, KIND)
elif can_draft:
    show_empty()
else:
    st.info("No term has been proposed yet.", icon=":material/menu_book:")
show_funnel(here)
if clauses or can_draft:
    ask_file(here, can_draft)
