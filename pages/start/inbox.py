"""Waiting for you: what the group waits for from a person, what is new to them, whom a host reminds."""

from __future__ import annotations

import streamlit as st

from alignment.waiting import Errand, Waiting, clauses_to_watch, waiting_for
from definitions.wording import clause_sentence
from pages.draft.lists import page_of
from pages.shared import live, session
from pages.shared.ballots import FIRST, ask_own_vote
from pages.shared.cards import show_what_changed
from pages.shared.consequences import show_consequence
from pages.shared.errands import WAYS, in_words
from pages.shared.news import show_news
from pages.shared.reminders import ask_whom_to_remind
from pages.shared.session import Here
from pages.shared.text import label, plain

A_PAGE = 8
VERBS = {
    Errand.REVIEW: "Read and review",
    Errand.SIGN: "Read and sign",
    Errand.RENEW: "Renew",
    Errand.RULE: "Rule",
    Errand.JUDGE: "Judge",
    Errand.WORDS: "Write",
    Errand.VOTE: "Vote",
    Errand.CHALLENGE: "Answer",
    Errand.UPKEEP: "Review",
    Errand.UNDERSTAND: "Judge",
    Errand.READ: "Read",
}


@st.fragment
def show_waiting() -> None:
    """Everything that waits for the person here, kept up to date by itself."""
    session.go_on()
    found = session.look()
    if found is None:
        return
    waits = waiting_for(found.workshop, found.me, found.now)
    if not waits:
        _show_nothing(found)
    slot = st.container()
    page = page_of(len(waits), "inbox.page", A_PAGE)
    with slot:
        for each in waits[page]:
            _show_one(found, each)
    watched = clauses_to_watch(found.workshop, found.me, found.now)
    topics = [live.ME, *(f"clause:{clause_id}" for clause_id in watched)]
    live.listen(*topics, head=found.workshop.head, key="live.inbox")


def _show_nothing(found: Here) -> None:
    if found.me.votes or found.me.facilitator:
        st.success("Nothing waits for you. The group has all it needs from you.", icon=":material/task_alt:")
    else:
        st.info(
            "You observe: nobody waits for you. Below is what is new since you last looked.",
            icon=":material/visibility:",
        )


def _show_one(found: Here, waits: Waiting) -> None:
    """One errand: with its button, or, for an answered objection, with all it takes to answer here."""
    if waits.errand is Errand.ANSWERED:
        _show_answered(found, waits)
        return
    name = f"{waits.errand.value}.{waits.clause_id}"
    with st.container(border=True, key=f"inbox.{name}", horizontal=True, vertical_alignment="center"):
        st.markdown(f"{WAYS[waits.errand].icon} {in_words(found.workshop, waits)}", width="stretch")
        st.button(
            VERBS[waits.errand],
            key=f"inbox.go.{name}",
            on_click=_go,
            args=(WAYS[waits.errand].page, waits.clause_id),
        )


def _show_answered(found: Here, waits: Waiting) -> None:
    clause = found.workshop.clauses[waits.clause_id]
    with st.container(border=True, key=f"inbox.answered.{clause.id}"):
        st.markdown(
            f"{WAYS[waits.errand].icon} **{label(clause.name)}** was revised after your objection."
            f"\n\n{plain(clause_sentence(clause.content))}"
        )
        show_what_changed(found, clause)
        show_consequence(found, clause)
        ask_own_vote(found, clause)


def _go(page: str, clause_id: str) -> None:
    session.note(FIRST, clause_id or None)
    session.go_to(page)


here = session.here()
st.title("Waiting for you")
st.caption("What the group waits for from you, the most pressing first, and what others did meanwhile.")
show_waiting()
show_news()
if here.me.facilitator:
    ask_whom_to_remind()
