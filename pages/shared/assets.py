"""Where the browser finds our scripts: a mount carries one line that loads the shared module."""

from __future__ import annotations

import streamlit as st


def asset(name: str) -> str:
    """The path of a script, also below a base path."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/assets/{name}" if base else f"/assets/{name}"


def loading(function: str) -> str:
    """A component's code: load the module that ``data.from`` names and call one function of it.

    Streamlit sends a component's code with each instance, so it stays this short.
    """
    return (
        "export default async c =>\n"
        f"(await import(new URL(c.data.from, location.origin).href)).{function}(c)\n"
    )
