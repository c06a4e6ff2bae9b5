"""Who I am here: take myself to another device, switch workshop, leave."""

from __future__ import annotations

import streamlit as st

from alignment.actions.joining import make_device_link
from data.access import link_token, new_token, token_hash
from pages.shared import session
from pages.shared.entering import leave
from pages.shared.links import address_of, show_link
from pages.shared.people import with_team
from pages.shared.session import Here


def make_link() -> None:
    """A personal link, good once and for an hour."""
    with session.attempt("me.link"):
        token = new_token()
        workshop = session.act(make_device_link, token_hash(token))
        session.note("me.link", link_token(workshop.id, token))


def show_devices(here: Here) -> None:
    """The personal link, made when it is asked for."""
    st.subheader("Another device")
    st.write(
        "A personal link takes you to your phone or another computer. It works once, within an hour. "
        "Whoever opens it is you: do not show it on a shared screen."
    )
    st.button("Make a personal link", key="me.make", icon=":material/add_link:", on_click=make_link)
    session.show_refusal("me.link")
    made = session.noted("me.link")
    if made and made.startswith(f"{here.workshop.id}."):
        show_link(address_of(f"device/{made}"), "Your personal link as a QR code")


def ask_to_leave() -> None:
    """Leaving forgets this browser; the person stays in the workshop."""
    st.subheader("Leave on this browser")
    st.write(
        "This browser forgets you. Your votes and texts stay. To come back you need a personal link, so make "
        "one first if this is your only device."
    )
    if st.button("Leave on this browser", key="me.leave", icon=":material/logout:"):
        workshop_id = session.workshop_id()
        session.forget()
        leave(workshop_id)
        st.stop()


here = session.here()
st.title("You and your devices")
st.markdown(with_team(here.me))
show_devices(here)
ask_to_leave()
st.page_link("pages/start/welcome.py", label="Another workshop", icon=":material/door_open:")
