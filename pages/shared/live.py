"""Live refresh: what is shown here runs again when somebody else changes it."""

from __future__ import annotations

import streamlit as st

from pages.shared import session
from pages.shared.assets import asset, loading, mount_key

ANYTHING = "*"
ME = "me"
"""The topic of what the person here does, also in another tab or on another device."""
_component = st.components.v2.component("common_terms_live", js=loading("mount"))


def listen(
    *topics: str, head: int, workshop_id: str | None = None, whole_page: bool = False, key: str | None = None
) -> None:
    """Run the surrounding fragment again once the workshop moves past ``head`` in one of the topics.

    Outside a fragment the whole page runs again; say ``whole_page`` there, and the fragments on it are not
    run a second time. Shows nothing and costs no run while nothing happens.
    """
    chosen = topics or (ANYTHING,)
    _component(
        key=mount_key(key or f"live.{'.'.join(chosen)}"),
        data={
            "from": asset("live.js"),
            "head": head,
            "topics": list(chosen),
            "workshop": workshop_id or session.workshop_id(),
            "page": whole_page,
        },
        on_moved_change=_nothing,
    )


def _nothing() -> None:
    """The run itself is what is wanted."""
