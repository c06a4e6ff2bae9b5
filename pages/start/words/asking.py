"""For a facilitator: which terms everybody is asked about, and the button that asks them."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from alignment.actions.own_words import ask_own_words
from alignment.workshop import Workshop
from data.starter import own_words_questions, own_words_terms, terms
from definitions.contents import ContentKind
from definitions.own_words import Question
from definitions.phrases import counted
from definitions.texts import same_name
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label

KEY = "own_words.asking"
MOST_TERMS = 12
"""More than anybody would answer in a quarter of an hour."""


def ask_to_ask(here: Here, words: str) -> None:
    """The choice of terms beside the qualified lead, what will be asked, and the button."""
    offered = _offered(here.workshop)
    if session.typed(KEY, None) is None:
        session.fill(KEY, [name for name in own_words_terms() if name in offered])
    st.multiselect(
        "Ask about these terms, beside “Qualified lead”",
        offered,
        key=KEY,
        accept_new_options=True,
        max_selections=MOST_TERMS,
        placeholder="Choose terms, or type one of your own",
        persist_state="session",
    )
    _show_questions()
    st.button(words, key=f"{KEY}.go", type="primary", icon=":material/campaign:", on_click=_ask)
    session.show_refusal(KEY)


def _offered(workshop: Workshop) -> list[str]:
    """The names of terms to choose from: usual ones first, then those of the workshop's glossary."""
    drafted = [clause.name for clause in workshop.clauses.values() if clause.kind is ContentKind.TERM]
    offered: list[str] = []
    for name in (*own_words_terms(), *(term.name for term in terms()), *drafted):
        if not any(same_name(name, other) for other in ("Qualified lead", *offered)):
            offered.append(name)
    return offered


def _chosen() -> tuple[Question, ...]:
    questions: tuple[Question, ...] = built(own_words_questions, chosen=session.typed(KEY, ()))
    return questions


def _show_questions() -> None:
    chosen = session.typed(KEY, ())
    review = [question for question in own_words_questions(()) if question.reviews]
    asked = [f"- What is **{label(name)}** to you?" for name in ("Qualified lead", *chosen)]
    number = len(asked) + len(review)
    st.caption(
        f"Everybody answers {counted(len(asked), 'question')} in their own words, then says of "
        f"{counted(len(review), 'thing')} whether they are in place here. That takes about {number} minutes."
    )
    with st.expander("All the questions", type="compact"):
        st.markdown("\n".join([*asked, *(f"- {label(question.text)}" for question in review)]))


def _ask() -> None:
    with session.attempt(KEY):
        session.act(ask_own_words, _chosen())
        session.said("Everybody is asked now.")
        session.clear(KEY)
