"""The questions for prospects as fields: which are asked, and in which words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from pydantic import ValidationError

from alignment.refused import NotUnderstood, in_plain_words
from definitions.criteria import AnsweredBy, Criterion
from definitions.phrases import quoted
from definitions.self_qualification import (
    INTRO,
    PRIVACY,
    THANKS,
    ProspectForm,
    ProspectQuestion,
    Wish,
    usual_question,
)
from definitions.texts import tidy
from pages.shared import session
from pages.shared.text import label

CONTACT = {"name": "Name", "company": "Company", "email": "E-mail"}
TEXTS = {
    "intro": ("What stands above the questions", INTRO),
    "privacy": ("What is kept, said above the button", PRIVACY),
    "thanks": ("Thanks, once it is sent", THANKS),
}


def ask_texts(form: ProspectForm | None) -> None:
    """The texts around the questions, and what is asked about the prospect."""
    for name, (words, usual) in TEXTS.items():
        st.text_area(
            words, getattr(form, name) if form is not None else usual, key=f"{_key()}.{name}", height=90,
            on_change="ignore", persist_state="session",
        )  # fmt: skip
    with st.container(horizontal=True):
        for name, words in CONTACT.items():
            st.selectbox(
                words, list(Wish), list(Wish).index(getattr(form, name) if form else Wish.OPTIONAL),
                key=f"{_key()}.{name}", format_func=lambda wish: wish.value.capitalize(), width=170,
                persist_state="session",
            )  # fmt: skip


def ask_questions(form: ProspectForm | None, criteria: Sequence[Criterion]) -> None:
    """A switch for each criterion, and the words of those that are asked."""
    written = {question.criterion: question for question in form.questions} if form is not None else {}
    for criterion in criteria:
        question = written.get(criterion.name)
        asked = question is not None if form is not None else criterion.answered_by is AnsweredBy.PROSPECT
        with st.container(border=True, key=f"{_key()}.card.{criterion.name}"):
            on = st.toggle(
                label(criterion.name), asked, key=f"{_key()}.on.{criterion.name}", persist_state="session",
                help=f"Answered by {criterion.answered_by.value}, says the definition.",
            )  # fmt: skip
            if on:
                _ask_words(criterion, question)


def _ask_words(criterion: Criterion, question: ProspectQuestion | None) -> None:
    fits = question is not None and question.fits(criterion)
    if question is not None and not fits:
        st.caption(":material/update: Its answers have changed since: look at the words again.")
    words = question if question is not None and fits else usual_question(criterion)
    st.text_area(
        "Question", words.question, key=_question(criterion), height=70, on_change="ignore",
        persist_state="session",
    )  # fmt: skip
    with st.grid(min_column_width=220):
        for answer, said in zip(criterion.labels, words.words, strict=True):
            st.text_input(
                label(answer), said, key=_words(criterion, answer), on_change="ignore",
                persist_state="session", max_chars=200,
            )  # fmt: skip


def typed_form(criteria: Sequence[Criterion]) -> ProspectForm:
    """The form as it stands in the fields; ``NotUnderstood`` if it cannot be kept."""
    chosen = [criterion for criterion in criteria if session.typed(f"{_key()}.on.{criterion.name}", False)]
    if not chosen:
        raise NotUnderstood("Choose at least one question that prospects are asked.")
    try:
        texts = {name: session.typed(f"{_key()}.{name}") for name in TEXTS}
        contact = {name: session.typed(f"{_key()}.{name}", Wish.OPTIONAL) for name in CONTACT}
        return ProspectForm(questions=tuple(_typed(each) for each in chosen), **texts, **contact)
    except ValidationError as error:
        raise NotUnderstood(in_plain_words(error)) from error


def _typed(criterion: Criterion) -> ProspectQuestion:
    question = session.typed(_question(criterion))
    words = {answer: session.typed(_words(criterion, answer)) for answer in criterion.labels}
    if not tidy(question):
        raise NotUnderstood(f"Write the question that prospects read for {criterion.name}.")
    for answer in (answer for answer, said in words.items() if not tidy(said)):
        raise NotUnderstood(f"Write what prospects read for the answer {quoted(answer)} to {criterion.name}.")
    return ProspectQuestion(
        criterion=criterion.name,
        question=question,
        labels=criterion.labels,
        words=tuple(words.values()),
    )


def _key() -> str:
    """Where the fields' keys begin: those of another workshop stay apart."""
    return f"prospects.{session.workshop_id()}"


def _question(criterion: Criterion) -> str:
    return f"{_key()}.question.{criterion.name}"


def _words(criterion: Criterion, answer: str) -> str:
    return f"{_key()}.words.{criterion.name}.{answer}"
