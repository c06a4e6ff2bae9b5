"""Draft: the business problems that a contact can recognise, and the answer to each."""

from __future__ import annotations

import streamlit as st

from alignment.glossary import contents
from data.starter import problems
from definitions.contents import ContentKind
from definitions.criteria import Criterion
from definitions.phrases import listed
from pages.draft import lists, opening, proposing
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import plain

KIND = ContentKind.PROBLEM
CRITERIA = "pages/draft/criteria.py"


def show_empty() -> None:
    """Nothing yet: made-up problems in one click."""
    with st.container(border=True, key="problems.empty"):
        st.markdown(
            "**No problems yet.** Begin with five made-up ones and put yours in their place, or add your own."
        )
        st.caption("A need is clear when a contact recognises one of the problems that you solve.")
        proposing.ask_starters("Add the example problems", problems, "problems", primary=True)


def show_who_asks(here: Here) -> None:
    """Which criteria ask for these problems; without one, the way to the criteria."""
    criteria = (content for content in contents(here.workshop) if isinstance(content, Criterion))
    names = [criterion.name for criterion in criteria if criterion.about_problems]
    if names:
        st.markdown(f":material/link: Asked for in {plain(listed(names))}.")
        return
    st.info(
        "No criterion asks for these problems yet. Edit the one about the need and say there that it does.",
        icon=":material/link_off:",
    )
    st.page_link(CRITERIA, label="To the criteria", icon=":material/checklist:")


here = session.here()
st.title("Problems and solutions")
st.caption("The business problems that a contact can recognise, and what your company does about each.")
can_draft = lists.show_why_closed(here)
clauses = lists.of_kind(here, KIND)
if can_draft:
    with st.container(horizontal=True):
        proposing.ask_to_propose(KIND, "New problem", primary=bool(clauses))
        opening.ask_to_open_all(here)
    proposing.ask_new(KIND, "New problem", problems)
if clauses:
    show_who_asks(here)
    lists.show_cards(here, KIND)
elif can_draft:
    show_empty()
else:
    st.info("No problem has been proposed yet.", icon=":material/lightbulb:")
