"""Which values or numbers of a column mean which answer of a criterion."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from data.importing.understood import Column, Type
from data.range_suggestions import ranges_met, ranges_of
from data.vocabulary import DENIALS, LEVELS, NO, YES, plain_words
from definitions.answer_ranges import covered
from definitions.criteria import Criterion
from definitions.mapping import AnswerMapping, CriterionMapping
from definitions.numbers import DecimalMark, read_number

ALIKE = 82.0
"""From here on a value is taken for an answer, 0 to 100."""
MOSTLY = 0.5
"""The share of a column's values from which its numbers are sorted into ranges."""
RANGED, RANKED = 70.0, 40.0
"""How much a column of numbers is like answers with ranges; and yes and no, or levels, like any answers."""
GENERAL = frozenset(YES | NO).union(*LEVELS)
"""Words that answer any question."""


def suggest_answers(criterion: Criterion, column: Column, decimal: DecimalMark) -> CriterionMapping:
    """The column as the criterion's: values that are alike, or yes and no, or levels; numbers by ranges."""
    values = _by_value(criterion, column)
    ranges = ranges_of(criterion, column) if _holds_numbers(column, decimal) else {}
    answers = tuple(
        AnswerMapping(answer=label, values=tuple(values.get(place, ())), ranges=ranges.get(place, ()))
        for place, label in enumerate(criterion.labels)
    )
    return CriterionMapping(criterion=criterion.name, column=column.name, answers=answers)


def likeness_of_values(criterion: Criterion, column: Column) -> float:
    """Which share of the answers finds something like it in the column, 0 to 100."""
    if column.type is Type.NUMBER and covered(criterion).ordered:
        return RANGED if len(ranges_met(criterion, column)) > 1 else 0.0
    best = [max((alike(label, value) for value, _ in column.top), default=0.0) for label in criterion.labels]
    found = sum(score for score in best if score >= ALIKE) / len(best)
    return max(found, RANKED if _by_rank(criterion, column) else 0.0)


def tells_the_topic(criterion: Criterion, column: Column) -> bool:
    """Whether values like these answers say what they are about: numbers, yes and no, or levels do not."""
    if column.type is Type.NUMBER or any(plain_words(label) in GENERAL for label in criterion.labels):
        return False
    return bool(_alike_values(criterion, column))


def tells_all(criterion: Criterion, column: Column) -> bool:
    """Whether every answer is found in the column, and one of them in words that need no name beside."""
    wordy = any(" " in plain_words(label) and not _denies(label) for label in criterion.labels)
    found = _alike_values(criterion, column)
    return wordy and tells_the_topic(criterion, column) and len(found) == len(criterion.labels) > 1


def alike(label: str, value: str) -> float:
    """How much a value is like an answer's label, 0 to 100; a denial is not like what it denies."""
    if _denies(label) != _denies(value):
        return 0.0
    return fuzz.token_sort_ratio(plain_words(label), plain_words(value))


def _denies(text: str) -> bool:
    return bool(DENIALS.search(plain_words(text)))


def _by_value(criterion: Criterion, column: Column) -> dict[int, list[str]]:
    """Answer's place -> spellings: those alike, or else by yes and no or by level."""
    return _alike_values(criterion, column) or _by_rank(criterion, column)


def _alike_values(criterion: Criterion, column: Column) -> dict[int, list[str]]:
    """Answer's place -> spellings. Every value goes to the answer it is most like, or to none."""
    found: dict[int, list[str]] = {}
    for value, _ in column.top:
        score, place = max((alike(label, value), -n) for n, label in enumerate(criterion.labels))
        if score >= ALIKE:
            found.setdefault(-place, []).append(value)
    return found


def _by_rank(criterion: Criterion, column: Column) -> dict[int, list[str]]:
    """Yes and no, or levels from much to little, for the best and the last answer and those between.

    Yes and no only where the last answer denies something: no approved project is a no, but an influencer
    is not a no to anything. Nothing where the best answer denies: much of it is then worst.
    """
    first, *_, last = (_denies(label) for label in (criterion.labels * 2))
    if first:
        return {}
    values = [value for value, _ in column.top if value not in column.missing_markers]
    answers = len(criterion.labels)
    scales: Sequence[Sequence[set[str]]] = ((YES, NO), LEVELS) if last else (LEVELS,)
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


def _holds_numbers(column: Column, decimal: DecimalMark) -> bool:
    """Whether it is a column of numbers, or most of its frequent values are."""
    values = [(value, leads) for value, leads in column.top if value not in column.missing_markers]
    leads = sum(count for _, count in values)
    numbers = sum(count for value, count in values if read_number(value, decimal) is not None)
    return column.type is Type.NUMBER or numbers >= MOSTLY * max(leads, 1)
