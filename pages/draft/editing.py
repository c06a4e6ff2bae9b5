"""Revising a clause in place: the fields, and beside them the wording as it stands."""

from __future__ import annotations

import streamlit as st

from alignment.actions.clauses import revise_clause
from alignment.clauses import Clause
from alignment.narrowing import on_hand
from alignment.workshop import Phase
from definitions.wording import clause_sentence
from pages.draft.fields import FIELDS
from pages.shared import session
from pages.shared.changes import show_changes
from pages.shared.session import Here
from pages.shared.text import label, plain


def place(clause_id: str) -> str:
    """Where a clause's editor keeps what is typed and shows what was refused."""
    return f"edit.{clause_id}"


def may_edit(found: Here, clause: Clause) -> bool:
    """Whether the person here may revise a clause now."""
    drafts = found.me.votes or found.me.facilitator
    settled = clause.left_out or clause.ruling is not None
    changes = found.workshop.phase is Phase.DRAFTING and on_hand(found.workshop, clause.id)
    return drafts and not settled and changes


def is_open(found: Here, clause: Clause) -> bool:
    """Whether the person here is revising a clause."""
    return may_edit(found, clause) and session.noted(f"{place(clause.id)}.based_on") is not None


def ask_to_edit(found: Here, clause: Clause) -> None:
    """The button that opens the editor."""
    if may_edit(found, clause):
        key = f"{place(clause.id)}.open"
        st.button("Edit", key=key, icon=":material/edit:", type="tertiary", on_click=_open, args=(clause.id,))


def ask_revision(found: Here, clause: Clause) -> None:
    """The fields with what is typed, beside the wording that stands."""
    key = place(clause.id)
    st.markdown(f"**Edit: {label(clause.name)}**")
    mine, theirs = st.columns([3, 2], gap="medium")
    with mine:
        FIELDS[clause.kind].ask(key)
        st.text_input(
            "What you changed, and why (optional)",
            key=f"{key}.note",
            persist_state="session",
            on_change="ignore",
        )
        session.show_refusal(key)
        if clause.rounds:
            st.caption("There was a ballot on this clause: it opens again on the new wording.")
        with st.container(horizontal=True):
            st.button("Save", key=f"{key}.save", type="primary", on_click=_save, args=(clause.id,))
            st.button("Cancel", key=f"{key}.cancel", on_click=_close, args=(clause.id,))
    with theirs:
        _show_present(found, clause)


def _show_present(found: Here, clause: Clause) -> None:
    """The wording that stands; if it came while the person was writing, what it changed."""
    latest = clause.revisions[-1]
    based_on = session.noted(f"{place(clause.id)}.began_with")
    if based_on is not None and based_on < latest.number:
        if session.refusal(place(clause.id)) is None:
            _tell_newer(label(found.workshop.name_of(latest.by)))
        st.markdown("**What changed**")
        show_changes(clause.revisions[based_on - 1].content, latest.content)
    st.markdown("**The wording now**")
    st.markdown(plain(clause_sentence(latest.content)))
    if session.refusal(place(clause.id)) is not None:
        # The refusal and the newer wording are on the screen now: sending again is a decision.
        session.note(f"{place(clause.id)}.based_on", latest.number)


def _tell_newer(by: str) -> None:
    words = f"{by} changed this clause while you were writing. Your text is kept."
    st.warning(words, icon=":material/group:")


def _open(clause_id: str) -> None:
    found = session.look()
    if found is None:
        return
    clause = found.workshop.clauses[clause_id]
    key, latest = place(clause_id), clause.revisions[-1]
    FIELDS[clause.kind].fill(key, latest.content)
    session.fill(f"{key}.note", "")
    session.note(f"{key}.based_on", latest.number)
    session.note(f"{key}.began_with", latest.number)


def _save(clause_id: str) -> None:
    found, key = session.look(), place(clause_id)
    with session.attempt(key):
        kind = found.workshop.clauses[clause_id].kind if found is not None else None
        content = FIELDS[kind].read(key) if kind is not None else None
        session.act(
            revise_clause, clause_id, session.noted(f"{key}.based_on"), content, session.typed(f"{key}.note")
        )
        session.said("The new wording stands.")
        _close(clause_id)


def _close(clause_id: str) -> None:
    session.note(f"{place(clause_id)}.based_on", None)
