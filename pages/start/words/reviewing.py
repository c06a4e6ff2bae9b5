"""The self-review: what is in place here and what is not, a choice of four for each thing."""

from __future__ import annotations

import streamlit as st

from alignment.actions.own_words import write_own_words
from alignment.own_words import OwnWords
from definitions.own_words import InPlace, Question
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import plain

SIGNS = {InPlace.IN_PLACE: "✓", InPlace.PARTLY: "~", InPlace.NOT: "✕", InPlace.DONT_KNOW: "?"}


def key_of(found: Here, asked: OwnWords, question: Question) -> str:
    """Where an answer is typed: each person's own, also where one browser looks through several eyes."""
    return f"own_words.{found.workshop.id}.{found.me.id}.{asked.round}.{question.id}"


def in_words(choice: InPlace) -> str:
    """A choice with its sign."""
    return f"{SIGNS[choice]} {choice.value.capitalize()}"


def ask_review(found: Here, asked: OwnWords, review: list[Question]) -> None:
    """One row of choices for each thing; a click keeps it."""
    st.subheader("How are leads handled here today?", anchor=False)
    st.write("Say it as you see it. Each choice is kept at once.")
    own = asked.shown(found.me.id, found.me)
    for question in review:
        key = key_of(found, asked, question)
        if session.typed(key, None) is None and question.id in own:
            session.fill(key, own[question.id].in_place)
        st.segmented_control(
            plain(question.text),
            list(InPlace),
            format_func=in_words,
            key=key,
            required=True,
            wrap=True,
            on_change=_choose,
            args=(key, question.id),
            persist_state="session",
        )
        session.show_refusal(key)


def _choose(key: str, question_id: str) -> None:
    with session.attempt(key):
        session.act(write_own_words, question_id, in_place=session.typed(key, None))
