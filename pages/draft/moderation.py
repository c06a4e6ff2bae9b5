"""What the author or a facilitator does about a clause: reveal, close, escalate, leave out, bring back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from alignment.actions.ballots import close_ballot, reveal_ballot
from alignment.actions.clauses import restore_clause, withdraw_clause
from alignment.actions.rulings import escalate
from alignment.clauses import Clause, Status
from alignment.escalating import before_decider
from alignment.narrowing import on_hand
from alignment.standing import beyond_voting, status
from alignment.workshop import Phase
from pages.draft import opening
from pages.shared import session
from pages.shared.session import Here


def place(clause_id: str) -> str:
    """Where refusals of these moves are shown."""
    return f"move.{clause_id}"


def ask_moves(found: Here, clause: Clause) -> None:
    """The buttons for those who may move a clause along; nothing for everybody else."""
    mine = clause.author == found.me.id and found.me.votes
    if found.workshop.phase is not Phase.DRAFTING or not (found.me.facilitator or mine):
        return
    if not on_hand(found.workshop, clause.id):
        return
    if clause.withdrawn_reason is not None:
        _button(
            clause,
            "restore",
            "Bring it back",
            restore_clause,
            said="The clause is a draft again.",
            icon=":material/undo:",
        )
        return
    if clause.ruling is not None:
        return
    if clause.round is None and not beyond_voting(clause):
        opening.ask_to_open(found, clause)
    if found.me.facilitator:
        _ask_facilitator(found, clause)
    voted = any(round_.ballots for round_ in clause.rounds)
    if found.me.facilitator or not voted:
        _ask_to_leave_out(clause)


def _ask_facilitator(found: Here, clause: Clause) -> None:
    round_ = clause.round
    if round_ is None or beyond_voting(clause):
        return
    if round_.open(found.now):
        if not round_.unsealed(found.now):
            _button(
                clause,
                "reveal",
                "Reveal",
                reveal_ballot,
                said="Everybody sees the result now.",
                icon=":material/visibility:",
            )
        _button(
            clause,
            "close",
            "Close the ballot",
            close_ballot,
            said="The ballot is closed.",
            icon=":material/lock_clock:",
        )
    else:
        opening.ask_to_open(found, clause)
    disputed = status(found.workshop, clause, found.now) is Status.DISPUTED
    if disputed and before_decider(found.workshop, clause, found.now) is None:
        ask_to_escalate(clause)


def ask_to_escalate(clause: Clause) -> None:
    """For a facilitator: the button that puts a disputed clause before the decider."""
    _button(
        clause,
        "escalate",
        "Put before the decider",
        escalate,
        said="The decider will rule.",
        type="secondary",
        icon=":material/gavel:",
    )


def _ask_to_leave_out(clause: Clause) -> None:
    key = f"{place(clause.id)}.leaving"
    window = st.popover("Leave out", key=key, icon=":material/block:", type="tertiary", on_change="rerun")
    if not window.open:
        return
    with window:
        st.write("The clause will not be part of the definition. It stays on record and can be brought back.")
        st.text_input("Why?", key=f"{key}.reason", on_change="ignore")
        st.button("Leave it out", key=f"{key}.sure", type="primary", on_click=_leave_out, args=(clause.id,))


def _leave_out(clause_id: str) -> None:
    key = f"{place(clause_id)}.leaving"
    _move(clause_id, withdraw_clause, session.typed(f"{key}.reason"), said="The clause is left out.")
    session.fill(key, False)


def _button(
    clause: Clause, verb: str, words: str, action: Callable[..., Any], *, said: str, **look: Any
) -> None:
    key, look = f"{place(clause.id)}.{verb}", {"type": "tertiary", **look}
    st.button(words, key=key, on_click=_move, args=(clause.id, action), kwargs={"said": said}, **look)


def _move(clause_id: str, action: Callable[..., Any], *args: Any, said: str) -> None:
    with session.attempt(place(clause_id)):
        session.act(action, clause_id, *args)
        session.said(said)
