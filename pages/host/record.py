"""The record: everything that happened, by person, clause and kind, and proof that nobody changed it."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from alignment.facts import AnyFact, Recorded
from alignment.telling import clause_of, tell, told_kind
from data.rooms import rooms
from data.verification import verify_one
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import clock, day

EVERYBODY = "Everybody"
EVERYTHING = "Everything"
A_PAGE = 50


def ask_filters(here: Here) -> tuple[str, str, str]:
    """Which person, clause and kind to show."""
    people = {EVERYBODY: EVERYBODY, **{p.id: p.name for p in here.workshop.participants.values()}}
    clauses = {EVERYTHING: "Every clause", **{c.id: c.name for c in here.workshop.clauses.values()}}
    kinds = [EVERYTHING, *sorted({_kind(here, entry) for entry in here.room.record()})]
    first, second, third = st.columns(3)
    who = first.selectbox("Person", list(people), format_func=people.__getitem__, key="record.who")
    what = second.selectbox("Clause", list(clauses), format_func=clauses.__getitem__, key="record.clause")
    kind = third.selectbox("Kind", kinds, format_func=str.capitalize, key="record.kind")
    return who, what, kind


def chosen(here: Here, who: str, what: str, kind: str) -> list[Recorded[AnyFact]]:
    """The facts that pass the filters, newest first."""
    return [
        entry
        for entry in reversed(here.room.record())
        if who in (EVERYBODY, entry.actor)
        and what in (EVERYTHING, clause_of(entry.fact))
        and kind in (EVERYTHING, _kind(here, entry))
    ]


def _kind(here: Here, entry: Recorded[AnyFact]) -> str:
    return told_kind(here.workshop, entry, here.me, here.now)


def show_entries(here: Here, entries: list[Recorded[AnyFact]]) -> None:
    """One page of facts, told so that no seal is broken."""
    if not entries:
        st.info(
            "Nothing in the record fits. Choose another person, clause or kind.", icon=":material/search_off:"
        )
        return
    pages = -(-len(entries) // A_PAGE)
    page = st.pagination(pages, key="record.page") if pages > 1 else 1
    zone = session.time_zone()
    for date, of_day in groupby(entries[(page - 1) * A_PAGE : page * A_PAGE], lambda e: day(e.at, zone)):
        st.markdown(f"**{date}**")
        st.markdown("\n".join(_line(here, entry, zone) for entry in of_day))


def _line(here: Here, entry: Recorded[AnyFact], zone: str) -> str:
    """One fact as a line of a list: number, time, who and what."""
    words = tell(here.workshop, entry, here.me, here.now)
    who = label(here.workshop.name_of(entry.actor))
    return f"- :gray[{entry.seq} · {clock(entry.at, zone)}] **{who}** {label(words)}"


@st.fragment
def show_proof() -> None:
    """Whether every fact is as it was written, checked when asked."""
    if st.button("Check the record", key="record.check", icon=":material/verified_user:"):
        found = session.here()
        checked = verify_one(rooms().ledger, found.workshop.id)
        if checked is None:
            st.error("The record is gone from the database.", icon=":material/gpp_bad:")
        elif checked.damage is None:
            st.success(f"All {checked.facts:,} facts are as they were written.", icon=":material/verified:")
            st.caption(f"Fingerprint of the last one: {checked.last}")
        else:
            st.error(checked.damage.sentence, icon=":material/gpp_bad:")


here = session.here()
st.title("Record")
st.caption(
    "Everything that happened, in order. Each entry is sealed by the one after it, so no change goes unseen."
)
show_proof()
show_entries(here, chosen(here, *ask_filters(here)))
