"""Which values or numbers of a column mean which answer of a criterion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf, nextafter

from rapidfuzz import fuzz

from data.importing.understood import Column, Type
from data.vocabulary import DENIALS, LEVELS, NO, YES, plain_words
from definitions.answer_ranges import covered
from definitions.criteria import Criterion
from definitions.mapping import AnswerMapping, CriterionMapping
from definitions.numbers import DecimalMark, read_number
from definitions.range_labels import MONTHS
from definitions.ranges import Range

ALIKE = 82.0
"""From here on a value is taken for an answer, 0 to 100."""
MOSTLY = 0.5
"""The share of a column's values from which its numbers are sorted into ranges."""
RANGED, RANKED = 70.0, 40.0
"""How much a column of numbers is like answers with ranges; and yes and no, or levels, like any answers."""


def suggest_answers(criterion: Criterion, column: Column, decimal: DecimalMark) -> CriterionMapping:
    """The column as the criterion's: values that are alike, or yes and no, or levels; numbers by ranges."""
    values = _by_value(criterion, column)
    ranges = _by_range(criterion, column) if _holds_numbers(column, decimal) else {}
    answers = tuple(
        AnswerMapping(answer=label, values=tuple(values.get(place, ())), ranges=ranges.get(place, ()))
        for place, label in enumerate(criterion.labels)
    )
    return CriterionMapping(criterion=criterion.name, column=column.name, answers=answers)


def likeness_of_values(criterion: Criterion, column: Column) -> float:
    """Which share of the answers finds something like it in the column, 0 to 100."""
    if column.type is Type.NUMBER and covered(criterion).ordered:
        return RANGED
    best = [max((alike(label, value) for value, _ in column.top), default=0.0) for label in criterion.labels]
    found = sum(score for score in best if score >= ALIKE) / len(best)
    return max(found, RANKED if _by_rank(column, len(criterion.labels)) else 0.0)


def alike(label: str, value: str) -> float:
    """How much a value is like an answer's label, 0 to 100; a denial is not like what it denies."""
    one, other = plain_words(label), plain_words(value)
    if bool(DENIALS.search(one)) != bool(DENIALS.search(other)):
        return 0.0
    return fuzz.token_sort_ratio(one, other)


def _by_value(criterion: Criterion, column: Column) -> dict[int, list[str]]:
    """Answer's place -> spellings. Every value goes to the answer it is most like, or to none."""
    found: dict[int, list[str]] = {}
    for value, _ in column.top:
        score, place = max((alike(label, value), -n) for n, label in enumerate(criterion.labels))
        if score >= ALIKE:
            found.setdefault(-place, []).append(value)
    return found or _by_rank(column, len(criterion.labels))


def _by_rank(column: Column, answers: int) -> dict[int, list[str]]:
    """Yes and no, or levels from much to little, for the best and the last answer and those between."""
    values = [value for value, _ in column.top if value not in column.missing_markers]
    scales: Sequence[Sequence[set[str]]] = ((YES, NO), LEVELS)
    for scale in scales:
        ranks = {
            value: next((n for n, s in enumerate(scale) if plain_words(value) in s), -1) for value in values
        }
        used = sorted({rank for rank in ranks.values() if rank >= 0})
        ranked = sum(leads for value, leads in column.top if ranks.get(value, -1) >= 0)
        if 1 < len(used) <= answers and 2 * ranked >= column.filled:
            places = [round(n * (answers - 1) / (len(used) - 1)) for n in range(len(used))]
            return {
                place: [value for value in values if ranks[value] == rank]
                for rank, place in zip(used, places, strict=True)
            }
    return {}


def _by_range(criterion: Criterion, column: Column) -> dict[int, tuple[Range, ...]]:
    """Answer's place -> the numbers it covers, in the column's unit where its name tells one."""
    said = covered(criterion)
    factor = _factor(said.unit, column.header)
    starts = {each.low for _, each in said.ordered}
    found: dict[int, tuple[Range, ...]] = {}
    for place, each in said.ordered:
        low = each.low if each.low_in or each.low == -inf else nextafter(each.low, inf)
        high = each.high
        if each.high_in and high < inf:
            # "10 to 49" and "50 to 99" leave nothing between.
            high = high + 1 if high + 1 in starts else nextafter(high, inf)
        found[place] = (_range(low * factor, high * factor),)
    return found


def _range(low: float, high: float) -> Range:
    return Range(at_least=None if low == -inf else low, below=None if high == inf else high)


def _factor(unit: str, header: str) -> float:
    """How many of the column's units of time one of the criterion's is; 1 where none is told."""
    singular = unit.casefold().rstrip("s")
    named = [word for word in MONTHS if re.search(rf"\b{word}s?\b", plain_words(header))]
    if singular not in MONTHS or not named:
        return 1.0
    return MONTHS[singular] / MONTHS[named[0]]


def _holds_numbers(column: Column, decimal: DecimalMark) -> bool:
    """Whether it is a column of numbers, or most of its frequent values are."""
    values = [(value, leads) for value, leads in column.top if value not in column.missing_markers]
    leads = sum(count for _, count in values)
    numbers = sum(count for value, count in values if read_number(value, decimal) is not None)
    return column.type is Type.NUMBER or numbers >= MOSTLY * max(leads, 1)
