"""Leads for sales: qualified leads that wait for sales, the oldest first, each with its clock."""

from __future__ import annotations

import streamlit as st

from alignment.composing import frozen_document
from alignment.refused import Refused
from data.assessments.assessing import tried
from data.assessments.assessment import Assessment
from data.assessments.following import may_follow
from data.assessments.wanted import Wanted
from data.rooms import rooms
from definitions.handoff import Handoff
from definitions.phrases import counted
from pages.shared import session
from pages.shared.session import Here
from pages.use.following.lead import show_lead
from pages.use.following.saying import PLACE

A_PAGE = 10
PAGE = "follow.page"
OPEN, DONE = "With sales", "Done"
EVERY = "30s"


@st.fragment(run_every=EVERY)
def show_inbox(handoff: Handoff) -> None:
    """The list; looked at again by itself, because leads arrive and clocks run."""
    here = session.look()
    if here is None:
        return
    which = st.segmented_control(
        "Which leads", [OPEN, DONE], default=OPEN, required=True, key="follow.which",
        label_visibility="collapsed",
    )  # fmt: skip
    wanted, store = Wanted(with_sales=which != DONE), rooms().ledger.assessments
    at = session.typed(PAGE, 1)
    page = tried(lambda: store.assessments_of(here.workshop.id, wanted, at, A_PAGE, which != DONE))
    session.show_refusal(PLACE)
    st.caption(counted(page.total, "lead").capitalize())
    if not page.total:
        show_nothing(which)
    show_leads(here, page.assessments, handoff)
    pages = -(-page.total // A_PAGE)
    if pages > 1:
        with st.container(horizontal_alignment="center"):
            st.pagination(pages, key=PAGE)


def show_leads(here: Here, found: tuple[Assessment, ...], handoff: Handoff) -> None:
    """Each lead with what became of it."""
    store = rooms().ledger.assessments
    events = tried(lambda: store.events_of(here.workshop.id, [each.id for each in found])) if found else ()
    for each in found:
        show_lead(here, each, [event for event in events if event.assessment_id == each.id], handoff)


def show_nothing(which: str) -> None:
    """What to do while there is no lead here."""
    if which == DONE:
        st.info("No lead is won, lost or rejected yet.", icon=":material/inbox:")
        return
    st.info("No qualified lead waits for sales.", icon=":material/inbox:")
    st.page_link("pages/use/qualify.py", label="Qualify a lead", icon=":material/rule:")


here = session.here()
st.title("Leads for sales")
st.caption(
    "Every qualified lead until it is rejected, won or lost. What you say here is what Measure counts."
)
version = here.workshop.in_force
if version is None:
    st.info(
        "No definition is in force yet. Leads can be qualified once it is signed.", icon=":material/rule:"
    )
    st.page_link("pages/publish/sign_off.py", label="See how far the draft is", icon=":material/signature:")
elif not (here.me.votes or here.me.facilitator):
    st.info(
        "You observe. The leads are for the three teams: they hold what people said of themselves.",
        icon=":material/visibility:",
    )
else:
    if not may_follow(here.me):
        st.caption("Sales and facilitators say what became of a lead; you can read along.")
    try:
        show_inbox(frozen_document(version.draft).handoff or Handoff())
    except Refused as away:
        st.error(str(away), icon=":material/cloud_off:")
