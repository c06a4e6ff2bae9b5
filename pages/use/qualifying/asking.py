"""One question at a time: large answers with keys, not known, and the way back."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

import streamlit as st

from data.assessments.assessing import describe
from definitions.criteria import AnsweredBy, Criterion
from definitions.qualifying import next_question
from pages.shared import session
from pages.shared.terms import ask_meanings, terms_of
from pages.shared.text import label, plain
from pages.use.qualifying.draft import Qualifying, keep, qualifying
from pages.use.qualifying.problems import show_problems

PLACE = "qualify"
NOT_KNOWN = "Not known"
DOUBLE_CLICK = 0.3
"""Seconds. Nobody reads a question so fast: a second click was meant for the question before."""
_LARGE = "<style>.st-key-qualify-answers button{min-height:3.2rem}</style>"
HINTS = {
    AnsweredBy.DATA: ":material/database: Answered by a data source: look it up, do not guess.",
    AnsweredBy.PROSPECT: ":material/person: The prospect answers this.",
}


def ask_lead() -> None:
    """Which lead it is, before the first question."""
    with st.form("qualify.lead", border=True):
        st.text_input("Company or lead", key=_own("reference"), persist_state="session", max_chars=200)
        st.text_input(
            "Where it comes from", key=_own("source"), persist_state="session", max_chars=200,
            placeholder="A campaign, an event, a partner",
        )  # fmt: skip
        st.form_submit_button("Begin", key="qualify.begin", type="primary", on_click=begin)
    session.show_refusal(PLACE)


def begin() -> None:
    """Turn to the first question, once it is known which lead this is."""
    with session.attempt(PLACE):
        described = describe(session.typed(_own("reference")), session.typed(_own("source")))
        now = qualifying(session.here())
        if now is not None:
            first = now.text.criteria[0].name
            named = replace(now.draft, reference=described.reference, source=described.source, at=first)
            keep(now.here, named)
            session.clear(_own("reference"), _own("source"))


def ask_question(now: Qualifying, criterion: Criterion) -> None:
    """The question on the screen with its answers."""
    total = len(now.text.criteria)
    session.note("qualify.drawn", (now.sha256, criterion.name))
    session.note("qualify.clicked", session.noted("qualify.clicking", -DOUBLE_CLICK))
    with st.container(border=True, key=f"qualify.question.{criterion.name}"):
        st.caption(f"Question {now.place + 1} of {total} · {label(criterion.name)}")
        st.subheader(label(criterion.question), anchor=False)
        if criterion.why:
            st.caption(plain(criterion.why))
        ask_meanings(terms_of(criterion, now.text.terms), f"terms.qualify.{criterion.name}")
        _show_hint(now, criterion)
        st.html(_LARGE)
        with st.container(key="qualify-answers", gap="small"):
            for place, answer in enumerate(criterion.labels):
                _answer_button(now, criterion, answer, str(place + 1) if place < 9 else None)
            _answer_button(now, criterion, None, "0")
        _ask_to_turn(now)
        if criterion.about_problems:
            show_problems(now)
    st.caption("Keys 1 to 9 answer, 0 is not known, the left arrow goes back.")


def _show_hint(now: Qualifying, criterion: Criterion) -> None:
    said = now.draft.said.get(criterion.name)
    if said is not None:
        st.markdown(f":material/person: The prospect answered **{label(said)}**.")
    elif criterion.answered_by in HINTS:
        st.caption(HINTS[criterion.answered_by])


def _answer_button(now: Qualifying, criterion: Criterion, answer: str | None, key: str | None) -> None:
    answers = now.draft.answers
    chosen = criterion.name in answers and answers[criterion.name] == answer
    name = "unknown" if answer is None else f"answer.{answer}"
    st.button(
        label(answer) if answer is not None else NOT_KNOWN,
        key=f"qualify.{criterion.name}.{name}",
        type="primary" if chosen else "secondary",
        icon=":material/help:" if answer is None else None,
        width="stretch",
        shortcut=key,
        on_click=_answered,
        args=(criterion.name, answer),
    )


def _ask_to_turn(now: Qualifying) -> None:
    names = [criterion.name for criterion in now.text.criteria]
    with st.container(horizontal=True):
        before = names[now.place - 1] if now.place else None
        after = names[now.place + 1] if now.place + 1 < len(names) else None
        st.button(
            "Back", key="qualify.back", type="tertiary", icon=":material/arrow_back:", shortcut="Left",
            disabled=before is None, on_click=turn_to, args=(before,),
        )  # fmt: skip
        st.button(
            "Later", key="qualify.later", type="tertiary", icon=":material/arrow_forward:", shortcut="Right",
            on_click=turn_to, args=(after,),
        )  # fmt: skip


def turn_to(name: str | None) -> None:
    """Put another question on the screen; ``None`` for the end. In a callback."""
    now = qualifying(session.here())
    if now is not None:
        keep(now.here, replace(now.draft, at=name, lost=None))


def _answered(name: str, answer: str | None) -> None:
    """Keep the answer and turn to the next question, unless the click was meant for the one before."""
    now, last = qualifying(session.here()), session.noted("qualify.clicked", -DOUBLE_CLICK)
    session.note("qualify.clicking", monotonic())
    if (
        now is None
        or session.noted("qualify.drawn") != (now.sha256, name)
        or monotonic() - last < DOUBLE_CLICK
    ):
        return
    answers = {**now.draft.answers, name: answer}
    following = next_question(now.text.criteria, answers, name)
    at = following.name if following is not None else None
    keep(now.here, replace(now.draft, answers=answers, at=at, lost=None))


def _own(name: str) -> str:
    """The key of a field that is this workshop's own."""
    return f"qualify.{name}.{session.workshop_id()}"
