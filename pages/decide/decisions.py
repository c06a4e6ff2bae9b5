"""Decide: the disputed clauses, both positions, and the decider's rulings."""

from __future__ import annotations

import streamlit as st

from alignment.disputes import hardest_first, ruled
from alignment.escalating import escalation_rate
from definitions.findings import percent
from definitions.phrases import number
from pages.decide.disputes import show_dispute
from pages.draft.lists import page_of, show_why_closed
from pages.shared import session, tallies
from pages.shared.session import Here
from pages.shared.text import label

A_PAGE = 4


def show_who_decides(here: Here) -> None:
    """Who rules when the teams still disagree."""
    decider = here.workshop.decider
    if decider is not None:
        you = " That is you." if decider.id == here.me.id else ""
        st.markdown(
            f":material/gavel: **{label(decider.name)}** rules on what is put before the decider.{you}"
        )
    elif here.me.facilitator:
        st.warning(
            "There is no decider yet, who rules when the teams still disagree.", icon=":material/gavel:"
        )
        st.page_link("pages/host/people.py", label="Name the decider", icon=":material/group_add:")


def show_rate(here: Here) -> None:
    """How often the teams needed the decider, of all they voted on."""
    rate = escalation_rate(here.workshop, here.now)
    if rate.escalated and rate.share is not None:
        st.caption(
            f"{number(rate.escalated)} of {number(rate.voted)} clauses that were voted on came before the "
            f"decider ({percent(rate.share)})."
        )


def show_way_to_bridge(here: Here) -> None:
    """After a calibration: where the smallest change that could unite the teams is looked for."""
    if any(not calibration.open for calibration in here.workshop.calibrations.values()):
        st.page_link("pages/decide/bridge.py", label="Look for a bridge", icon=":material/handshake:")


def show_list(clause_ids: list[str], key: str) -> None:
    """Some of the clauses, a few a page."""
    slot = st.container()
    page = page_of(len(clause_ids), key, A_PAGE)
    with slot:
        for clause_id in clause_ids[page]:
            show_dispute(clause_id)


here = session.here()
st.title("Disputes")
st.caption("Where the teams still disagree, the hardest first, with both positions in people's own words.")
show_why_closed(here)
show_who_decides(here)
show_rate(here)
disputed = [clause.id for clause in hardest_first(here.workshop, here.now)]
settled = [clause.id for clause in ruled(here.workshop)]
if disputed:
    show_way_to_bridge(here)
    st.caption(f"{tallies.LEGEND}.")
    show_list(disputed, "disputes.page")
else:
    st.info(
        "Nothing is disputed. A clause comes here when everybody has voted and a team disagrees.",
        icon=":material/handshake:",
    )
if settled:
    st.header("Ruled")
    show_list(settled, "rulings.page")
