"""Draft: the criteria, the questions whose answers make a lead qualified."""

from __future__ import annotations

import streamlit as st

from data.starter import classic_scorecard
from definitions.contents import ContentKind
from pages.draft import lists, opening, proposing
from pages.shared import session

KIND = ContentKind.CRITERION


def show_empty() -> None:
    """Nothing yet: the classic scorecard in one click."""
    with st.container(border=True, key="criteria.empty"):
        st.markdown(
            "**No criteria yet.** Begin with the classic scorecard and change it, or propose your own."
        )
        st.caption(
            "The classic: budget, role, need, timing and size, a threshold of 20 points, and a handoff."
        )
        proposing.ask_starters("Add the classic scorecard", classic_scorecard, "scorecard", primary=True)


here = session.here()
st.title("Criteria")
st.caption(
    "Each criterion is a question about a lead. Answers give points; a gate is an answer a lead must have."
)
can_draft = lists.show_why_closed(here)
clauses = lists.of_kind(here, KIND)
if can_draft:
    with st.container(horizontal=True):
        proposing.ask_to_propose(KIND, "New criterion", primary=bool(clauses))
        opening.ask_to_open_all(here)
    proposing.ask_new(KIND, "New criterion", classic_scorecard)
if clauses:
    lists.show_cards(here, KIND)
elif can_draft:
    show_empty()
else:
    st.info("No criterion has been proposed yet.", icon=":material/checklist:")
