"""Opening ballots: one or all of them, what they ask, for how long, and how long they stay sealed."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

import streamlit as st

from alignment.actions.ballots import open_all_ballots, open_ballot
from alignment.clauses import Clause, Status
from alignment.people import VOTING_TEAMS
from alignment.stances import Mode, Seal
from alignment.standing import tally
from definitions.phrases import counted, listed
from pages.shared import session
from pages.shared.session import Here

SEALS: dict[Seal, str] = {
    Seal.UNTIL_VOTED: "Each sees the result after voting",
    Seal.UNTIL_REVEAL: "Nobody sees the result until I reveal it",
}
MODES: dict[Mode, str] = {
    Mode.APPROVAL: "Do you agree? Three quarters of each team have to",
    Mode.CONSENT: "Can you live with it? Nobody may object",
}
ICON = ":material/how_to_vote:"
ALL = "ballots.opening"
NAMING = 3
"""In a team of so many people or fewer, a result by team tells who voted how."""


class Unit(NamedTuple):
    """How the time for voting is counted: in days from afar, in minutes while everybody meets."""

    word: str
    length: timedelta
    usual: int
    most: int


UNITS = {
    unit.word: unit
    for unit in (Unit("days", timedelta(days=1), 7, 90), Unit("minutes", timedelta(minutes=1), 10, 60))
}


def place(clause_id: str) -> str:
    """Where the opening of a ballot shows what was refused."""
    return f"opening.{clause_id}"


def ask_to_open(found: Here, clause: Clause) -> None:
    """For the author: the button; for a facilitator: the button with the form. A further round: the form."""
    key, before = place(clause.id), clause.round
    if not found.me.facilitator:
        words = "Open the ballot"
        st.button(words, key=f"{key}.open", type="primary", icon=ICON, on_click=_open, args=(clause.id,))
        return
    words, icon = ("Open the ballot", ICON) if before is None else ("Vote again", ":material/replay:")
    window = st.popover(words, key=key, icon=icon, on_change="rerun")
    if window.open:
        with window:
            st.markdown(f"**Round {len(clause.rounds) + 1}**, on wording {clause.revision.number}")
            _ask_how(found, key, clause.rounds[-1].mode if clause.rounds else Mode.APPROVAL)
            st.button("Open", key=f"{key}.open", type="primary", on_click=_open, args=(clause.id,))


def ask_to_open_all(here: Here) -> None:
    """For a facilitator: open every ballot that has not been opened."""
    drafts = tally(here.workshop, here.now)[Status.DRAFT]
    if here.me.facilitator and drafts:
        window = st.popover(f"Open all ballots ({drafts})", key=ALL, icon=ICON, on_change="rerun")
        if window.open:
            with window:
                every = "criteria, problems, threshold, handoff and glossary"
                st.write(f"Opens the ballot on every draft clause: {every}.")
                _ask_how(here, ALL, Mode.APPROVAL)
                st.button("Open them", key=f"{ALL}.open", type="primary", on_click=_open_all)
    session.show_refusal(ALL)


def _ask_how(found: Here, key: str, mode: Mode) -> None:
    """What the ballot asks, for how long, and who sees the result when."""
    st.radio(
        "What does it ask?", list(Mode), format_func=MODES.__getitem__, key=f"{key}.mode", index=_at(mode)
    )
    unit = UNITS[session.typed(f"{key}.unit", "days")]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input("Voting is open for", 1, unit.most, unit.usual, key=f"{key}.{unit.word}", width=150)
        st.segmented_control(
            "Counted in", list(UNITS), key=f"{key}.unit", default="days", required=True,
            label_visibility="collapsed",
        )  # fmt: skip
    st.radio("Who sees the result when?", list(Seal), format_func=SEALS.__getitem__, key=f"{key}.seal")
    _show_who_is_named(found)


def _at(mode: Mode) -> int:
    return list(Mode).index(mode)


def _show_who_is_named(found: Here) -> None:
    """Say that a result by team names people where a team is that small."""
    sizes = {team: len(found.workshop.voters(team)) for team in VOTING_TEAMS}
    small = [
        f"{counted(size, 'person')} in {team.value}" for team, size in sizes.items() if 0 < size <= NAMING
    ]
    if small:
        st.caption(
            f"With {listed(small)} a result by team names people. On the people page you choose the smallest "
            "group that is shown on its own."
        )


def _lasting(key: str) -> timedelta:
    unit = UNITS[session.typed(f"{key}.unit", "days")]
    return int(session.typed(f"{key}.{unit.word}", unit.usual)) * unit.length


def _how(key: str) -> tuple[Seal, timedelta, Mode]:
    seal, mode = session.typed(f"{key}.seal", Seal.UNTIL_VOTED), session.typed(f"{key}.mode", Mode.APPROVAL)
    return seal, _lasting(key), mode


def _open(clause_id: str) -> None:
    key = place(clause_id)
    with session.attempt(key):
        session.act(open_ballot, clause_id, *_how(key))
        session.said("The ballot is open.")
    session.fill(key, False)


def _open_all() -> None:
    with session.attempt(ALL):
        session.act(open_all_ballots, *_how(ALL))
        session.said("All ballots are open.")
    session.fill(ALL, False)
