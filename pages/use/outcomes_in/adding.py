"""Adding what was understood: which measures it makes possible, its name, and the one click that keeps it."""

from __future__ import annotations

import streamlit as st

from definitions.measures.possible import possible
from definitions.phrases import listed, number
from pages.shared import session
from pages.shared.text import plain
from pages.simulate.adding import draft
from pages.use.outcomes_in.draft import Coming
from pages.use.outcomes_in.keeping import not_kept, start

PLACE = "outcomes.add"


def show_possible(found: Coming) -> None:
    """What can be measured by this file, and what cannot, with the reason."""
    st.subheader("What can be measured", anchor=False)
    reasons = possible(found.whole)
    can = [measure.value for measure, why in reasons.items() if not why]
    if can:
        st.markdown(f":material/check: {listed(can)}.")
    lines = [f"- :gray[{measure.value}: {plain(why)}]" for measure, why in reasons.items() if why]
    if lines:
        st.markdown("\n".join(lines))


def ask_add(found: Coming) -> None:
    """The name, and the one click that keeps the outcomes."""
    now = found.now
    st.subheader("Add them", anchor=False)
    name = now.key_of_file("outcomes", "name")
    st.text_input(
        "What to call these outcomes", value=now.understood.file_name, key=name, max_chars=200,
        persist_state="session",
    )  # fmt: skip
    with st.container(horizontal=True):
        rows = now.understood.rows_kept
        words = "Add this lead" if rows == 1 else f"Add these {number(rows)} leads"
        st.button(words, key=PLACE, type="primary", on_click=_add, args=(found, name))
        st.button("Take another file", key="outcomes.drop", type="tertiary", on_click=draft.drop)
    session.show_refusal(PLACE)
    if why := not_kept():
        st.error(plain(why), icon=":material/block:")


def _add(found: Coming, name: str) -> None:
    with session.attempt(PLACE):
        start(found, session.typed(name))
