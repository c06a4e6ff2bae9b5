"""Ranges: the numbers that an answer covers, said by its bounds or read from its label."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from definitions.criteria import Answer, Criterion
from definitions.range_labels import MONTHS, Written, written


@dataclass(frozen=True)
class Range:
    """The numbers from ``low`` to ``high``; an end belongs to it where ``low_in`` or ``high_in`` says so."""

    low: float
    high: float
    low_in: bool = True
    high_in: bool = False

    @property
    def ends(self) -> tuple[float, float]:
        """Where it begins and ends, either end in or out."""
        return self.low, self.high


@dataclass(frozen=True)
class Covered:
    """What the answers of a criterion cover, one entry an answer, ``None`` for one without numbers."""

    ranges: tuple[Range | None, ...]
    unit: str

    @property
    def ordered(self) -> list[tuple[int, Range]]:
        """The answers that stand for numbers, by their place among the answers, lowest numbers first."""
        found = [(place, covers) for place, covers in enumerate(self.ranges) if covers is not None]
        return sorted(found, key=lambda item: (item[1].low, not item[1].low_in, item[1].high))


def covered(criterion: Criterion) -> Covered:
    """What each answer covers: its bounds where it has any, or else what its label says.

    Nothing is read from labels unless at least two answers then stand for numbers.
    """
    texts = [None if a.bounded else written(a.label) for a in criterion.answers]
    unit = criterion.unit or ("months" if any(text and text.unit in MONTHS for text in texts) else "")
    ranges = tuple(_range(a, text, unit) for a, text in zip(criterion.answers, texts, strict=True))
    if sum(found is not None for found in ranges) < 2:
        return Covered(tuple(_said(answer) for answer in criterion.answers), criterion.unit)
    return Covered(ranges, unit)


def _range(answer: Answer, text: Written | None, unit: str) -> Range | None:
    if text is None:
        return _said(answer)
    factor = _factor(text.unit, unit)
    return Range(text.low * factor, text.high * factor, text.low_in, text.high_in) if factor else None


def _said(answer: Answer) -> Range | None:
    """The range that an answer's bounds give."""
    if not answer.bounded:
        return None
    low = -inf if answer.at_least is None else answer.at_least
    return Range(low, inf if answer.below is None else answer.below)


def _factor(written_in: str, unit: str) -> float:
    """How many of the criterion's unit one of the label's is; 0 if they do not measure the same."""
    unit = unit.casefold().rstrip("s")
    if (written_in in MONTHS) != (unit in MONTHS):
        return 0.0
    return MONTHS[written_in] / MONTHS[unit] if written_in in MONTHS else 1.0


def unsaid(criterion: Criterion) -> tuple[tuple[str, str], ...]:
    """The answers whose label does not say which numbers they cover, each with those in words."""
    by_bounds = covered(criterion)
    bare = [answer.model_copy(update={"at_least": None, "below": None}) for answer in criterion.answers]
    by_label = covered(criterion.model_copy(update={"answers": tuple(bare)}))
    return tuple(
        (answer.label, in_words(*said.ends, by_bounds.unit))
        for answer, said, read in zip(criterion.answers, by_bounds.ranges, by_label.ranges, strict=True)
        if answer.bounded and said is not None and (read is None or read.ends != said.ends)
    )


def in_words(low: float, high: float, unit: str = "") -> str:
    """A range as a label: "6 to under 12 months", "50,000 or more", "under 100"."""
    after = f" {unit}" if unit else ""
    if low == high:
        return f"exactly {shown(low)}{after}"
    if low == -inf:
        return f"under {shown(high)}{after}"
    return f"{shown(low)}{after} or more" if high == inf else f"{shown(low)} to under {shown(high)}{after}"


def shown(number: float) -> str:
    """A bound as people write it: thousands apart, no needless decimals."""
    return f"{round(number, 2):,.2f}".rstrip("0").rstrip(".")
