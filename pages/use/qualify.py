"""Qualify a lead: one question after another by the definition in force, and what to do next."""

from __future__ import annotations

import streamlit as st

from definitions.phrases import listed
from pages.shared import session
from pages.shared.not_yet import show_not_in_force
from pages.shared.text import label
from pages.use.qualifying.asking import ask_lead, ask_question
from pages.use.qualifying.draft import Qualifying, qualifying
from pages.use.qualifying.growing import show_growing
from pages.use.qualifying.outcome import show_outcome, start_again


@st.fragment
def show_qualifying() -> None:
    """The lead that the person here is at."""
    found = session.look()
    now = qualifying(found) if found is not None else None
    if now is None:
        return
    if not now.draft.begun:
        ask_lead()
        return
    _show_lead(now)
    criterion = now.criterion
    left, right = st.columns([3, 2], gap="large")
    if criterion is None:
        show_outcome(now, left, right)
        return
    with left:
        ask_question(now, criterion)
    with right:
        show_growing(now)


def _show_lead(now: Qualifying) -> None:
    """Which lead it is, and that the definition has changed, if so."""
    draft, source = now.draft, f" · {label(now.draft.source)}" if now.draft.source else ""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{label(draft.reference)}**{source} · version {now.text.version}", width="stretch")
        if draft.kept_at is None:
            st.button("Give up", key="qualify.give_up", type="tertiary", on_click=start_again)
    if draft.lost is not None:
        again = f" Asked again: {listed([label(name) for name in draft.lost])}." if draft.lost else ""
        st.warning(
            f"Version {now.text.version} of the definition came into force meanwhile. Answers that still fit "
            f"are kept.{again}",
            icon=":material/update:",
        )


here = session.here()
st.title("Qualify a lead")
st.caption("One question after another by the definition in force; then the verdict, and what to do next.")
if here.workshop.in_force is None:
    show_not_in_force("Leads can be qualified once it is signed.", "rule")
elif not (here.me.votes or here.me.facilitator):
    st.info("You observe: the three teams qualify leads here.", icon=":material/visibility:")
else:
    show_qualifying()
