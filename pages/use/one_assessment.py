"""One assessment with its receipt, as by its own version; vetting it further, and deleting it."""

from __future__ import annotations

import streamlit as st

from data.assessments.assessing import GONE, delete, may_delete, tried
from data.assessments.assessment import Assessment, Channel
from data.assessments.by_version import receipt_of
from data.rooms import rooms
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import moment
from pages.simulate.receipt_table import show_receipt_of
from pages.use.listing import CHANNELS, PLACE, turn_to
from pages.use.qualifying.draft import vet

QUALIFY = "pages/use/qualify.py"
CONTACT = {"name": "Name", "company": "Company", "email": "E-mail"}


def show_one(here: Here, assessment_id: str) -> None:
    """An assessment, if it is still there."""
    st.button("All assessments", key="assessments.back", icon=":material/arrow_back:", type="tertiary",
              on_click=turn_to, args=(None,))  # fmt: skip
    store = rooms().ledger.assessments
    found = tried(lambda: store.one(here.workshop.id, assessment_id))
    if found is None:
        st.info(GONE, icon=":material/delete:")
        return
    st.subheader(label(found.reference), anchor=False)
    st.caption(_head(here, found))
    _show_contact(found)
    _show_receipt(here, found)
    if found.note:
        st.markdown(f"**Note**  \n{plain(found.note)}")
    with st.container(horizontal=True):
        _ask_to_vet(here, found)
        _ask_to_delete(here, found)
    session.show_refusal(PLACE)


def _head(here: Here, found: Assessment) -> str:
    by = label(here.workshop.name_of(found.by_id)) if found.by_id else ""
    when = moment(found.made_at, session.time_zone())
    said = [CHANNELS[found.channel], by, label(found.source), when, f"by version {found.version}"]
    return " · ".join(text for text in said if text)


def _show_contact(found: Assessment) -> None:
    given = [f"{words}: **{label(found.contact[name])}**" for name, words in CONTACT.items()
             if found.contact.get(name)]  # fmt: skip
    if given:
        st.markdown(" · ".join(given))


def _show_receipt(here: Here, found: Assessment) -> None:
    by = receipt_of(here.workshop, found)
    if by is not None:
        show_receipt_of(by[1], by[0])
        return
    st.warning("The version it was made by is not in this record. These are its answers.")
    lines = [f"- {label(name)}: {label(answer or 'not known')}" for name, answer in found.answers.items()]
    st.markdown("\n".join([f"**{found.verdict.value.capitalize()}** with {found.points} points", "", *lines]))


def _ask_to_vet(here: Here, found: Assessment) -> None:
    """Begin an assessment of one's own from what a prospect answered."""
    if found.channel is Channel.SELF_QUALIFIED and here.workshop.in_force is not None:
        st.button(
            "Vet this lead", key=f"assessment.vet.{found.id}", type="primary", icon=":material/fact_check:",
            on_click=_vet, args=(found.id,),
        )  # fmt: skip


def _vet(assessment_id: str) -> None:
    with session.attempt(PLACE):
        here, store = session.here(), rooms().ledger.assessments
        found = tried(lambda: store.one(here.workshop.id, assessment_id))
        if found is not None:
            vet(here, found)
            turn_to(None)
            session.go_to(QUALIFY)


def _ask_to_delete(here: Here, found: Assessment) -> None:
    """The button that asks once."""
    if not may_delete(here.me, found):
        return
    with st.popover("Delete", icon=":material/delete:", type="tertiary"):
        st.write("The assessment and what became of the lead are deleted for good.")
        st.button(
            "Delete for good", key=f"assessment.delete.{found.id}", type="primary", on_click=_delete,
            args=(found.id,),
        )  # fmt: skip


def _delete(assessment_id: str) -> None:
    with session.attempt(PLACE):
        here = session.here()
        delete(here.room, rooms().ledger.assessments, here.me.id, assessment_id)
        turn_to(None)
        session.said("Deleted.")
