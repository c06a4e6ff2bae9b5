"""The demo's visitor: coming in, looking through somebody else's eyes, starting over."""

from __future__ import annotations

import streamlit as st

from alignment.refused import NotNow
from data.access import Guesses, Identity
from data.demo import EYES, is_signed_demo, make_demo, make_signed_demo
from data.rooms import rooms
from pages.shared import session
from pages.shared.session import Here

WHOSE = "demo.eyes"
BRAKE = Guesses(per_client=30, in_all=60)
"""Counts demos: each is a workshop on the server's disk, made by somebody whom nobody invited."""


def explore(signed: bool = False) -> None:
    """Make a private copy of the demo, or of the one after the signature, and come in as its first person."""
    with session.attempt("demo"):
        client = st.context.ip_address or "unknown"
        if not BRAKE.may_try(client):
            raise NotNow("Many demos were just made. Wait a minute, then try again.")
        BRAKE.was_wrong(client)
        room = make_signed_demo(rooms()) if signed else make_demo(rooms())
        session.enter_as(room.id, {p.name: p.id for p in room.workshop().people}[EYES[0]])


def show_bar(here: Here) -> None:
    """Above every page of the demo: which of three people the visitor is, and starting over."""
    ids = {person.name: person.id for person in here.workshop.people if person.name in EYES}
    names = [name for name in EYES if name in ids]
    if here.me.name in names:
        session.fill(WHOSE, here.me.name)
    teams = {person.name: person.team.value for person in here.workshop.people}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            "This is the demo. Look at it through the eyes of",
            names,
            key=WHOSE,
            format_func=lambda name: f"{name} ({teams[name]})",
            required=True,
            wrap=True,
            on_change=_look,
            args=(here.workshop.id,),
        )
        st.button(
            "Start over",
            key="demo.over",
            icon=":material/replay:",
            on_click=explore,
            args=(is_signed_demo(here.workshop),),
        )
    session.show_refusal("demo")


def _look(workshop_id: str) -> None:
    room = rooms().enter(workshop_id)
    chosen = session.typed(WHOSE)
    if room is None or not room.workshop().demo or chosen not in EYES:
        return
    for person in room.workshop().people:
        if person.name == chosen:
            session.become(Identity(workshop_id, person.id))
