"""The facilitator's remote control of the projector: which clause, voting on it, the timer, ways in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from alignment.actions.ballots import close_ballot, open_ballot, reveal_ballot
from alignment.actions.calibrations import reveal_calibration
from alignment.actions.opening import invite_by_link, revoke_invitation
from alignment.actions.presenting import show_scene, start_timer, stop_timer
from alignment.clauses import Clause
from alignment.people import VOTING_TEAMS
from alignment.presenting import Scene, agenda, neighbour
from alignment.stances import Seal
from alignment.standing import beyond_voting
from alignment.workshop import Phase
from data.access import token_hash
from data.room_links import invitation_of, next_token, room_links
from pages.draft.opening import SEALS
from pages.shared import session
from pages.shared.countdown import show_countdown
from pages.shared.session import Here

PLACE = "running"
MINUTES = (1, 2, 3, 5)
_LINK_DAYS = 1


def ask_scene(found: Here) -> None:
    """What stands on the projector: one clause after another, how to join, or nothing."""
    workshop, on = found.workshop, found.workshop.presenting
    order = agenda(workshop.clauses)
    session.fill(f"{PLACE}.clause", on.subject if on.subject in order else None)
    st.selectbox(
        "On the projector",
        order,
        format_func=lambda clause_id: _name(workshop.clauses.get(clause_id)),
        key=f"{PLACE}.clause",
        placeholder="How to join" if on.scene is Scene.JOINING else "No clause",
        on_change=_choose,
    )
    before, after = (neighbour(workshop.clauses, on.subject, step) for step in (-1, 1))
    with st.container(horizontal=True):
        _button("Previous", "previous", show_scene, Scene.CLAUSE, before, off=before is None)
        _button("Next", "next", show_scene, Scene.CLAUSE, after, off=after is None, type="primary")
    with st.container(horizontal=True):
        for scene, words in ((Scene.JOINING, "Show how to join"), (Scene.NOTHING, "Show nothing")):
            if on.scene is not scene:
                _button(words, f"scene.{scene.name}", show_scene, scene, type="tertiary", width="content")


def _name(clause: Clause | None) -> str:
    return clause.name if clause is not None else ""


def _choose() -> None:
    clause_id = session.typed(f"{PLACE}.clause", None)
    if clause_id is not None:
        _do(show_scene, Scene.CLAUSE, clause_id)


def ask_vote(found: Here, clause: Clause) -> None:
    """Open, reveal and close the ballot on a clause: whatever comes next is the large button."""
    if found.workshop.phase is not Phase.DRAFTING or beyond_voting(clause):
        st.caption("Nothing is voted on here now.")
        return
    round_ = clause.round
    if round_ is None or not round_.open(found.now):
        st.radio(
            "Who sees the result when?",
            [Seal.UNTIL_REVEAL, Seal.UNTIL_VOTED],
            format_func=SEALS.__getitem__,
            key=f"{PLACE}.seal",
        )
        words = "Open the ballot" if round_ is None else "Vote again"
        st.button(
            words, key=f"{PLACE}.open", type="primary", width="stretch", on_click=_open, args=(clause.id,)
        )
        return
    sealed = not round_.unsealed(found.now)
    if sealed:
        _button("Reveal", "reveal", reveal_ballot, clause.id, type="primary")
    _button("Close the ballot", "close", close_ballot, clause.id, type="secondary" if sealed else "primary")


def _open(clause_id: str) -> None:
    _do(open_ballot, clause_id, session.typed(f"{PLACE}.seal", Seal.UNTIL_REVEAL))


def ask_calibration(found: Here) -> None:
    """Put the latest calibration on the projector, and reveal it."""
    latest = next(reversed(found.workshop.calibrations.values()), None)
    if latest is None:
        return
    if found.workshop.presenting.subject != latest.id:
        _button("Show the calibration", "calibration", show_scene, Scene.CALIBRATION, latest.id)
    elif latest.open:
        _button("Reveal the judgements", "judgements", reveal_calibration, latest.id, type="primary")


def ask_timer(found: Here) -> None:
    """Start the timer for some minutes, set it anew, or stop it."""
    ends_at = found.workshop.presenting.timer_ends_at
    if ends_at is not None:
        show_countdown(ends_at, found.now, size="2rem", key=f"{PLACE}.timer")
    st.markdown("Timer, in minutes")
    with st.container(horizontal=True):
        for minutes in MINUTES:
            _button(str(minutes), f"timer.{minutes}", start_timer, minutes, width="content")
        _button("Stop", "timer.stop", stop_timer, off=ends_at is None, type="tertiary", width="content")


def ask_ways_in(found: Here) -> None:
    """Let people in by codes on the projector, for a day or until it is closed."""
    if room_links(found.workshop, found.now):
        words, do, icon = "Take the codes off", _close_links, ":material/link_off:"
        st.caption("A code for each team is on the projector. Whoever can see it can join that team.")
    else:
        words, do, icon = "Put a code for each team on the projector", _open_links, ":material/qr_code:"
    st.button(words, key=f"{PLACE}.links", icon=icon, width="stretch", on_click=do)


def _open_links() -> None:
    with session.attempt(PLACE):
        workshop = session.here().workshop
        for team in VOTING_TEAMS:
            hashed = token_hash(next_token(workshop, team))
            workshop = session.act(invite_by_link, team, hashed, _LINK_DAYS)


def _close_links() -> None:
    with session.attempt(PLACE):
        found = session.here()
        for link in room_links(found.workshop, found.now).values():
            session.act(revoke_invitation, invitation_of(found.workshop, link))


def _button(
    words: str, name: str, action: Callable[..., Any], *args: Any, off: bool = False, **look: Any
) -> None:
    looks = {"width": "stretch", **look}
    key = f"{PLACE}.{name}"
    st.button(words, key=key, disabled=off, on_click=_do, args=(action, *args), **looks)


def _do(action: Callable[..., Any], *args: Any) -> None:
    with session.attempt(PLACE):
        session.act(action, *args)
