"""Answers that stand for numbers: old facts still read, and bounds that are not there are not written."""

import pytest
from pydantic import ValidationError

from definitions.answer_ranges import Range, covered, in_words, unsaid
from definitions.criteria import Answer, Criterion
from definitions.differences import differences
from definitions.document import canonical
from definitions.range_labels import written
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold
from definitions.what_if import WhatIf, tried
from definitions.wording import clause_sentence
from tests.definitions.cards import classic
from tests.definitions.documents import BUDGET, document

LARGE, SMALL = Answer(label="Large", points=5, at_least=250), Answer(label="Small", points=1, below=250)
SIZE = Criterion(name="Size", question="How many?", answers=(LARGE, SMALL), unit="people")


def test_a_criterion_without_bounds_is_written_as_it_was_before_there_were_any() -> None:
    assert (
        set(BUDGET.model_dump())
        == set(BUDGET.model_dump(mode="json"))
        == {
            "kind",
            "name",
            "question",
            "why",
            "answered_by",
            "answers",
            "gate",
        }
    )
    assert BUDGET.model_dump_json().count("label") == 3
    assert b"at_least" not in canonical(document())
    assert b"unit" not in canonical(document())


def test_bounds_and_unit_read_back_as_they_were_written() -> None:
    assert Criterion.model_validate_json(SIZE.model_dump_json()) == SIZE
    assert Criterion.model_validate(SIZE.model_dump(mode="json")) == SIZE


def test_the_classic_file_says_which_numbers_its_answers_cover() -> None:
    timing, size = classic().criteria[3:]
    inf = float("inf")
    assert covered(timing).ranges == (Range(-inf, 6), Range(12, inf))
    assert covered(timing).unit == "months"
    assert covered(size).ranges == (Range(50_000, inf), Range(-inf, 100))


@pytest.mark.parametrize("bounds", [(5, 5), (6, 5), (float("inf"), None), (None, float("nan")), (None, 1e16)])
def test_bounds_that_hold_no_number_or_no_json_are_refused(bounds: tuple[float | None, float | None]) -> None:
    with pytest.raises(ValidationError):
        Answer(label="x", points=0, at_least=bounds[0], below=bounds[1])


def test_what_a_label_says_itself_is_not_said_twice() -> None:
    for criterion in classic().criteria:
        assert unsaid(criterion) == ()
        assert "In numbers" not in clause_sentence(criterion)
    assert clause_sentence(SIZE) == (
        "Size: How many? “Large” gives 5 points, “Small” 1. "
        "In numbers, “Large” is 250 people or more and “Small” is under 250 people."
    )


def test_a_change_of_bounds_alone_is_a_difference() -> None:
    wider = SIZE.model_copy(update={"answers": (LARGE.model_copy(update={"at_least": 200.0}), SMALL)})
    found = [(each.what, each.before, each.after) for each in differences(SIZE, wider)]
    assert found == [("Numbers of answer “Large”", "250 people or more", "200 people or more")]
    bare = SIZE.model_copy(update={"answers": (Answer(label="Large", points=5), SMALL)})
    assert ("Numbers of answer “Large”", "none", "250 people or more") in [
        (each.what, each.before, each.after) for each in differences(bare, SIZE)
    ]


def test_trying_other_points_leaves_the_bounds_as_they_are() -> None:
    scorecard = Scorecard((SIZE,), Threshold(qualified_from=5))
    (after,) = tried(scorecard, WhatIf().with_points("Size", "Large", 7)).criteria
    assert after.answers == (LARGE.model_copy(update={"points": 7}), SMALL)
    assert after.unit == "people"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("2.5 to 3", (2.5, 3, True, True, "")),
        ("1,5 million or more", (1_500_000, float("inf"), True, False, "")),
        ("10-20k", (10_000, 20_000, True, True, "")),
        ("between six and twelve months", (6, 12, True, True, "month")),
        ("In half a year or less", None),
        ("6 to under 12 months", (6, 12, True, False, "month")),
        ("1 month to 2 years", None),
        ("20 to 10", None),
        ("1 of 3 people or more", None),
        ("Decision maker", None),
        ("50,000", None),
    ],
)
def test_numbers_are_read_from_a_label_only_where_it_is_sure(label: str, expected: object) -> None:
    found = written(label)
    assert (found and (found.low, found.high, found.low_in, found.high_in, found.unit)) == expected


@pytest.mark.parametrize(
    ("low", "high", "label"),
    [(6, 12, "6 to under 12"), (0.5, 1.25, "0.5 to under 1.25"), (1e6, float("inf"), "1,000,000 or more")],
)
def test_a_range_in_words_is_read_back_as_the_same_range(low: float, high: float, label: str) -> None:
    assert in_words(low, high) == label
    found = written(label)
    assert found is not None
    assert (found.low, found.high) == (low, high)
