"""Opening ballots: one or all of them, and how long the result stays sealed."""

from __future__ import annotations

import streamlit as st

from alignment.actions.ballots import open_all_ballots, open_ballot
from alignment.clauses import Clause, Status
from alignment.stances import Seal
from alignment.standing import tally
from pages.shared import session
from pages.shared.session import Here

SEALS: dict[Seal, str] = {
    Seal.UNTIL_VOTED: "Each sees the result after voting",
    Seal.UNTIL_REVEAL: "Nobody sees the result until I reveal it",
}
ICON = ":material/how_to_vote:"
ALL = "ballots.opening"


def place(clause_id: str) -> str:
    """Where the opening of a ballot shows what was refused."""
    return f"opening.{clause_id}"


def ask_to_open(found: Here, clause: Clause) -> None:
    """For the author: the button; for a facilitator: the button with the choice of a seal."""
    key = place(clause.id)
    if not found.me.facilitator:
        words = "Open the ballot"
        st.button(words, key=f"{key}.open", type="primary", icon=ICON, on_click=_open, args=(clause.id,))
        return
    window = st.popover("Open the ballot", key=key, icon=ICON, on_change="rerun")
    if window.open:
        with window:
            _ask_seal(key)
            st.button("Open", key=f"{key}.open", type="primary", on_click=_open, args=(clause.id,))


def ask_to_open_all(here: Here) -> None:
    """For a facilitator: open every ballot that has not been opened."""
    drafts = tally(here.workshop, here.now)[Status.DRAFT]
    if here.me.facilitator and drafts:
        window = st.popover(f"Open all ballots ({drafts})", key=ALL, icon=ICON, on_change="rerun")
        if window.open:
            with window:
                st.write("Opens the ballot on every draft clause: criteria, threshold, handoff and glossary.")
                _ask_seal(ALL)
                st.button("Open them", key=f"{ALL}.open", type="primary", on_click=_open_all)
    session.show_refusal(ALL)


def _ask_seal(key: str) -> None:
    st.radio("Who sees the result when?", list(Seal), format_func=SEALS.__getitem__, key=f"{key}.seal")


def _open(clause_id: str) -> None:
    key = place(clause_id)
    with session.attempt(key):
        session.act(open_ballot, clause_id, session.typed(f"{key}.seal", Seal.UNTIL_VOTED))
        session.said("The ballot is open.")
    session.fill(key, False)


def _open_all() -> None:
    with session.attempt(ALL):
        session.act(open_all_ballots, session.typed(f"{ALL}.seal", Seal.UNTIL_VOTED))
        session.said("All ballots are open.")
    session.fill(ALL, False)
