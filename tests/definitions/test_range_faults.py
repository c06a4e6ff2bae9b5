"""Ranges of a mapping that claim the same numbers, or leave some between them."""

from __future__ import annotations

from definitions.mapping import AnswerMapping
from definitions.range_faults import Overlap, gaps, overlaps
from definitions.ranges import Range


def answers(**ranges: tuple[float | None, float | None]) -> list[AnswerMapping]:
    return [
        AnswerMapping(answer=label, ranges=(Range(at_least=low, below=high),))
        for label, (low, high) in ranges.items()
    ]


def test_ranges_that_touch_neither_overlap_nor_leave_a_gap() -> None:
    touching = answers(large=(50, None), middle=(10, 50), small=(None, 10))
    assert overlaps(touching) == ()
    assert gaps(touching) == ()


def test_numbers_claimed_twice_are_named_with_the_answer_that_gets_them() -> None:
    assert overlaps(answers(large=(50, None), small=(None, 60))) == (
        Overlap("large", "small", Range(at_least=50, below=60)),
    )


def test_a_range_within_another_overlaps_and_hides_no_gap() -> None:
    nested = answers(all=(0, 100), inner=(20, 30), beyond=(120, None))
    assert [found.claimed for found in overlaps(nested)] == [Range(at_least=20, below=30)]
    assert gaps(nested) == (Range(at_least=100, below=120),)


def test_answers_without_numbers_have_no_gaps() -> None:
    assert gaps([AnswerMapping(answer="yes", values=("y",))]) == ()
