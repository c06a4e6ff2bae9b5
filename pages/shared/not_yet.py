"""What stands on a page that needs a definition in force, while there is none."""

from __future__ import annotations

import streamlit as st

SIGN_OFF = "pages/publish/sign_off.py"


def show_not_in_force(follows: str, icon: str) -> None:
    """That no definition is in force, what follows once there is one, and the way to the draft."""
    st.info(f"No definition is in force yet. {follows}", icon=f":material/{icon}:")
    st.page_link(SIGN_OFF, label="See how far the draft is", icon=":material/signature:")
