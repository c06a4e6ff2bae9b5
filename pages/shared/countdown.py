"""A timer that counts down in the browser; when it ends, the fragment around it runs once more."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from pages.shared.assets import asset, loading, mount_key

OVER = "Time is up"
_component = st.components.v2.component("common_terms_countdown", js=loading("mount"))


def show_countdown(ends_at: datetime, now: datetime, *, size: str, key: str) -> None:
    """The time left until a moment, in letters of a CSS size. Costs no run while it counts."""
    _component(
        key=mount_key(key),
        data={
            "from": asset("countdown.js"),
            "ends": ends_at.timestamp() * 1_000,
            "now": now.timestamp() * 1_000,
            "size": size,
            "over": OVER,
        },
        on_ended_change=_nothing,
    )


def _nothing() -> None:
    """The run itself is what is wanted: what had to be done by then is shown as it stands."""
