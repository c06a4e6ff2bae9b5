"""Rejecting a lead with a reason: one of the handoff's, or in one's own words."""

from __future__ import annotations

import streamlit as st

from data.assessments.assessment import Assessment, EventKind
from data.assessments.following import Said
from definitions.handoff import Handoff
from pages.shared import session
from pages.shared.text import label
from pages.use.following.saying import key, say

OWN = "Another reason"


def ask_reject(found: Assessment, handoff: Handoff) -> None:
    """A list of reasons, each with the clause that it names, and room for one's own words."""
    reasons = {each.words: each for each in handoff.reject_reasons}
    with st.popover(
        "Reject", icon=":material/block:", key=key("reject", found.id), on_change="rerun"
    ) as folded:
        if not folded.open:
            return
        chosen = OWN
        if reasons:
            chosen = st.selectbox(
                "Why", [*reasons, OWN], index=None, key=key("reason", found.id),
                placeholder="Choose a reason",
            )  # fmt: skip
        if chosen in reasons and reasons[chosen].clause:
            st.caption(f"This names the clause {label(reasons[chosen].clause)}.")
        if chosen == OWN:
            st.text_input("In your own words", key=key("words", found.id), max_chars=200, on_change="ignore")
        st.button(
            "Reject this lead", key=key("rejected", found.id), type="primary", on_click=_reject,
            args=(found.id, handoff),
        )  # fmt: skip


def _reject(assessment_id: str, handoff: Handoff) -> None:
    reasons = {each.words: each.clause for each in handoff.reject_reasons}
    chosen = session.typed(key("reason", assessment_id), OWN if not reasons else "")
    words = session.typed(key("words", assessment_id)) if chosen == OWN else chosen
    say(assessment_id, Said(EventKind.REJECTED, words or "", reasons.get(chosen, "")))
