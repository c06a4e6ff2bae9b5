"""How a page gives the browser its cookie, and takes it back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.shared.assets import asset, loading

_enter = st.components.v2.component("common_terms_enter", js=loading("enter"))
_leave = st.components.v2.component("common_terms_leave", js=loading("leave"))


def enter(
    ticket: str,
    *,
    when_done: Callable[[], None],
    when_failed: Callable[[], None],
    key: str = "entering.enter",
) -> None:
    """Have the browser exchange a ticket for its cookie; its answer runs the page, one of these first."""
    _enter(
        key=key,
        data={"from": asset("entering.js"), "ticket": ticket},
        on_done_change=when_done,
        on_failed_change=when_failed,
    )


def leave(workshop_id: str | None = None, *, key: str = "entering.leave") -> None:
    """Have the browser forget who it is in a workshop (the current one) and open the start page."""
    _leave(key=key, data={"from": asset("entering.js"), "workshop": workshop_id})
