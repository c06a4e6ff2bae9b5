"""For a host: how many people a team needs for its result to be shown on its own."""

from __future__ import annotations

import streamlit as st

from alignment.actions.people import LARGEST_SMALLEST, choose_smallest_group
from pages.shared import session
from pages.shared.session import Here

KEY = "people.smallest_group"


def ask_smallest_group(here: Here) -> None:
    """The number, what it does, and the button."""
    st.subheader("Small groups")
    st.write(
        "With three executives, a result split by team tells who voted how. Choose how many people a team "
        "needs for its result to be shown on its own. Reasons, disputes and the record keep their names."
    )
    with st.form("people.smallest", border=False):
        st.number_input(
            "Smallest group shown", 1, LARGEST_SMALLEST, here.workshop.smallest_group, key=KEY, width=200
        )
        st.form_submit_button("Save", key=f"{KEY}.save", on_click=_choose)
    session.show_refusal(KEY)


def _choose() -> None:
    with session.attempt(KEY):
        session.act(choose_smallest_group, session.typed(KEY, 1))
        session.said("Saved. It holds for every result from now on.")
