"""Challenges to clauses of the definition in force: who holds what against which clause, and the form."""

from __future__ import annotations

import streamlit as st

from alignment.actions.challenges import answer_challenge, challenge, withdraw_challenge
from alignment.actions.definition import open_draft
from alignment.challenges import Challenge, Ending
from alignment.challenging import challengers, ids_in_force, open_challenges
from alignment.upkeep import care
from alignment.workshop import Phase
from definitions.phrases import counted
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import ago

ANCHOR = "challenges"
PLACE = "challenge"
MOST_CLOSED = 20
ENDED = {
    Ending.WITHDRAWN: ":gray-badge[:material/undo: Withdrawn]",
    Ending.ANSWERED: ":blue-badge[:material/reply: Answered]",
    Ending.TAKEN_UP: ":green-badge[:material/edit_document: Taken up]",
}


@st.fragment
def show_challenges() -> None:
    """What is challenged, what one can do about it, and the form."""
    found = session.look()
    if found is None or found.workshop.in_force is None:
        return
    needed = care(found.workshop).challenges
    people = counted(needed, "person")
    st.subheader("Challenges", anchor=ANCHOR)
    st.caption(
        f"Whoever finds that a clause does not hold says why. Once {people} of the three teams challenge the "
        "same clause, a draft of the next version opens with that clause only."
    )
    session.show_refusal(PLACE)
    _show_open(found, needed)
    _ask(found)
    _show_closed(found)


def _show_open(found: Here, needed: int) -> None:
    by_clause: dict[str, list[Challenge]] = {}
    for each in open_challenges(found.workshop):
        by_clause.setdefault(each.clause_id, []).append(each)
    for clause_id, made in by_clause.items():
        with st.container(border=True, key=f"challenged.{clause_id}"):
            people = len(challengers(found.workshop, clause_id))
            name = label(found.workshop.clauses[clause_id].name)
            count = f"{people} of {needed}" if people else "by the figures"
            st.markdown(f"**{name}** :orange-badge[:material/front_hand: {count}]")
            for each in made:
                _show_one(found, each)
            _ask_to_open(found, clause_id)
    if not by_clause:
        st.write("No clause is challenged.")


def _show_one(found: Here, each: Challenge) -> None:
    who = label(found.workshop.name_of(each.by))
    st.markdown(f"**{who}** :small[:gray[{ago(each.at, found.now)}]]  \n{plain(each.reason)}")
    if each.figures:
        st.markdown(" · ".join(f"{label(name)}: **{label(value)}**" for name, value in each.figures))
    if each.by == found.me.id:
        st.button(
            "Withdraw it", key=f"challenge.{each.id}.withdraw", icon=":material/undo:", type="tertiary",
            on_click=_withdraw, args=(each.id,),
        )  # fmt: skip
    if found.me.facilitator:
        _ask_to_answer(each)


def _ask_to_answer(each: Challenge) -> None:
    key = f"challenge.{each.id}.answering"
    window = st.popover("Answer", key=key, icon=":material/reply:", type="tertiary", on_change="rerun")
    if not window.open:
        return
    with window, st.form(f"{key}.form", border=False):
        st.text_area("Why the clause stays as it is", key=f"{key}.text", persist_state="session")
        st.form_submit_button("Close the challenge", key=f"{key}.go", on_click=_answer, args=(each.id,))


def _ask_to_open(found: Here, clause_id: str) -> None:
    if found.me.facilitator and found.workshop.phase is Phase.PUBLISHED:
        st.button(
            "Open a draft of this clause",
            key=f"challenged.{clause_id}.open", icon=":material/edit_document:",
            on_click=_open, args=(clause_id,),
        )  # fmt: skip


def _ask(found: Here) -> None:
    """The form, or why there is none."""
    if found.workshop.phase is not Phase.PUBLISHED:
        st.caption(f"Version {found.workshop.version} is in the making: say there what should change.")
        return
    if not found.me.votes:
        st.caption("You observe: the three teams challenge clauses.")
        return
    clauses = found.workshop.clauses
    with st.form("challenge"):
        st.selectbox(
            "Which clause does not hold?",
            ids_in_force(found.workshop),
            index=None,
            key="challenge.clause",
            placeholder="Choose",
            format_func=lambda clause_id: clauses[clause_id].name,
        )
        st.text_area("Why not?", key="challenge.reason", persist_state="session")
        st.form_submit_button(
            "Challenge it", key="challenge.go", icon=":material/front_hand:", on_click=_send
        )


def _show_closed(found: Here) -> None:
    closed = [each for each in found.workshop.challenges.values() if not each.open][::-1]
    if not closed:
        return
    words = f"Closed: {counted(len(closed), 'challenge')}"
    part = st.expander(words, key="challenges.closed", icon=":material/inventory_2:", on_change="rerun")
    if part.open:
        part.markdown("\n\n".join(_closed_line(found, each) for each in closed[:MOST_CLOSED]))


def _closed_line(found: Here, each: Challenge) -> str:
    assert each.end is not None
    name, who = found.workshop.clauses[each.clause_id].name, found.workshop.name_of(each.by)
    answer = f" **{label(found.workshop.name_of(each.end.by))}:** {plain(each.end.answer)}"
    return (
        f"{ENDED[each.end.how]} **{label(name)}**, {label(who)}: {plain(each.reason)}"
        f"{answer if each.end.answer else ''} :small[:gray[{ago(each.end.at, found.now)}]]"
    )


def _send() -> None:
    with session.attempt(PLACE):
        workshop = session.act(
            challenge, session.typed("challenge.clause"), session.typed("challenge.reason")
        )
        opened = workshop.phase is Phase.DRAFTING
        session.said("That is enough: a draft is open." if opened else "Your challenge is on record.")
        session.fill("challenge.clause", None)
        session.fill("challenge.reason", "")


def _withdraw(challenge_id: str) -> None:
    with session.attempt(PLACE):
        session.act(withdraw_challenge, challenge_id)
        session.said("Your challenge is withdrawn.")


def _answer(challenge_id: str) -> None:
    with session.attempt(PLACE):
        session.act(answer_challenge, challenge_id, session.typed(f"challenge.{challenge_id}.answering.text"))
        session.said("The challenge is closed.")


def _open(clause_id: str) -> None:
    with session.attempt(PLACE):
        workshop = session.act(open_draft, [clause_id])
        session.said(f"Version {workshop.version} is being drafted, with that clause only.")
