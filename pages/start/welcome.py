"""The start page: explore the demo, or open a workshop."""

from __future__ import annotations

import streamlit as st

from alignment.actions.opening import open_workshop
from alignment.people import Team
from alignment.workshop import Workshop
from data.rooms import rooms
from data.slugs import make_slug
from pages.shared import demo, session
from pages.shared.opening import (
    check_may_open,
    invited,
    join,
    needs_host_key,
    sign_in_offered,
    signed_in_email,
)
from pages.shared.people import TEAM_WORDS
from pages.shared.text import label

FIELDS = {
    "name": "open.name",
    "company": "open.company",
    "offering": "open.offering",
    "opener_name": "open.me",
}


def open_it() -> None:
    """Open the workshop as typed, and come in as its facilitator."""
    with session.attempt("open"):
        check_may_open(session.typed("open.host_key"))
        typed = {field: session.typed(key) for field, key in FIELDS.items()}
        facts = open_workshop(
            **typed,
            opener_team=session.typed("open.team", Team.MARKETING),
            slug=make_slug(typed["company"]),
            opener_email=signed_in_email(),
        )
        session.enter_as(rooms().open(facts).id, "p1")


def show_ways_in() -> None:
    """Workshops that this browser is in already, and those the signed-in person is invited to."""
    for identity in session.known():
        room = rooms().enter(identity.workshop_id)
        if room is not None and _has_a_way_back(room.workshop(), identity.participant_id):
            _show_way_in(room.id, identity.participant_id, room.workshop().name)
    if sign_in_offered() and signed_in_email() is None:
        st.button("Sign in", key="welcome.sign_in", icon=":material/login:", on_click=st.login)
    for room in invited():
        st.button(
            f"Join {label(room.workshop().name)}",
            key=f"welcome.join.{room.id}",
            icon=":material/group_add:",
            on_click=join,
            args=(room.id,),
        )
    session.show_refusal("join")


def _has_a_way_back(workshop: Workshop, participant_id: str) -> bool:
    person = workshop.participants.get(participant_id)
    return person is not None and person.here and not workshop.demo


def _show_way_in(workshop_id: str, participant_id: str, name: str) -> None:
    st.button(
        f"Back to {label(name)}",
        key=f"welcome.back.{workshop_id}",
        icon=":material/arrow_forward:",
        on_click=session.enter_as,
        args=(workshop_id, participant_id),
    )


def ask_to_open() -> None:
    """The form that opens a workshop."""
    with st.form("open", border=False):
        st.text_input("Name of the workshop", key=FIELDS["name"], placeholder="What is a qualified lead?")
        st.text_input("Company", key=FIELDS["company"])
        st.text_input("What do you sell?", key=FIELDS["offering"])
        st.text_input("Your name", key=FIELDS["opener_name"])
        st.segmented_control(
            "Your team",
            list(TEAM_WORDS),
            format_func=TEAM_WORDS.__getitem__,
            key="open.team",
            default=Team.MARKETING,
            help="You will be the facilitator, whichever team you vote in.",
        )
        if needs_host_key():
            st.text_input(
                "Host key",
                key="open.host_key",
                type="password",
                help="The server printed it when it started. Ask whoever runs it.",
            )
        st.form_submit_button("Open the workshop", type="primary", on_click=open_it, key="open.go")
    session.show_refusal("open")


st.title("Agree on what a qualified lead is")
st.markdown(
    "Marketing, sales and executives write one definition together, try it on real leads, vote, settle "
    "what is disputed, sign it, and use it."
)
show_ways_in()
left, right = st.columns(2, gap="large")
with left, st.container(border=True):
    st.subheader("Explore the demo")
    st.write(
        "A made-up company in the middle of its workshop: nine people, votes that disagree, a ruling, 3,000 "
        "sample leads. The copy is yours alone, for a day."
    )
    st.button(
        "Explore the demo",
        key="welcome.demo",
        type="primary",
        icon=":material/explore:",
        on_click=demo.explore,
    )
    st.button(
        "Explore the demo after the signature",
        key="welcome.demo.signed",
        type="tertiary",
        icon=":material/monitoring:",
        help="The same company ten months on: two versions signed, and 4,000 made-up leads to measure.",
        on_click=demo.explore,
        args=(True,),
    )
    session.show_refusal("demo")
with right, st.container(border=True):
    st.subheader("Open a workshop")
    st.write("Takes a minute. Then you invite the three teams by a link each.")
    ask_to_open()
st.caption("Were you invited? Open the link that your host sent you.")
