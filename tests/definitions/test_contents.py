"""What a clause can say: criteria, threshold, handoff and terms, and the texts people type."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from definitions.contents import Content
from definitions.criteria import MOST_ANSWERS, MOST_POINTS, Answer, Criterion
from definitions.glossary import Term
from definitions.handoff import Handoff
from definitions.texts import LONG, SHORT, LongText, NeededText, ShortText, fold_name, same_name, tidy
from definitions.threshold import Threshold

CONTENT: TypeAdapter[Content] = TypeAdapter(Content)


def answers(*labels: str) -> tuple[Answer, ...]:
    return tuple(Answer(label=label, points=len(labels) - place) for place, label in enumerate(labels))


def criterion(**changes: Any) -> Criterion:
    stated = {"name": "Role", "question": "Who are they?", "answers": answers("Decides", "Advises", "None")}
    return Criterion(**{**stated, **changes})


def test_a_gate_lets_its_answer_and_the_better_ones_pass() -> None:
    gated = criterion(gate="Advises")
    assert [gated.passes(label) for label in ("Decides", "Advises", "None", "Unheard of", None)] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_without_a_gate_everything_passes() -> None:
    assert criterion().passes(None)


def test_a_gate_names_an_answer_of_the_list() -> None:
    with pytest.raises(ValidationError, match="the gate names an answer that is not in the list"):
        criterion(gate="advises")


@pytest.mark.parametrize("labels", [("Yes", "Yes"), ("Yes", " yes "), ("Yes", "ＹＥＳ")])
def test_two_answers_are_never_the_same_to_a_reader(labels: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError, match="two answers are the same"):
        criterion(answers=answers(*labels))


@pytest.mark.parametrize("number", [0, 1, MOST_ANSWERS + 1])
def test_a_criterion_has_two_to_twenty_answers(number: int) -> None:
    with pytest.raises(ValidationError, match="answers"):
        criterion(answers=answers(*(f"A{n}" for n in range(number))))


@pytest.mark.parametrize("points", [-MOST_POINTS - 1, MOST_POINTS + 1])
def test_an_answers_points_have_bounds(points: int) -> None:
    with pytest.raises(ValidationError, match="points"):
        Answer(label="Yes", points=points)


def test_an_answer_is_worth_its_points_and_no_answer_nothing() -> None:
    assert [criterion().points(label) for label in ("Decides", "None", None, "Unheard of")] == [3, 1, 0, 0]


def test_the_fewest_points_count_no_answer_too() -> None:
    minus = (Answer(label="Yes", points=5), Answer(label="No", points=-2))
    assert (criterion().highest, criterion().lowest) == (3, 0)
    assert (criterion(answers=minus).highest, criterion(answers=minus).lowest) == (5, -2)
    only_costs = (Answer(label="Yes", points=-1), Answer(label="No", points=-3))
    found = criterion(answers=only_costs)
    assert (found.highest, found.lowest) == (0, -3), "no answer costs nothing"


@pytest.mark.parametrize("field", ["name", "question"])
def test_a_criterion_has_a_name_and_a_question(field: str) -> None:
    with pytest.raises(ValidationError, match="is empty"):
        criterion(**{field: " \n"})


@pytest.mark.parametrize("nurture_from", [20, 21])
def test_the_nurture_band_begins_below_the_threshold(nurture_from: int) -> None:
    with pytest.raises(ValidationError, match="the nurture band must begin below the threshold"):
        Threshold(qualified_from=20, nurture_from=nurture_from)
    assert Threshold(qualified_from=20, nurture_from=19).nurture_from == 19
    assert Threshold(qualified_from=20).nurture_from is None


def test_the_handoff_begins_with_the_values_of_the_trade() -> None:
    handoff = Handoff()
    assert (handoff.decide_hours, handoff.contact_hours, handoff.acceptance_percent) == (24, 48, 90)


@pytest.mark.parametrize(
    "wrong",
    [
        {"decide_hours": 0},
        {"decide_hours": 241},
        {"contact_hours": 0},
        {"contact_hours": 73},
        {"acceptance_percent": 0},
        {"acceptance_percent": 101},
    ],
)
def test_the_handoffs_clocks_and_target_have_bounds(wrong: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Handoff(**wrong)


def test_a_term_has_a_definition_and_at_most_twenty_synonyms() -> None:
    with pytest.raises(ValidationError, match="is empty"):
        Term(name="Lead", definition="")
    with pytest.raises(ValidationError, match="synonyms"):
        Term(name="Lead", definition="Somebody.", synonyms=tuple(f"S{n}" for n in range(21)))


@pytest.mark.parametrize(
    "content",
    [
        criterion(gate="Advises"),
        Threshold(qualified_from=3),
        Handoff(),
        Term(name="Lead", definition="Somebody.", synonyms=("Contact",)),
    ],
)
def test_a_content_reads_back_from_json_as_what_it_was(content: Content) -> None:
    assert CONTENT.validate_json(CONTENT.dump_json(content)) == content


@pytest.mark.parametrize("field", ["kind", "extra"])
def test_a_content_of_another_kind_or_with_more_in_it_is_none(field: str) -> None:
    with pytest.raises(ValidationError):
        CONTENT.validate_python({**Threshold(qualified_from=3).model_dump(), field: "x"})


SHORT_TEXT: TypeAdapter[str] = TypeAdapter(ShortText)
LONG_TEXT: TypeAdapter[str] = TypeAdapter(LongText)
NEEDED_TEXT: TypeAdapter[str] = TypeAdapter(NeededText)


@given(st.text())
def test_a_text_tidied_twice_is_the_text_tidied_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    tidy(text).encode()


@given(st.text(min_size=1, max_size=SHORT))
def test_a_short_text_that_was_kept_reads_back_the_same(text: str) -> None:
    try:
        kept = SHORT_TEXT.validate_python(text)
    except ValidationError:
        assert not "".join(tidy(text).split())
    else:
        assert SHORT_TEXT.validate_python(kept) == kept


def test_control_characters_and_lone_surrogates_go_and_lines_and_tabs_stay() -> None:
    assert tidy(" \x00a\x07b\tc\nd\ud800\x85\x1b ") == "ab\tc\nd"


@pytest.mark.parametrize("text", ["<b>", "{{ x }}", "$x$", "=1+1", "👩‍💻", "\u202eabc", "Привет", "e\u0301"])
def test_what_people_type_stays_as_typed(text: str) -> None:
    assert LONG_TEXT.validate_python(text) == SHORT_TEXT.validate_python(text) == text


def test_a_short_text_is_one_line_of_at_most_two_hundred_characters() -> None:
    assert SHORT_TEXT.validate_python(" a \n b\t\tc ") == "a b c"
    assert SHORT_TEXT.validate_python("x" * SHORT) == "x" * SHORT
    with pytest.raises(ValidationError, match="is longer than 200 characters"):
        SHORT_TEXT.validate_python("x" * (SHORT + 1))


def test_a_long_text_may_be_empty_and_a_needed_one_may_not() -> None:
    assert LONG_TEXT.validate_python(" ") == ""
    with pytest.raises(ValidationError, match="is empty"):
        NEEDED_TEXT.validate_python("\x00")
    with pytest.raises(ValidationError, match="is longer than 20,000 characters"):
        NEEDED_TEXT.validate_python("x" * (LONG + 1))


@pytest.mark.parametrize("other", ["anna b", " ANNA  B ", "Ａnna B", "Anna\u00a0B"])
def test_names_are_the_same_whatever_their_case_blanks_and_width(other: str) -> None:
    assert same_name("Anna B", other)
    assert fold_name(other) == "anna b"


@pytest.mark.parametrize("other", ["Ana B", "Anna", "AnnaB", ""])
def test_other_names_are_other_names(other: str) -> None:
    assert not same_name("Anna B", other)
