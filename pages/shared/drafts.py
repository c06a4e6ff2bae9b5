"""What is typed and not sent yet stays in the person's own browser: a phone may throw a page out."""

from __future__ import annotations

import re

import streamlit as st

from pages.shared import session
from pages.shared.assets import asset, loading, mount_key
from pages.shared.session import Here

_keep = st.components.v2.component("common_terms_keep_draft", js=loading("keep"))
_forget = st.components.v2.component("common_terms_forget_draft", js=loading("forget"))


def keep(found: Here, key: str) -> None:
    """Keep what is typed into the text area with a key, and put it back into an empty one."""
    _keep(key=mount_key(f"{key}.draft"), data=_data(found, key, "drafts.js"))


def sent(key: str) -> None:
    """The text of the field was sent, or given up: the browser shall forget it. In a callback."""
    session.note(f"{key}.sent", True)


def tidy(found: Here, key: str) -> None:
    """Have the browser forget a text that was sent."""
    if session.noted(f"{key}.sent"):
        session.note(f"{key}.sent", False)
        _forget(key=mount_key(f"{key}.forget"), data=_data(found, key, "drafts.js"))


def _data(found: Here, key: str, script: str) -> dict[str, str]:
    return {
        "from": asset(script),
        "field": "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key),
        "about": f"{found.workshop.id}:{found.me.id}:{key}",
    }
