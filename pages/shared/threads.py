"""Threads about a clause: comments with their replies; those that are resolved stay folded."""

from __future__ import annotations

import streamlit as st

from alignment.actions.discussion import resolve_comment
from alignment.clauses import Clause, Comment
from alignment.discussion import Thread, is_new
from alignment.mentions import mentioned
from pages.shared import session
from pages.shared.commenting import ask_comment, may_speak, reply, replying
from pages.shared.people import team_badge
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import ago

MENTIONS_YOU = ":orange-badge[:material/alternate_email: mentions you]"
NEW = ":blue-badge[new]"


def place(clause_id: str) -> str:
    """Where a refused resolving is shown."""
    return f"resolving.{clause_id}"


def show_threads(found: Here, clause: Clause, threads: tuple[Thread, ...]) -> None:
    """The open threads in the order in which they began, then those that are resolved, if asked for."""
    for thread in threads:
        if not thread.resolved:
            _show_thread(found, clause, thread)
    session.show_refusal(place(clause.id))
    resolved = [thread for thread in threads if thread.resolved]
    if resolved and st.toggle(f"Show what is resolved ({len(resolved)})", key=f"resolved.{clause.id}"):
        for thread in resolved:
            _show_thread(found, clause, thread)


def _show_thread(found: Here, clause: Clause, thread: Thread) -> None:
    said = [_said(found, thread.first)]
    said += [_set_in(_said(found, answer)) for answer in thread.replies]
    if thread.first.resolved_by is not None:
        who = label(found.workshop.name_of(thread.first.resolved_by))
        said.append(f":small[:gray[:material/check: Resolved by {who}]]")
    st.markdown("\n\n".join(said))
    if not may_speak(found):
        return
    if session.noted(replying(clause.id)) == thread.first.id:
        ask_comment(found, clause, thread.first)
        return
    with st.container(horizontal=True):
        _button("Reply", "reply", clause, thread.first)
        if not thread.resolved and _may_resolve(found, clause, thread.first):
            _button("Resolve", "resolve", clause, thread.first)


def _said(found: Here, said: Comment) -> str:
    """Who said what and when, marked if it is new to the reader or mentions them."""
    person = found.workshop.participants[said.by]
    marks = [
        mark
        for mark, so in (
            (NEW, is_new(found.workshop, said, found.me)),
            (MENTIONS_YOU, found.me in mentioned(found.workshop, said.text)),
        )
        if so
    ]
    who = f"**{label(person.name)}** {team_badge(person.team)} :small[{ago(said.at, found.now)}]"
    return f"{' '.join([who, *marks])}  \n{plain(said.text)}"


def _set_in(markdown: str) -> str:
    """Markdown set in, as an answer to what stands above it."""
    return "- " + "\n  ".join(markdown.split("\n"))


def _may_resolve(found: Here, clause: Clause, first: Comment) -> bool:
    return found.me.facilitator or found.me.id in (first.by, clause.author)


def _button(words: str, verb: str, clause: Clause, first: Comment) -> None:
    do = reply if verb == "reply" else _resolve
    key = f"{verb}.{clause.id}.{first.id}"
    st.button(words, key=key, type="tertiary", on_click=do, args=(clause.id, first.id))


def _resolve(clause_id: str, comment_id: str) -> None:
    with session.attempt(place(clause_id)):
        session.act(resolve_comment, clause_id, comment_id)
        session.said("Resolved. A reply opens it again.")
