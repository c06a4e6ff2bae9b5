"""Ways into a workshop, for its host: a link and a QR code a team, or e-mail addresses."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from alignment.actions.opening import invite_by_email, invite_by_link, revoke_invitation
from alignment.facts import ParticipantJoined
from alignment.people import Invitation, Team
from data.access import link_token, new_token, token_hash
from pages.shared import session
from pages.shared.links import address_of, show_link
from pages.shared.opening import sign_in_offered
from pages.shared.people import team_badge
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import moment

DAYS = {1: "1 day", 3: "3 days", 14: "2 weeks", 30: "30 days"}


def make_link(team: Team) -> None:
    """A new link for a team; it is shown until the page is left, and kept nowhere."""
    with session.attempt("people.invite"):
        token = new_token()
        workshop = session.act(invite_by_link, team, token_hash(token), session.typed("people.days", 14))
        newest = list(workshop.invitations)[-1]
        session.note(f"people.link.{newest}", link_token(workshop.id, token))


def invite_address() -> None:
    """An e-mail address may come in by signing in."""
    with session.attempt("people.email"):
        team = session.typed("people.email.team", Team.SALES)
        session.act(
            invite_by_email, session.typed("people.email.address"), team, session.typed("people.days", 14)
        )
        session.said("Invited. They sign in with this address on the start page.")
        session.fill("people.email.address", "")


def revoke(invitation_id: str) -> None:
    """Close a way in."""
    with session.attempt("people.invite"):
        session.act(revoke_invitation, invitation_id)
        session.said("The link is closed.")


def ask_to_invite(here: Here) -> None:
    """One button a team makes its link."""
    st.segmented_control(
        "A link stays open for", list(DAYS), format_func=DAYS.__getitem__, key="people.days", default=14
    )
    with st.container(horizontal=True):
        for team in Team:
            st.button(
                f"Link for {team.value}",
                key=f"people.link_for.{team.value}",
                icon=":material/add_link:",
                on_click=make_link,
                args=(team,),
            )
    session.show_refusal("people.invite")
    if sign_in_offered():
        _ask_for_address()


def _ask_for_address() -> None:
    with st.form("people.email", border=False):
        st.text_input("Or invite an e-mail address", key="people.email.address")
        st.segmented_control(
            "Team",
            list(Team),
            format_func=lambda team: team.value.capitalize(),
            key="people.email.team",
            default=Team.SALES,
        )
        st.form_submit_button("Invite", key="people.email.go", on_click=invite_address)
    session.show_refusal("people.email")


def show_open(here: Here) -> None:
    """The ways in that are open now, newest first."""
    ways = [i for i in here.workshop.invitations.values() if i.open(here.now)]
    if not ways:
        st.info(
            "No link is open. Make one for each team and send it, or show its QR code.",
            icon=":material/mail:",
        )
    facts = (entry.fact for entry in here.room.record())
    came = Counter(fact.invitation_id for fact in facts if isinstance(fact, ParticipantJoined))
    for way in reversed(ways):
        _show_way(way, came[way.id])


def _show_way(way: Invitation, came: int) -> None:
    with st.container(border=True):
        until = moment(way.expires_at, session.time_zone())
        whom = f" · {label(way.email)}" if way.email else ""
        st.markdown(f"{team_badge(way.team)}{whom} · open until {until} · {came} joined")
        token = session.noted(f"people.link.{way.id}")
        if token:
            show_link(address_of(f"join/{token}"), f"The link for {way.team.value} as a QR code")
        elif not way.email:
            st.caption(
                "The link itself was shown when it was made; only its fingerprint is kept. "
                "Make a new one if it is lost."
            )
        st.button(
            "Close this link",
            key=f"people.revoke.{way.id}",
            icon=":material/link_off:",
            on_click=revoke,
            args=(way.id,),
        )
