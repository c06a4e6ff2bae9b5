"""Where the app lies on its server: ``/``, or the base path that Streamlit is served below."""

from __future__ import annotations

import streamlit as st


def home() -> str:
    """The path of the app, with a slash at each end."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/" if base else "/"
