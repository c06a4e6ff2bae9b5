"""Judging one lead at a time: its answers, three large buttons, a reason if one likes, and the way back."""

from __future__ import annotations

from time import monotonic

import streamlit as st

from alignment.actions.calibrations import judge_lead
from alignment.calibrations import Calibration
from alignment.judgements import Judgement
from alignment.judging import open_calibration_of
from definitions.texts import tidy
from pages.shared import drafts, live, session
from pages.shared.session import Here
from pages.start.calibration.facts import show_facts
from pages.start.calibration.judged import show_judged

PLACE = "calibrate.judging"
BUTTONS = {
    Judgement.QUALIFIED: ("Qualified", "1"),
    Judgement.NOT: ("Not", "2"),
    Judgement.UNSURE: ("Unsure", "3"),
}
DOUBLE_CLICK = 0.35
"""Seconds. Nobody reads a lead so fast: a second click, or a key held down, was meant for the one before."""
_LARGE = (
    "<style>.st-key-calibrate-choices{flex-wrap:nowrap}.st-key-calibrate-choices>div{min-width:0;flex:1 1 0}"
    ".st-key-calibrate-choices button{min-height:3.6rem;padding-inline:.4rem}</style>"
)


@st.fragment
def show_judging() -> None:
    """The lead that is next, or everything one judged. What others do never disturbs it."""
    found = session.look()
    calibration = open_calibration_of(found.workshop) if found is not None else None
    if found is None or not found.me.votes:
        return
    if calibration is None:
        st.rerun()
    total, lead = len(calibration.drawn.leads), place_of(found, calibration)
    _note_drawn(calibration.id, lead)
    done = total - calibration.left_for(found.me.id)
    st.progress(done / total, text=f"{done} of {total} judged")
    if lead >= total:
        show_judged(found, calibration, go)
    else:
        _ask_judgement(found, calibration, lead)
    session.show_refusal(PLACE)
    live.listen(live.ME, head=found.workshop.head, key="live.calibrate.judging")


def place_of(found: Here, calibration: Calibration) -> int:
    """The place of the lead that the person here looks at; past the last one for everything they judged."""
    noted: int | None = session.noted(_place(found, calibration))
    return _next(found, calibration, -1) if noted is None else noted


def go(lead: int) -> None:
    """Turn to a lead. In a callback."""
    found = session.here()
    calibration = open_calibration_of(found.workshop)
    if calibration is not None:
        session.note(_place(found, calibration), lead)


def _place(found: Here, calibration: Calibration) -> str:
    return f"calibrate.place.{found.workshop.id}.{found.me.id}.{calibration.id}"


def _next(found: Here, calibration: Calibration, after: int) -> int:
    """The next lead that is not judged, from the beginning again if need be; past the last if none is."""
    judged, total = calibration.shown(found.me.id, found.me), len(calibration.drawn.leads)
    left = [lead for lead in range(total) if lead not in judged]
    return next((lead for lead in left if lead > after), left[0] if left else total)


def _key(found: Here, calibration: Calibration, lead: int) -> str:
    return f"calibrate.{found.workshop.id}.{found.me.id}.{calibration.id}.{lead}"


def _ask_judgement(found: Here, calibration: Calibration, lead: int) -> None:
    own = calibration.shown(found.me.id, found.me).get(lead)
    key, total = _key(found, calibration, lead), len(calibration.drawn.leads)
    if session.typed(f"{key}.reason", None) is None:
        session.fill(f"{key}.reason", own.reason if own is not None else "")
    # A key of its own for each lead: the browser then keeps nothing of the lead before.
    with st.container(border=True, key=f"{key}.card"):
        st.subheader(f"Lead {lead + 1} of {total}", anchor=False)
        show_facts(found.workshop, calibration.drawn, lead)
        st.html(_LARGE)
        with st.container(horizontal=True, key="calibrate-choices"):
            for judgement in BUTTONS:
                _button(key, calibration.id, lead, judgement, own is not None and own.judgement is judgement)
        st.text_area(
            "Why? Only if you like to say",
            key=f"{key}.reason",
            height=68,
            on_change="ignore",
            persist_state="session",
        )
        drafts.keep(found, f"{key}.reason")
        _ask_to_turn(lead, total)
        st.caption(":material/lock: Only you can see this until it is revealed. Keys 1, 2 and 3 work too.")


def _button(key: str, calibration_id: str, lead: int, judgement: Judgement, chosen: bool) -> None:
    words, shortcut = BUTTONS[judgement]
    st.button(
        words,
        key=f"{key}.{judgement}",
        type="primary" if chosen else "secondary",
        width="stretch",
        shortcut=shortcut,
        on_click=_judge,
        args=(key, calibration_id, lead, judgement),
    )


def _ask_to_turn(lead: int, total: int) -> None:
    with st.container(horizontal=True):
        turns = (
            ("Back", lead - 1, ":material/arrow_back:", lead == 0),
            ("Later", lead + 1, ":material/arrow_forward:", False),
            ("All leads", total, ":material/list:", False),
        )
        for words, to, icon, off in turns:
            key = f"calibrate.{words.split()[0].lower()}"
            st.button(words, key=key, type="tertiary", icon=icon, disabled=off, on_click=go, args=(to,))


def _judge(key: str, calibration_id: str, lead: int, judgement: Judgement) -> None:
    """Keep the judgement, unless it is kept already, and turn to the next lead that is left.

    A browser may still send a key to the buttons of the lead before: those say nothing any more.
    """
    if _too_soon() or not _is_drawn(calibration_id, lead):
        return
    with session.attempt(PLACE):
        found, reason = session.here(), session.typed(f"{key}.reason")
        calibration = found.workshop.calibrations[calibration_id]
        own = calibration.shown(found.me.id, found.me).get(lead)
        if own is None or not calibration.open or (own.judgement, own.reason) != (judgement, tidy(reason)):
            workshop = session.act(judge_lead, calibration_id, lead, judgement, reason)
            calibration = workshop.calibrations[calibration_id]
        drafts.sent(f"{key}.reason")
        go(_next(found, calibration, lead))


def _note_drawn(calibration_id: str, lead: int) -> None:
    """Remember what is on the screen now; clicks until then were for the screen before."""
    session.note("calibrate.drawn", (calibration_id, lead))
    session.note("calibrate.clicked", session.noted("calibrate.clicking", -DOUBLE_CLICK))


def _is_drawn(calibration_id: str, lead: int) -> bool:
    """Whether a lead is the one on the screen, for the first judgement that arrives of it."""
    drawn = bool(session.noted("calibrate.drawn") == (calibration_id, lead))
    if drawn:
        session.note("calibrate.drawn", None)
    return drawn


def _too_soon() -> bool:
    """Whether this click came on the heels of the last one; each such click makes the wait begin anew.

    Clicks that arrive together are one: only once the screen was drawn does a click count as the last.
    """
    last, now = session.noted("calibrate.clicked", -DOUBLE_CLICK), monotonic()
    session.note("calibrate.clicking", now)
    return bool(now - last < DOUBLE_CLICK)
