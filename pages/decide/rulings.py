"""The decider's forms: a ruling with its reason, and taking a ruling back."""

from __future__ import annotations

from enum import StrEnum

import streamlit as st

from alignment.actions.rulings import reopen, rule
from alignment.clauses import Clause
from alignment.outcomes import Outcome
from alignment.wordings import earlier
from definitions.wording import clause_sentence
from pages.shared import session
from pages.shared.changes import show_changes


class Choice(StrEnum):
    """What the decider can choose."""

    STANDS = "Stands as worded"
    EARLIER = "An earlier wording stands"
    LEFT_OUT = "Left out"


def place(clause_id: str) -> str:
    """Where a ruling keeps what is typed and shows what was refused."""
    return f"ruling.{clause_id}"


def ask_ruling(clause: Clause) -> None:
    """How the dispute ends, and why."""
    key = place(clause.id)
    st.markdown(":material/gavel: **You decide**")
    choices = [choice for choice in Choice if choice is not Choice.EARLIER or len(clause.revisions) > 1]
    choice = st.segmented_control(
        "Your ruling", choices, key=f"{key}.choice", persist_state="session", wrap=True
    )
    if choice is Choice.EARLIER:
        _ask_which(clause)
    st.text_area(
        "Your reason, for those who see it otherwise",
        key=f"{key}.reason",
        height=90,
        persist_state="session",
        on_change="ignore",
    )
    session.show_refusal(key)
    st.button(
        "Rule", key=f"{key}.rule", type="primary", on_click=_rule, args=(clause.id, clause.revision.number)
    )


def _ask_which(clause: Clause) -> None:
    numbers = {revision.number: revision for revision in earlier(clause)}
    chosen = st.selectbox(
        "Which wording?",
        list(numbers),
        key=f"{place(clause.id)}.revision",
        format_func=lambda n: f"{n}: {clause_sentence(numbers[n].content)}",
        persist_state="session",
    )
    st.caption("What would change from the present wording:")
    show_changes(clause.content, numbers[chosen].content)


def _rule(clause_id: str, present: int) -> None:
    key = place(clause_id)
    choice = session.typed(f"{key}.choice", None)
    revision = session.typed(f"{key}.revision", present) if choice is Choice.EARLIER else present
    outcomes = {
        Choice.STANDS: Outcome.STANDS,
        Choice.EARLIER: Outcome.STANDS,
        Choice.LEFT_OUT: Outcome.LEFT_OUT,
    }
    with session.attempt(key):
        session.act(rule, clause_id, outcomes.get(choice), revision, session.typed(f"{key}.reason"))
        session.said("Your ruling is on record.")
        session.clear(f"{key}.choice", f"{key}.reason")


def ask_to_reopen(clause: Clause) -> None:
    """Take the ruling back; asks once, with the reason."""
    key = f"{place(clause.id)}.reopening"
    window = st.popover("Reopen", key=key, icon=":material/undo:", on_change="rerun")
    if window.open:
        with window:
            st.write("The ruling is taken back and the clause is a draft again, to be voted on anew.")
            st.text_input("Why?", key=f"{key}.reason", on_change="ignore")
            st.button(
                "Take the ruling back", key=f"{key}.sure", type="primary", on_click=_reopen, args=(clause.id,)
            )
    session.show_refusal(place(clause.id))


def _reopen(clause_id: str) -> None:
    key = f"{place(clause_id)}.reopening"
    with session.attempt(place(clause_id)):
        session.act(reopen, clause_id, session.typed(f"{key}.reason"))
        session.said("The clause is a draft again.")
    session.fill(key, False)
