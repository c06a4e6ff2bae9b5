"""Who may open a workshop here, and where a signed-in person is invited."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from alignment.actions.joining import join_by_email
from alignment.refused import NotAllowed
from data.access import host_key, host_key_is_right
from data.access import needs_host_key as server_needs_host_key
from data.room import Room
from data.rooms import rooms
from pages.shared import session


def sign_in_offered() -> bool:
    """Whether the server has OpenID Connect configured."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False


def signed_in_email() -> str | None:
    """The verified e-mail address of whoever signed in, if somebody did."""
    user = st.user.to_dict()
    verified = str(user.get("email_verified", True)).casefold()  # some providers send it as text
    if not user.get("is_logged_in") or verified == "false":
        return None
    email = str(user.get("email") or "").strip().casefold()
    return email or None


def needs_host_key() -> bool:
    """Whether opening a workshop asks for the host key: others can reach the server, and nobody signed in."""
    if signed_in_email() is not None:
        return False
    needed = server_needs_host_key(st.get_option("server.address"), dict(st.context.headers))
    if needed:
        host_key()  # printed by now, also where only a proxy's headers tell that others reach the server
    return needed


def check_may_open(typed_key: str) -> None:
    """Refuse whoever may not open a workshop."""
    if not needs_host_key():
        return
    right = host_key_is_right(typed_key, st.context.ip_address or "unknown")
    if right is None:
        raise NotAllowed("Too many wrong keys. Wait a minute, then try again.")
    if not right:
        raise NotAllowed(
            "This is not the host key. The server printed it when it started; nothing was opened."
        )


def invited() -> list[Room]:
    """The workshops that the signed-in person is invited to and not yet in."""
    email = signed_in_email()
    if email is None:
        return []
    known = {identity.workshop_id for identity in session.known()}
    now = rooms().clock()
    found = (rooms().enter(row.workshop_id) for row in rooms().ledger.openings())
    return [
        room for room in found if room is not None and room.id not in known and _is_invited(room, email, now)
    ]


def _is_invited(room: Room, email: str, now: datetime) -> bool:
    workshop = room.workshop()
    return any(i.email == email and i.open(now) for i in workshop.invitations.values())


def join(workshop_id: str) -> None:
    """The signed-in person comes in; one who is in already comes back as who they are."""
    email = signed_in_email()
    room = rooms().enter(workshop_id)
    with session.attempt("join"):
        if email is None or room is None:
            raise NotAllowed("You are not signed in any more. Nothing was changed.")
        before = [p for p in room.workshop().people if p.email == email]
        if not before:
            name = str(st.user.to_dict().get("name") or email.partition("@")[0])
            before = [p for p in room.act(join_by_email, None, email, name).people if p.email == email]
        session.enter_as(workshop_id, before[-1].id)
