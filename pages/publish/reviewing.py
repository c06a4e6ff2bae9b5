"""While a text is frozen: reviewing it, what changed in it, and renewing a request whose time is over."""

from __future__ import annotations

import streamlit as st

from alignment.actions.definition import renew_request
from alignment.actions.reviewing import review_draft, send_back
from alignment.composing import frozen_document
from alignment.drafts import Frozen
from alignment.requests import DAYS_TO_SIGN, EXPIRED, awaited
from pages.publish.comparison import show_changed
from pages.publish.requesting import LASTING, lasting_words
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import plain
from pages.shared.times import day

CHANGED = "sign_off.changed"


def where_it_stands(here: Here, draft: Frozen) -> str:
    """For whom everybody waits and until when, or that the time is over, in Markdown."""
    if draft.expired(here.now):
        return plain(EXPIRED)
    until = draft.expires_at
    ends = f" They are asked until {day(until, session.time_zone())}." if until is not None else ""
    return f"Waiting for {plain(awaited(here.workshop, draft))}.{ends}"


def show_what_changed(here: Here, draft: Frozen) -> None:
    """What is not as it is in force, by the word; nothing for a first version."""
    in_force = here.workshop.in_force
    if in_force is None:
        return
    words = f"What changed since version {in_force.version}"
    part = st.expander(words, icon=":material/difference:", key=CHANGED, on_change="rerun")
    if part.open:
        with part:
            show_changed(frozen_document(in_force.draft), frozen_document(draft))


def review_it(sha256: str) -> None:
    """Let the text with this fingerprint go to those who sign."""
    with session.attempt("review"):
        session.act(review_draft, sha256, session.typed(f"review.{sha256}.note"))
        session.said("Thank you. The others see that you have reviewed it.")


def send_it_back(sha256: str) -> None:
    """Put the text with this fingerprint back on the table."""
    with session.attempt("send_back"):
        session.act(send_back, sha256, session.typed(f"send_back.{sha256}.reason"))
        session.said("You sent it back. The draft is open again, and everybody can read why.")


def ask_to_review(here: Here, draft: Frozen) -> None:
    """For somebody who reviews: it can be signed, or not yet and why."""
    if here.me.id not in draft.unreviewed or draft.expired(here.now):
        return
    sha256 = draft.sha256
    with st.container(border=True, key="review.card"):
        st.markdown("**You are asked to review this text** before it is signed.")
        with st.form("review", border=False):
            st.text_input("A remark for the others (optional)", key=f"review.{sha256}.note")
            st.form_submit_button(
                "It can be signed", key="review.go", type="primary", icon=":material/task_alt:",
                on_click=review_it, args=(sha256,),
            )  # fmt: skip
        session.show_refusal("review")
        _ask_to_send_back(sha256)


def _ask_to_send_back(sha256: str) -> None:
    refused = session.refusal("send_back") is not None
    with st.expander("Send it back", icon=":material/undo:", expanded=refused):
        with st.form("send_back", border=False):
            st.text_area(
                "Why, so that the others know what to change",
                key=f"send_back.{sha256}.reason",
                persist_state="session",
            )
            st.form_submit_button("Send it back", key="send_back.go", on_click=send_it_back, args=(sha256,))
        session.show_refusal("send_back")


def renew() -> None:
    """Ask for the missing reviews and signatures for some more time."""
    with session.attempt("renew"):
        session.act(renew_request, session.typed("renew.days", DAYS_TO_SIGN) or None)
        session.said("They are asked again.")


def ask_to_renew(here: Here, draft: Frozen) -> None:
    """For a facilitator, when the time is over: ask for some more."""
    if not here.me.facilitator or not draft.expired(here.now):
        return
    with st.container(border=True, key="renew.card"):
        st.selectbox(
            "Ask for", LASTING, index=LASTING.index(DAYS_TO_SIGN), key="renew.days",
            format_func=lasting_words,
        )  # fmt: skip
        st.button(
            "Renew the request", key="renew.go", type="primary", icon=":material/update:", on_click=renew
        )
        session.show_refusal("renew")
