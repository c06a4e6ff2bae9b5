"""Decide: the ballots that wait for my vote, one after another, and how I voted."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause
from alignment.standing import waits_for_vote
from pages.draft.lists import page_of, show_why_closed
from pages.shared import live, session, tallies
from pages.shared.ballots import FIRST, TRIED, ask_own_vote, ask_vote, open_to, place
from pages.shared.cards import show_body, show_head, show_what_changed
from pages.shared.consequences import show_consequence
from pages.shared.discussion import show_discussion
from pages.shared.results import show_result
from pages.shared.session import Here
from pages.shared.statuses import clause_badges
from pages.shared.terms import ask_terms
from pages.shared.text import label

NEXT, MINE = "ballots.next", "ballots.mine"
A_PAGE = 5


def refresh() -> None:
    """After a vote: the next ballot, and the list of one's own votes."""
    st.rerun([NEXT, MINE])


def waiting(found: Here) -> list[Clause]:
    """The clauses that wait for the vote of the person here: the one asked for, then those not put aside."""
    aside, first = session.noted("ballots.aside", ()), session.noted(FIRST)
    clauses = [
        c for c in found.workshop.clauses.values() if waits_for_vote(found.workshop, c, found.me, found.now)
    ]
    return sorted(clauses, key=lambda c: (c.id != first, aside.index(c.id) if c.id in aside else -1))


def votable(found: Here) -> list[Clause]:
    """The clauses on which the person here may vote or change their vote."""
    return [clause for clause in found.workshop.clauses.values() if open_to(found, clause)]


def put_aside(clause_id: str) -> None:
    """Vote on this one later."""
    aside = [other for other in session.noted("ballots.aside", ()) if other != clause_id]
    session.note("ballots.aside", [*aside, clause_id])
    if session.noted(FIRST) == clause_id:
        session.note(FIRST, None)


@st.fragment(key=NEXT)
def show_next() -> None:
    """The next ballot that waits; the one after it follows as soon as the vote is in."""
    found = session.look()
    if found is None:
        return
    left, all_open = waiting(found), votable(found)
    tried = session.noted(TRIED)
    if tried is not None and tried not in [clause.id for clause in left[:1]]:
        session.show_refusal(place(tried))
    if not left:
        show_done(bool(all_open))
        return
    clause, number = left[0], len(all_open) - len(left) + 1
    st.progress((number - 1) / len(all_open), text=f"{number} of {len(all_open)}")
    with st.container(border=True, key=f"next.{clause.id}"):
        show_head(found, clause)
        show_body(found, clause)
        ask_terms(found, clause, "ballot")
        show_what_changed(found, clause)
        show_consequence(found, clause)
        ask_vote(found, clause, None, refresh)
        session.show_refusal(place(clause.id))
        show_discussion(found, clause)
        if len(left) > 1:
            st.button(
                "Vote on this later",
                key=f"later.{clause.id}",
                type="tertiary",
                on_click=put_aside,
                args=(clause.id,),
            )
        live.listen(f"clause:{clause.id}", head=found.workshop.head, key=f"live.next.{clause.id}")


def show_done(any_open: bool) -> None:
    """Nothing waits: say so, and where to go."""
    if any_open:
        st.success("You have voted on everything that is open.", icon=":material/task_alt:")
    else:
        st.info(
            "No ballot is open now. A clause's author or a facilitator opens it, on the draft's pages.",
            icon=":material/how_to_vote:",
        )
        st.page_link("pages/draft/criteria.py", label="To the criteria", icon=":material/checklist:")


@st.fragment(key=MINE)
def show_mine() -> None:
    """What the person here has voted, with the result by team, and the way to change it."""
    found = session.look()
    voted = [c for c in votable(found) if c.round and found.me.id in c.round.ballots] if found else []
    if not voted:
        return
    st.header("How you voted")
    st.caption(f"You can change a vote while its ballot is open. {tallies.LEGEND}.")
    slot = st.container()
    page = page_of(len(voted), "ballots.page", A_PAGE)
    with slot:
        for clause in voted[page]:
            show_own(clause.id)


@st.fragment
def show_own(clause_id: str) -> None:
    """One ballot in which the person here has voted."""
    found = session.look()
    clause = found.workshop.clauses.get(clause_id) if found is not None else None
    if found is None or clause is None:
        return
    with st.container(border=True, key=f"own.{clause_id}"):
        st.markdown(f"{clause_badges(found.workshop, clause, found.now)} **{label(clause.name)}**")
        show_result(found, clause, names=True)
        ask_own_vote(found, clause)
        live.listen(f"clause:{clause_id}", head=found.workshop.head, key=f"live.own.{clause_id}")


here = session.here()
st.title("Vote")
st.caption("One clause after another. You can change a vote while its ballot is open.")
if show_why_closed(here):
    if here.me.votes:
        show_next()
        show_mine()
    else:
        st.info("You belong to none of the three teams, so you have no vote.", icon=":material/visibility:")
