"""What somebody reads who may not go further, or whom the browser will not know again."""

from __future__ import annotations

import streamlit as st


def show_gate() -> None:
    """For a stranger, where to come in."""
    st.title("You are not in a workshop here")
    st.write(
        "This page belongs to a workshop. To come in, open the link that its host gave you, or start one."
    )
    st.page_link("pages/start/welcome.py", label="To the start page", icon=":material/door_open:")


def show_hosts_only() -> None:
    """For a member who does not host, that a page is for those who do."""
    st.warning("Only a facilitator can use this page.", icon=":material/lock:")
    st.page_link("pages/start/home.py", label="Back to the workshop", icon=":material/home:")


def show_unknown_after_a_reload() -> None:
    """That a browser has no cookie: a reload would lock the person out."""
    st.warning(
        "This browser could not be given its cookie, so it will not know you after a reload. Before you "
        "close this page, make a personal link under “Your devices, leave” and open it.",
        icon=":material/cookie_off:",
    )
