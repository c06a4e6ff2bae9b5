"""Where the ranges of a mapping claim the same numbers twice, and which numbers between them none covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from definitions.mapping import AnswerMapping
from definitions.ranges import Range


@dataclass(frozen=True)
class Overlap:
    """Numbers that two answers claim; the first of them gets them."""

    first: str
    second: str
    claimed: Range


def overlaps(answers: Sequence[AnswerMapping]) -> tuple[Overlap, ...]:
    """Every pair of answers that claim the same numbers, and which."""
    pairs = [
        (one.answer, other.answer, _between(max(_low(x), _low(y)), min(_high(x), _high(y))))
        for one, other in combinations(answers, 2)
        for x in one.ranges
        for y in other.ranges
    ]
    return tuple(Overlap(first, second, claimed) for first, second, claimed in pairs if claimed)


def gaps(answers: Iterable[AnswerMapping]) -> tuple[Range, ...]:
    """The numbers between the lowest and the highest range that none covers; what lies outside is no gap."""
    ranges = sorted((each for answer in answers for each in answer.ranges), key=_low)
    found: list[Range | None] = []
    reached = _high(ranges[0]) if ranges else inf
    for each in ranges:
        found.append(_between(reached, _low(each)))
        reached = max(reached, _high(each))
    return tuple(gap for gap in found if gap is not None)


def _low(each: Range) -> float:
    return -inf if each.at_least is None else each.at_least


def _high(each: Range) -> float:
    return inf if each.below is None else each.below


def _between(low: float, high: float) -> Range | None:
    if low >= high:
        return None
    return Range(at_least=None if low == -inf else low, below=None if high == inf else high)
