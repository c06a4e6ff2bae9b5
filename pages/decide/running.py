"""Decide: run the room from a phone while everybody looks at the projector."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause
from alignment.presenting import Scene
from alignment.standing import result
from alignment.topics import JUDGING, PROJECTOR
from definitions.wording import clause_sentence
from pages.decide import remote
from pages.shared import live, session, tallies
from pages.shared.missing import show_missing, who_is_missing
from pages.shared.session import Here
from pages.shared.statuses import clause_badges
from pages.shared.text import label, plain

EMPTY = "There is no clause to show yet. Draft one first, or let people join in the meantime."


@st.fragment
def show_remote() -> None:
    """The remote control, kept up to date by itself."""
    found = session.look()
    if found is None or not found.me.facilitator:
        return
    on = found.workshop.presenting
    clause = found.workshop.clauses.get(on.subject) if on.scene is Scene.CLAUSE else None
    session.show_refusal(remote.PLACE)
    if found.workshop.clauses:
        remote.ask_scene(found)
    else:
        st.info(EMPTY, icon=":material/checklist:")
    if clause is not None:
        with st.container(border=True, key=f"running.{clause.id}"):
            show_clause(found, clause)
    remote.ask_calibration(found)
    remote.ask_timer(found)
    if clause is not None:
        show_late(found, clause)
    remote.ask_ways_in(found)
    topics = [PROJECTOR, JUDGING, *([f"clause:{clause.id}"] if clause is not None else [])]
    live.listen(*topics, head=found.workshop.head, key="live.running")


def show_clause(found: Here, clause: Clause) -> None:
    """The clause that is on the projector, how many have voted, and what comes next."""
    badges = clause_badges(found.workshop, clause, found.now)
    st.markdown(f"{badges} **{label(clause.name)}**\n\n{plain(clause_sentence(clause.content))}")
    if clause.round is not None:
        tallies.show_turnout(result(found.workshop, clause.round))
    remote.ask_vote(found, clause)


def show_late(found: Here, clause: Clause) -> None:
    """Who has not voted yet, by name and team, and words to remind them with."""
    people = who_is_missing(found, clause)
    if people:
        st.subheader(f"Not voted yet: {len(people)}")
        show_missing(found, clause, people)


here = session.host()
st.title("Run the room")
st.caption("What stands on the projector, and the voting on it. Nobody else sees this page.")
st.page_link("pages/decide/presenter.py", label="Open the presenter screen", icon=":material/present_to_all:")
show_remote()
