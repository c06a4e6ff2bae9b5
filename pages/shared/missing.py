"""For a facilitator: who has not voted on a clause yet, and words to remind them with."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause
from alignment.people import VOTING_TEAMS, Participant
from alignment.standing import waits_for_vote
from definitions.phrases import quoted
from pages.shared.links import address_of
from pages.shared.people import team_badge
from pages.shared.session import Here
from pages.shared.text import label


def ask_who_is_missing(found: Here, clause: Clause) -> None:
    """A button with the number of those who have not voted; it opens their names and a reminder."""
    if not found.me.facilitator or clause.round is None or not clause.round.open(found.now):
        return
    people = who_is_missing(found, clause)
    if not people:
        return
    key = f"missing.{clause.id}"
    words = f"Not voted yet: {len(people)}"
    window = st.popover(words, key=key, icon=":material/hourglass_empty:", type="tertiary", on_change="rerun")
    if not window.open:
        return
    with window:
        show_missing(found, clause, people)


def who_is_missing(found: Here, clause: Clause) -> list[Participant]:
    """Those who have not voted on a clause yet."""
    return [p for p in found.workshop.voters() if waits_for_vote(found.workshop, clause, p, found.now)]


def show_missing(found: Here, clause: Clause, people: list[Participant]) -> None:
    """People by name and team, and words to remind them with."""
    for team in VOTING_TEAMS:
        names = [label(person.name) for person in people if person.team is team]
        if names:
            st.markdown(f"{team_badge(team)} {', '.join(names)}")
    st.caption("To remind them, copy this:")
    st.code(reminder(found, clause), language=None, wrap_lines=True)


def reminder(found: Here, clause: Clause) -> str:
    """What to write to those who have not voted yet: no name and no secret stands in it."""
    return (
        f"{quoted(clause.name)} waits for your vote in the workshop {quoted(found.workshop.name)}. "
        f"It takes a minute: {address_of('ballots')}"
    )
