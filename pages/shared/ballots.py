"""Voting on a clause: the four stances, a reason where one is needed, one's own vote."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from alignment.actions.ballots import cast_ballot, lift_objection
from alignment.clauses import Clause
from alignment.rounds import Ballot
from alignment.stances import Mode, Stance
from alignment.standing import ballot_of, beyond_voting, objection_answered
from alignment.workshop import Phase
from pages.shared import drafts, session
from pages.shared.answered import ask_whether_answered
from pages.shared.session import Here
from pages.shared.stances import REASONS, in_words
from pages.shared.text import plain

LIFTING = "You go on disagreeing, on record, and no longer stand in the way."
TRIED = "ballots.tried"
"""Notes the clause on which the person here last tried to vote."""
FIRST = "ballots.first"
"""Notes the clause whose ballot the person here asked to see first."""
Then = Callable[[], object]


def place(clause_id: str) -> str:
    """Where a clause's ballot keeps what is typed and shows what was refused."""
    return f"ballot.{clause_id}"


def open_to(found: Here, clause: Clause) -> bool:
    """Whether the person here may vote on a clause now, or change their vote."""
    round_ = clause.round
    if round_ is None or beyond_voting(clause) or found.workshop.phase is not Phase.DRAFTING:
        return False
    return found.me.votes and round_.open(found.now)


def ask_own_vote(found: Here, clause: Clause, then: Then | None = None) -> None:
    """How the person here votes or has voted; nothing for those who may not vote now.

    ``then`` is called after a vote, in its callback.
    """
    if open_to(found, clause):
        own = ballot_of(clause, found.me)
        if own is None or session.noted(f"{place(clause.id)}.changing"):
            ask_vote(found, clause, own, then)
        else:
            _show_own_vote(clause, own)
            drafts.tidy(found, f"{place(clause.id)}.reason")
    session.show_refusal(place(clause.id))


def mode_of(clause: Clause) -> Mode:
    """What the ballot on a clause asks."""
    return clause.round.mode if clause.round is not None else Mode.APPROVAL


def ask_vote(found: Here, clause: Clause, own: Ballot | None, then: Then | None) -> None:
    """The four stances as one row of buttons; a reason where the stance asks for one."""
    key, mode = place(clause.id), mode_of(clause)
    if own is None and objection_answered(clause, found.me):
        ask_whether_answered(found, clause, then)
    if own is not None and session.typed(f"{key}.stance", None) is None:
        session.fill(f"{key}.stance", own.stance)
        session.fill(f"{key}.reason", own.reason)
    st.segmented_control(
        mode.question,
        list(Stance),
        format_func=lambda stance: in_words(mode, stance),
        key=f"{key}.stance",
        width="stretch",
        wrap=True,
        persist_state="session",
    )
    stance = session.typed(f"{key}.stance", None)
    if stance in REASONS[mode]:
        asked = REASONS[mode][stance]
        st.text_area(asked, key=f"{key}.reason", height=90, on_change="ignore", persist_state="session")
        drafts.keep(found, f"{key}.reason")
    with st.container(horizontal=True):
        st.button(
            "Vote",
            key=f"{key}.vote",
            type="primary",
            disabled=stance is None,
            on_click=_vote,
            args=(clause.id, clause.revision.number, then),
        )
        if own is not None:
            st.button("Keep my vote", key=f"{key}.keep", on_click=_keep, args=(clause.id,))


def _vote(clause_id: str, revision: int, then: Then | None) -> None:
    key = place(clause_id)
    session.note(TRIED, clause_id)
    stance = session.typed(f"{key}.stance", None)
    reason = session.typed(f"{key}.reason") if stance in REASONS[Mode.APPROVAL] else ""
    with session.attempt(key):
        session.act(cast_ballot, clause_id, stance, reason, revision)
        session.said("Your vote is in.")
        _keep(clause_id)
    if session.refusal(key) is None and then is not None:
        then()


def _keep(clause_id: str) -> None:
    key = place(clause_id)
    session.note(f"{key}.changing", False)
    session.clear(f"{key}.stance", f"{key}.reason")
    drafts.sent(f"{key}.reason")


def _change(clause_id: str) -> None:
    session.note(f"{place(clause_id)}.changing", True)


def _lift(clause_id: str) -> None:
    with session.attempt(place(clause_id)):
        session.act(lift_objection, clause_id)
        session.said("Your objection no longer stands in the way. Your disagreement stays on record.")


def _show_own_vote(clause: Clause, own: Ballot) -> None:
    reason = f" “{plain(own.reason)}”" if own.reason else ""
    lifted = " Your objection is lifted." if own.lifted else ""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/how_to_reg: You voted: **{mode_of(clause).words(own.stance)}**.{lifted}{reason}",
            width="content",
        )
        _button(clause, "change", "Change my vote", _change)
        if own.objects:
            _button(clause, "lift", "Lift my objection", _lift, help=LIFTING)


def _button(clause: Clause, verb: str, words: str, do: Callable[[str], None], **look: str) -> None:
    key = f"{place(clause.id)}.{verb}"
    st.button(words, key=key, type="tertiary", on_click=do, args=(clause.id,), **look)
