"""One qualified lead for sales: its clock, its receipt, and what can be said of it next."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

import streamlit as st

from data.assessments.assessment import Assessment, Event, EventKind
from data.assessments.by_version import receipt_of
from data.assessments.following import NEXT, Said, Stand, hours_left, may_follow, stand
from definitions.handoff import Handoff
from definitions.phrases import hours
from pages.shared.session import Here
from pages.shared.text import label
from pages.simulate.receipt_table import show_receipt_of
from pages.use.following.rejecting import ask_reject
from pages.use.following.saying import key, say
from pages.use.following.winning import ask_won
from pages.use.listing import described

STANDS = {
    Stand.WAITING: ("blue", ":material/inbox:"),
    Stand.ACCEPTED: ("green", ":material/check:"),
    Stand.CONTACTED: ("green", ":material/call:"),
    Stand.OPPORTUNITY: ("green", ":material/handshake:"),
    Stand.REJECTED: ("gray", ":material/block:"),
    Stand.WON: ("green", ":material/emoji_events:"),
    Stand.LOST: ("gray", ":material/do_not_disturb_on:"),
}
WORDS = {
    EventKind.ACCEPTED: "Accept",
    EventKind.CONTACTED: "First contact made",
    EventKind.OPPORTUNITY: "Opportunity",
    EventKind.LOST: "Lost",
}
SOON = 4
"""Business hours left from which a deadline is pressing."""


def show_lead(here: Here, found: Assessment, events: Sequence[Event], handoff: Handoff) -> None:
    """A lead with everything that can be said of it by the person here."""
    with st.container(border=True, key=f"follow.{found.id}"):
        standing = stand(events)
        colour, icon = STANDS[standing]
        badge = f":{colour}-badge[{icon} {standing.value.capitalize()}]"
        st.markdown(
            f"**{label(found.reference)}** {badge} {_clock(here, found, events, handoff)}  \n"
            f":small[{' · '.join(described(here, found))}]{_why(events)}"
        )
        if may_follow(here.me) and NEXT[standing]:
            _ask_next(found, NEXT[standing], handoff)
        _show_receipt(here, found)


def _clock(here: Here, found: Assessment, events: Sequence[Event], handoff: Handoff) -> str:
    """How much time is left, as a badge; nothing where no clock runs."""
    left = hours_left(found, events, handoff, here.now)
    if left is None:
        return ""
    what = "to decide" if stand(events) is Stand.WAITING else "to first contact"
    if left < 0:
        return f":red-badge[:material/alarm: {_late(-left)} late {what}]"
    colour = "orange" if left < SOON else "gray"
    return f":{colour}-badge[:material/schedule: {_left(left)} left {what}]"


def _left(left: float) -> str:
    return hours(floor(left)) if left >= 1 else f"{floor(left * 60)} business minutes"


def _late(late: float) -> str:
    return hours(floor(late)) if late >= 1 else "Less than an hour"


def _why(events: Sequence[Event]) -> str:
    """Why it was rejected, or what it brought."""
    for event in events:
        if event.kind is EventKind.REJECTED:
            clause = f" (clause {label(event.clause)})" if event.clause else ""
            return f"  \n:small[Rejected: {label(event.reason)}{clause}]"
        if event.kind is EventKind.WON and event.revenue is not None:
            return f"  \n:small[Revenue: {event.revenue:,.2f}]"
    return ""


def _ask_next(found: Assessment, kinds: Sequence[EventKind], handoff: Handoff) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        for kind in kinds:
            if kind is EventKind.REJECTED:
                ask_reject(found, handoff)
            elif kind is EventKind.WON:
                ask_won(found)
            else:
                st.button(
                    WORDS[kind], key=key(kind.value, found.id), on_click=say, args=(found.id, Said(kind)),
                    type="primary" if kind is kinds[0] else "secondary",
                )  # fmt: skip


def _show_receipt(here: Here, found: Assessment) -> None:
    """The receipt as by its own version, once somebody opens it."""
    folded = st.expander("Receipt", key=key("receipt", found.id), type="compact", on_change="rerun")
    if not folded.open:
        return
    with folded:
        by = receipt_of(here.workshop, found)
        if by is not None:
            show_receipt_of(by[1], by[0])
        else:
            st.caption("The version it was made by is not in this record.")
