"""Answering in one's own words: one term at a time, then the self-review, then a look at what one said."""

from __future__ import annotations

import streamlit as st

from alignment.actions.own_words import write_own_words
from alignment.own_words import OwnWords
from definitions.own_words import LONGEST, Question, Said
from definitions.texts import tidy
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.start.words.own import show_own, until_revealed
from pages.start.words.reviewing import ask_review, key_of

WRITING = "own_words.writing"
"""The note of which box a person was last writing in."""


def still_writing(found: Here, asked: OwnWords) -> bool:
    """Whether the person here had a box open when it was revealed: it is not taken from under their hands."""
    return bool(session.noted(WRITING) == _place(found, asked))


@st.fragment
def show_writing() -> None:
    """The question that is next, or everything one said. What others do never disturbs it."""
    found = session.look()
    asked = found.workshop.own_words[-1] if found is not None and found.workshop.own_words else None
    if found is None or asked is None or not found.me.votes:
        return
    if not asked.open and not still_writing(found, asked):
        st.rerun()
    texts = [question for question in asked.questions if not question.reviews]
    review = [question for question in asked.questions if question.reviews]
    steps = len(texts) + bool(review)
    step = _step(found, asked, texts, review)
    session.note(WRITING, _place(found, asked) if step < len(texts) else None)
    if step >= steps:
        show_own(found, asked, _go)
        return
    st.progress(step / steps, text=f"{step + 1} of {steps}")
    with st.container(border=True, key="own_words.question"):
        if step < len(texts):
            _ask_text(found, asked, texts[step])
        else:
            ask_review(found, asked, review)
        if asked.open:
            st.caption(f":material/lock: Only you can see this {until_revealed(found, asked)}.")
            _ask_to_go_on(found, asked, step, texts)
        else:
            st.caption("It has been revealed. What you had not saved is yours to copy; it counts no more.")
            st.button("See what everybody wrote", key="own_words.see", type="primary", on_click=_leave)


def _step(found: Here, asked: OwnWords, texts: list[Question], review: list[Question]) -> int:
    """Where the person here is; at first the first step with something left to answer."""
    noted: int | None = session.noted(_place(found, asked))
    own = asked.shown(found.me.id, found.me)
    left = [number for number, question in enumerate(texts) if question.id not in own]
    if not left and any(question.id not in own for question in review):
        left = [len(texts)]
    return noted if noted is not None else (left or [len(texts) + 1])[0]


def _place(found: Here, asked: OwnWords) -> str:
    return f"own_words.step.{found.workshop.id}.{found.me.id}.{asked.round}"


def _leave() -> None:
    session.note(WRITING, None)


def _go(step: int) -> None:
    found = session.here()
    session.note(_place(found, found.workshop.own_words[-1]), step)


def _ask_text(found: Here, asked: OwnWords, question: Question) -> None:
    key, own = key_of(found, asked, question), asked.shown(found.me.id, found.me)
    if session.typed(key, None) is None:
        session.fill(key, own[question.id].text if question.id in own else "")
    st.subheader(label(question.term or ""), anchor=False)
    st.text_area(
        plain(question.text),
        key=key,
        height=220,
        max_chars=LONGEST,
        persist_state="session",
        placeholder="In your own words. Nobody grades this.",
    )
    session.show_refusal(key)


def _ask_to_go_on(found: Here, asked: OwnWords, step: int, texts: list[Question]) -> None:
    with st.container(horizontal=True):
        if step < len(texts):
            args = (key_of(found, asked, texts[step]), texts[step].id, step + 1)
            st.button("Save and go on", key="own_words.save", type="primary", on_click=_save, args=args)
        else:
            st.button("Done", key="own_words.done", type="primary", on_click=_go, args=(step + 1,))
        if step:
            st.button("Back", key="own_words.back", on_click=_go, args=(step - 1,))
        if step < len(texts):
            st.button("Later", key="own_words.later", type="tertiary", on_click=_go, args=(step + 1,))


def _save(key: str, question_id: str, then: int) -> None:
    """Keep what was typed, unless it is kept already, and go on to the next question."""
    found = session.here()
    own = found.workshop.own_words[-1].shown(found.me.id, found.me)
    with session.attempt(key):
        text = session.typed(key)
        if own.get(question_id, Said.model_construct()).text != tidy(text) or not tidy(text):
            session.act(write_own_words, question_id, text)
        _go(then)
