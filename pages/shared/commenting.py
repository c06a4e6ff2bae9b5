"""Saying something about a clause or answering somebody, and mentioning people by choosing them."""

from __future__ import annotations

import streamlit as st

from alignment.actions.clauses import comment
from alignment.clauses import Clause, Comment
from alignment.mentions import mentioned
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label


def may_speak(found: Here) -> bool:
    """Whether the person here may take part in discussions."""
    return found.me.votes or found.me.facilitator


def place(clause_id: str, reply_to: str | None = None) -> str:
    """Where a comment or a reply is typed, and where its refusal is shown."""
    return f"comment.{clause_id}" if reply_to is None else f"reply.{clause_id}.{reply_to}"


def replying(clause_id: str) -> str:
    """The note of which comment on a clause is being answered."""
    return f"replying.{clause_id}"


def ask_comment(found: Here, clause: Clause, answered: Comment | None = None) -> None:
    """A field for a comment, or for the answer to one, and whom it mentions."""
    reply_to = answered.id if answered is not None else None
    key = place(clause.id, reply_to)
    words = "Your comment"
    if answered is not None:
        words = f"Your reply to {label(found.workshop.name_of(answered.by))}"
    with st.form(f"{key}.form", border=False):
        st.text_area(words, key=f"{key}.text", height=80, persist_state="session")
        _ask_mentions(found, key)
        with st.container(horizontal=True):
            send = "Comment" if answered is None else "Reply"
            st.form_submit_button(send, key=f"{key}.send", on_click=_say, args=(clause.id, reply_to))
            if answered is not None:
                st.form_submit_button(
                    "Cancel", key=f"{key}.cancel", type="tertiary", on_click=stop_replying, args=(clause.id,)
                )
    session.show_refusal(key)


def _ask_mentions(found: Here, key: str) -> None:
    others = [person.name for person in found.workshop.people if person.id != found.me.id]
    st.multiselect(
        "Mention",
        others,
        key=f"{key}.mentions",
        placeholder="Mention people: they read of it under “Waiting for you”",
        label_visibility="collapsed",
    )


def reply(clause_id: str, comment_id: str) -> None:
    """Begin to answer a comment."""
    session.note(replying(clause_id), comment_id)


def stop_replying(clause_id: str) -> None:
    """Answer nobody after all; what was typed stays for another time."""
    session.note(replying(clause_id), None)


def _say(clause_id: str, reply_to: str | None) -> None:
    key = place(clause_id, reply_to)
    with session.attempt(key):
        session.act(comment, clause_id, _text(key), reply_to)
        session.said("It is there for everybody to read.")
        session.fill(f"{key}.text", "")
        session.fill(f"{key}.mentions", [])
        stop_replying(clause_id)


def _text(key: str) -> str:
    """What was typed, with those in front who were chosen and do not stand in it yet."""
    typed, workshop = str(session.typed(f"{key}.text")), session.here().workshop
    known = {person.name for person in mentioned(workshop, typed)}
    names = [f"@{name}" for name in session.typed(f"{key}.mentions", []) if name not in known]
    return " ".join([*names, typed]) if typed.strip() else typed
