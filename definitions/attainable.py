"""Which totals of points leads can have: sets of whole numbers, kept as bits, so that none is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from definitions.criteria import Criterion


@dataclass(frozen=True)
class Totals:
    """A set of totals: bit ``n`` of ``bits`` says that ``lowest + n`` is one. It may be empty."""

    bits: int = 1
    lowest: int = 0

    def plus(self, points: Iterable[int]) -> Totals:
        """Every total with every one of these points added; empty for no points."""
        added = set(points)
        if not added or not self.bits:
            return Totals(0, 0)
        least = min(added)
        bits = 0
        for value in added:
            bits |= self.bits << (value - least)
        return Totals(bits, self.lowest + least)

    @property
    def highest(self) -> int:
        """The highest total; only of a set that is not empty."""
        return self.lowest + self.bits.bit_length() - 1

    def within(self, first: int, last: int) -> bool:
        """Whether any total lies between two numbers, both included."""
        first = max(first, self.lowest)
        if last < first or not self.bits:
            return False
        return bool((self.bits >> (first - self.lowest)) & ((1 << (last - first + 1)) - 1))

    def highest_below(self, limit: int) -> int | None:
        """The highest total under a limit; ``None`` if there is none."""
        if limit <= self.lowest or not self.bits:
            return None
        lower = self.bits & ((1 << (limit - self.lowest)) - 1)
        return self.lowest + lower.bit_length() - 1


def passing_points(criterion: Criterion) -> tuple[int, ...]:
    """The points of each answer that passes the gate; no answer, with 0, where there is no gate."""
    points = tuple(a.points for a in criterion.answers if criterion.passes(a.label))
    return points if criterion.gate is not None else (*points, 0)


def totals(criteria: Sequence[Criterion]) -> Totals:
    """Every total of a lead that passes all gates, questions without an answer included."""
    found = Totals()
    for criterion in criteria:
        found = found.plus(passing_points(criterion))
    return found


def totals_without_each(criteria: Sequence[Criterion], start: Totals | None = None) -> Iterator[Totals]:
    """For each criterion the totals that all the others can give: n log n steps for n criteria."""
    found = start if start is not None else Totals()
    if len(criteria) == 1:
        yield found
    elif criteria:
        middle = len(criteria) // 2
        left, right = criteria[:middle], criteria[middle:]
        yield from totals_without_each(left, _with(found, right))
        yield from totals_without_each(right, _with(found, left))


def _with(found: Totals, criteria: Iterable[Criterion]) -> Totals:
    for criterion in criteria:
        found = found.plus(passing_points(criterion))
    return found
