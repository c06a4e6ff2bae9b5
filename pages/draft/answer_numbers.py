"""The numbers that an answer stands for: from one number up to, but not with, another; and their unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, isinf

import streamlit as st

from definitions.answer_ranges import Range, covered, shown
from definitions.checks.covering import gaps_and_overlaps
from definitions.criteria import MOST_BOUND, MOST_UNIT, Answer, Criterion
from definitions.range_labels import written
from pages.shared import session
from pages.shared.text import plain

ENDS = {"at_least": "from", "below": "to below"}
MOST_SAID = 3


@dataclass(frozen=True)
class Typed:
    """A criterion as typed so far, and what each row (by its key) covers."""

    criterion: Criterion
    covers: Mapping[str, Range | None]


def begin(place: str, answers: Sequence[Answer], unit: str) -> None:
    """Put a criterion's unit into its field; the numbers are shown if it has any. Only in a callback."""
    session.fill(f"{place}.numbers", bool(unit) or any(answer.bounded for answer in answers))
    session.fill(f"{place}.unit", unit)


def fill(row: str, answer: Answer | None) -> None:
    """Put an answer's numbers into its row, or empty them. Only in a callback."""
    for end in ENDS:
        session.fill(f"{row}.{end}", getattr(answer, end) if answer is not None else None)
    session.note(f"{row}.filled", answer)


def ask_whether(place: str) -> None:
    """Whether answers stand for numbers, and then what these count."""
    asked = st.toggle(
        "Answers stand for numbers",
        key=f"{place}.numbers",
        help="Such as a budget, a head count or months. Then gaps and overlaps between answers are found.",
        persist_state="session",
    )
    if asked:
        st.text_input(
            "Unit of the numbers",
            key=f"{place}.unit",
            max_chars=MOST_UNIT,
            placeholder="Such as people, months or EUR; may stay empty",
            persist_state="session",
        )


def ask(row: str, typed: Typed) -> None:
    """The two ends of one answer's numbers; an empty one shows what its words say already."""
    with st.container(horizontal=True, gap="small"):
        for end, words in ENDS.items():
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
                st.markdown(f":small[{words}]", width="content")
                _ask_end(f"{row}.{end}", words, _says(typed.covers[row], end))


def _ask_end(key: str, words: str, says: str) -> None:
    st.number_input(
        f"Its numbers {words}",
        min_value=-MOST_BOUND,
        max_value=MOST_BOUND,
        value=None,
        step=1.0,
        format="%g",
        key=key,
        placeholder=says,
        label_visibility="collapsed",
        persist_state="session",
        width=200,
    )


def read(row: str) -> dict[str, float | None]:
    """The two ends as typed; an empty one is no end."""
    return {end: session.typed(f"{row}.{end}", None) for end in ENDS}


def unit(place: str) -> str:
    """What the numbers count, as typed."""
    return str(session.typed(f"{place}.unit")) if stand_for_numbers(place) else ""


def stand_for_numbers(place: str) -> bool:
    """Whether the answers stand for numbers."""
    return bool(session.typed(f"{place}.numbers", False))


def let_words_say(row: str, label: str) -> None:
    """Empty the numbers of an answer whose new words say others. Only in a callback."""
    before: Answer | None = session.noted(f"{row}.filled")
    if before is None or before.label == label or written(label) is None:
        return
    if read(row) == {end: getattr(before, end) for end in ENDS}:
        fill(row, None)


def typed(place: str, answers: Mapping[str, str]) -> Typed | None:
    """What the answers (row's key -> words) cover as typed so far; ``None`` if they stand for no numbers."""
    if not stand_for_numbers(place):
        return None
    made = [Answer.model_construct(label=words, points=0, **_sound(row)) for row, words in answers.items()]
    # Not checked: what is typed so far need not make a criterion yet.
    criterion = Criterion.model_construct(name="", question="", answers=tuple(made), unit=unit(place))
    return Typed(criterion, dict(zip(answers, covered(criterion).ranges, strict=True)))


def _sound(row: str) -> dict[str, object]:
    """The ends as typed; none where they are the wrong way round, which sending refuses."""
    low, high = read(row).values()
    wrong = low is not None and high is not None and low >= high
    return {"at_least": None if wrong else low, "below": None if wrong else high}


def show_faults(typed: Typed) -> None:
    """Numbers that no answer covers, or two, as typed so far."""
    for found in gaps_and_overlaps((typed.criterion,))[:MOST_SAID]:
        words = found.sentence.partition(": ")[2]
        st.caption(f":material/warning: {plain(words)}")


def _says(says: Range | None, end: str) -> str:
    """What stands in an empty field: the end that the answer's words say."""
    number = inf if says is None else says.ends[end == "below"]
    if says is None or isinf(number):
        return "no end"
    if end == "at_least":
        return shown(number) if says.low_in else f"above {shown(number)}"
    return f"{shown(number)} included" if says.high_in else shown(number)
