"""A lead as it is put before people: questions and answers, and nothing that points to a verdict."""

from __future__ import annotations

from html import escape

import streamlit as st

from alignment.present import present_scorecard
from alignment.workshop import Workshop
from definitions.drawn_leads import DrawnLeads
from pages.shared.text import label

_COLUMNS = "repeat(auto-fit,minmax(min(15rem,100%),1fr))"
_GRID = f"display:grid;grid-template-columns:{_COLUMNS};gap:.7rem 1.5rem;margin:0"
_QUESTION = "font-size:.875rem;opacity:.75;line-height:1.3;overflow-wrap:anywhere"
_ANSWER = "font-weight:600;font-size:1.06rem;line-height:1.35;overflow-wrap:anywhere"
_MISSING = "font-style:italic;opacity:.75;line-height:1.35"


def questions_of(workshop: Workshop, drawn: DrawnLeads) -> tuple[str, ...]:
    """What each criterion asks; its name where it is no longer on the table."""
    scorecard = present_scorecard(workshop)
    asked = {c.name: c.question for c in scorecard.criteria} if scorecard is not None else {}
    return tuple(asked.get(name) or name for name in drawn.criteria)


def show_facts(workshop: Workshop, drawn: DrawnLeads, lead: int) -> None:
    """Each question with this lead's answer; a missing answer is said."""
    answers = drawn.answers_of(lead).values()
    rows = zip(drawn.criteria, questions_of(workshop, drawn), answers, strict=True)
    st.html(f'<div style="{_GRID}">{"".join(_fact(*row) for row in rows)}</div>')


def _fact(name: str, question: str, answer: str | None) -> str:
    asked = name if question == name else f"{name}: {question}"
    look, said = (_ANSWER, escape(answer)) if answer is not None else (_MISSING, "not answered")
    return (
        f'<div><div dir="auto" style="{_QUESTION}">{escape(asked)}</div>'
        f'<div dir="auto" style="{look}">{said}</div></div>'
    )


def in_short(drawn: DrawnLeads, lead: int) -> str:
    """A lead's answers on one line, in Markdown."""
    given = drawn.answers_of(lead).items()
    return " · ".join(
        f"{label(name)}: **{label(answer)}**" if answer is not None else f"{label(name)}: *not answered*"
        for name, answer in given
    )
