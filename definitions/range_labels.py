"""Numbers in the words of a label: "50,000 or more", "Under 100", "Within six months", "10 to 49 people"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from definitions.texts import fold_name

MONTHS = {"day": 12 / 365.25, "week": 84 / 365.25, "month": 1.0, "quarter": 3.0, "year": 12.0}
"""Units of time, in months."""
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SMALL = {"a": 1, "an": 1, "half a": 0.5, **{word: number for number, word in enumerate(_WORDS, start=1)}}
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}


@dataclass(frozen=True)
class Written:
    """The range that a label names, in the label's own unit (its word in the singular; empty: none)."""

    low: float
    high: float
    low_in: bool
    high_in: bool
    unit: str


_COUNT = r"\d{1,3}(?:[,. '’]\d{3})+|\d+(?:[.,]\d+)?"
_NUMBER = rf"(?:[€$£] ?)?(?:{_COUNT}|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_SCALE = rf"(?: ?(?:{'|'.join(_SCALES)})\b)?"
_UNIT = r"(?: ?[€$£%]| (?!to\b|and\b|or\b|until\b|up\b)[^\W\d]+)?"


def _amount(name: str) -> str:
    return rf"(?P<{name}>{_NUMBER}{_SCALE})(?P<{name}_unit>{_UNIT})"


_BELOW = r"under|below|less than|fewer than|smaller than|sooner than|before|<"
_UP_TO = r"up to|at most|no more than|within the next|within|in the next|maximum|max|<=|≤"
_ABOVE = r"over|above|more than|greater than|larger than|longer than|later than|after|beyond|>"
_FROM = r"at least|from|minimum|min|starting at|>=|≥"
_OR_MORE = r"(?: ?\+| plus|,? (?:or|and) (?:more|over|above|later|longer|larger|greater|up|upwards|beyond))"
_OR_LESS = r",? (?:or|and) (?:less|fewer|under|below|sooner|smaller|shorter|earlier)"
_TO = r" ?(?:-|–|—|to|and|until|up to) ?"
_SHAPES: tuple[tuple[re.Pattern[str], bool, bool], ...] = tuple(
    (re.compile(shape), low_in, high_in)
    for shape, low_in, high_in in (
        (rf"(?:{_BELOW}) ?{_amount('high')}", False, False),
        (rf"(?:{_UP_TO}) ?{_amount('high')}", False, True),
        (rf"{_amount('high')}{_OR_LESS}", False, True),
        (rf"(?:{_ABOVE}) ?{_amount('low')}", False, False),
        (rf"(?:{_FROM}) ?{_amount('low')}", True, False),
        (rf"(?:in |from )?{_amount('low')}{_OR_MORE}", True, False),
        (rf"(?:between |from )?{_amount('low')}{_TO}(?:{_BELOW}) ?{_amount('high')}", True, False),
        (rf"(?:between |from |in )?{_amount('low')}{_TO}{_amount('high')}", True, True),
    )
)
"""What a label can look like, and whether its ends belong to the range. The whole label must fit."""


def written(label: str) -> Written | None:
    """The numbers that a label names; ``None`` if it names none, or not in a way that is sure."""
    text = fold_name(label).rstrip(".")
    for shape, low_in, high_in in _SHAPES:
        found = shape.fullmatch(text)
        if found:
            return _written(found.groupdict(), low_in, high_in)
    return None


def _written(parts: dict[str, str | None], low_in: bool, high_in: bool) -> Written | None:
    low, high = parts.get("low"), parts.get("high")
    units = {(parts.get(f"{end}_unit") or "").strip().rstrip("s") for end in ("low", "high")} - {""}
    if len(units) > 1:
        return None
    first = -inf if low is None else _number(low, high or "")
    last = inf if high is None else _number(high)
    return Written(first, last, low_in, high_in, "".join(units)) if first <= last else None


def _number(text: str, upper: str = "") -> float:
    """The number; the lower end of "10-20k" is in thousands too."""
    scale = _scale(text)
    digits = text.strip("€$£ ").removesuffix(scale).strip()
    return _plain(digits) * _SCALES.get(scale or _scale(upper), 1)


def _scale(text: str) -> str:
    return next((word for word in sorted(_SCALES, key=len, reverse=True) if text.endswith(word)), "")


def _plain(digits: str) -> float:
    if digits in _SMALL:
        return float(_SMALL[digits])
    if re.fullmatch(r"\d{1,3}(?:[,. '’]\d{3})+", digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))
