"""Everything one said in one's own words so far, with the way back to each answer."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from alignment.own_words import OwnWords
from definitions.own_words import Said
from definitions.texts import tidy
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.start.words.reviewing import in_words, key_of

NOT_YET = ":gray[Not answered yet]"


def until_revealed(found: Here, asked: OwnWords) -> str:
    """When the seal ends: when the facilitator who asked reveals it, if they are still one."""
    by = found.workshop.participants.get(asked.by)
    if by is None or not by.here or not by.facilitator:
        return "until a facilitator reveals it"
    return "until you reveal it" if by.id == found.me.id else f"until {label(by.name)} reveals it"


def show_own(found: Here, asked: OwnWords, go: Callable[[int], None]) -> None:
    """One's own answers; ``go`` leads to a step: a text's number, or the self-review after them."""
    left, until = asked.left_for(found.me.id), until_revealed(found, asked)
    if left:
        st.info(f"{left} of {len(asked.questions)} questions are left. You can answer them {until}.")
    else:
        st.success(f"You have answered everything. You can change it {until}.", icon=":material/task_alt:")
    own = asked.shown(found.me.id, found.me)
    with st.container(border=True, key="own_words.own"):
        st.caption(f":material/lock: Only you can see this {until}.")
        texts = [question for question in asked.questions if not question.reviews]
        for number, question in enumerate(texts):
            said = own.get(question.id)
            words = f"**{label(question.term or '')}**  \n{plain(said.text) if said else NOT_YET}"
            _show(words, said, f"own_words.change.{question.id}", go, number)
        review = [question for question in asked.questions if question.reviews]
        if review:
            answers = {question: own.get(question.id) for question in review}
            words = "\n".join(_choice(question.text, said) for question, said in answers.items())
            anything = next((said for said in answers.values() if said), None)
            _show(words, anything, "own_words.change.review", go, len(texts))


def show_unsaved(found: Here, asked: OwnWords) -> None:
    """After the reveal: what the person here had typed and not saved, so that it is not lost."""
    own = asked.shown(found.me.id, found.me)
    for question in asked.questions:
        text = "" if question.reviews else tidy(session.typed(key_of(found, asked, question)))
        if text and (question.id not in own or own[question.id].text != text):
            with st.expander("Something you typed was not saved before the reveal", icon=":material/draft:"):
                st.caption(label(question.term or ""))
                st.text(text)


def _choice(text: str, said: Said | None) -> str:
    chosen = f"**{plain(in_words(said.in_place))}**" if said and said.in_place else NOT_YET
    return f"- {label(text)} {chosen}"


def _show(words: str, said: Said | None, key: str, go: Callable[[int], None], step: int) -> None:
    """An answer with the button that leads back to it beside it."""
    answer, change = st.columns([5, 1], vertical_alignment="center")
    answer.markdown(words)
    verb = "Change" if said is not None else "Answer"
    change.button(verb, key=key, type="tertiary", icon=":material/edit:", on_click=go, args=(step,))
