"""Which numbers of a column mean which answer of a criterion, where the answers name numbers."""

from __future__ import annotations

import re
from math import inf, nextafter

from data.importing.understood import Column
from data.vocabulary import plain_words
from definitions.answer_ranges import covered
from definitions.criteria import Criterion
from definitions.numbers import DecimalMark, read_number
from definitions.range_labels import MONTHS
from definitions.ranges import Range


def ranges_of(criterion: Criterion, column: Column) -> dict[int, tuple[Range, ...]]:
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


def ranges_met(criterion: Criterion, column: Column) -> list[int]:
    """The places of the answers in whose ranges some of the column's numbers lie."""
    values = [value for value, _ in column.top if value not in column.missing_markers]
    texts = [*values, *(end for end in (column.least, column.most) if end)]
    numbers = [number for text in texts if (number := read_number(text, DecimalMark.POINT)) is not None]
    met = ranges_of(criterion, column)
    return [p for p, ranges in met.items() if any(r.holds(n) for r in ranges for n in numbers)]


def _range(low: float, high: float) -> Range:
    return Range(at_least=None if low == -inf else low, below=None if high == inf else high)


def _factor(unit: str, header: str) -> float:
    """How many of the column's units of time one of the criterion's is; 1 where none is told."""
    singular = unit.casefold().rstrip("s")
    named = [word for word in MONTHS if re.search(rf"\b{word}s?\b", plain_words(header))]
    if singular not in MONTHS or not named:
        return 1.0
    return MONTHS[singular] / MONTHS[named[0]]
