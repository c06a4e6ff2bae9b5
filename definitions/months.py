"""The month of a date, by the order in which the date is written.

The patterns are plain enough to mean the same in Python and in every warehouse. Months in words are English
ones; a year of two digits is one from 1970 to 2069.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

YEAR, MONTH, DAY = "(19|20)[0-9]{2}", "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
MARKS = "-/."
MARK, TIME = f"[{MARKS}]", "([T, ][ -~]*)?"
GAP, NO_GAP = "[ ./,-]{1,2}", "[ ./,-]{0,2}"
ANY_YEAR = f"({YEAR}|[0-9]{{2}})"
COMPACT = f"{YEAR}(0[1-9]|1[0-2])((0[1-9]|[12][0-9]|3[01])(T[0-9:.]*Z?)?)?"
CLOCK = "([T, ]{1,2}[0-9]{1,2}:[0-9]{2}[0-9:.]*( ?[AaPp][Mm])?( ?(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}))?)?"
"""A time of day behind a month in words: what else might stand there could hold another month."""
CENTURY_TURNS = "70"
NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
REST = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "(t(ember)?)", "ober", "ember", "ember")


def _in_any_case(pattern: str) -> str:
    return re.sub("[a-z]", lambda found: f"[{found[0].upper()}{found[0]}]", pattern)


NAME = _in_any_case(
    "(" + "|".join(f"{name}({rest})?" if rest else name for name, rest in zip(NAMES, REST, strict=True)) + ")"
)


@dataclass(frozen=True)
class Form:
    """One way to write a date: the regular expression of all of it, and what stands before year and month.

    That is so many characters, or what a regular expression says; ``None``: the month is a word.
    """

    shape: str
    year_after: int | str
    month_after: int | str | None

    def read(self, text: str) -> str | None:
        """The month as in ISO 8601, "2026-05"; ``None`` for what is not written in this way."""
        if not re.fullmatch(self.shape, text):
            return None
        year = _after(text, self.year_after)
        if not re.match(YEAR, year):
            year = ("19" if year[:2] >= CENTURY_TURNS else "20") + year
        return f"{year[:4]}-{self._month(text):02}"

    def _month(self, text: str) -> int:
        if self.month_after is None:
            return next(number for number, name in enumerate(NAMES, start=1) if name in text.lower())
        return int(_after(text, self.month_after)[:2].rstrip(MARKS))


def _after(text: str, before: int | str) -> str:
    return text[before:] if isinstance(before, int) else re.sub(f"^{before}", "", text)


PARTS = f"[0-9]+{MARK}"
MONTH_AND_YEAR = (
    Form(f"{MONTH}{MARK}{YEAR}", PARTS, 0),
    Form(f"{NAME}({GAP}{YEAR}|-[0-9]{{2}})", "[^0-9]+", None),
)


class DateOrder(StrEnum):
    """Which part of a date comes first: 2026-05-31 (or only 2026-05), 31.5.2026 or 5/31/2026."""

    YEAR_FIRST = "year first"
    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"

    @property
    def forms(self) -> tuple[Form, ...]:
        """How dates of this order are written, the commonest first; a time may follow."""
        if self is DateOrder.YEAR_FIRST:
            return (
                Form(f"{YEAR}{MARK}{MONTH}({MARK}{DAY}{TIME})?", 0, 5),
                Form(COMPACT, 0, 4),
                Form(f"{YEAR}{GAP}{NAME}({GAP}{DAY}{CLOCK})?", 0, None),
            )
        if self is DateOrder.DAY_FIRST:
            return (
                Form(f"{DAY}{MARK}{MONTH}{MARK}{ANY_YEAR}{TIME}", PARTS + PARTS, PARTS),
                Form(f"{DAY}{NO_GAP}{NAME}{NO_GAP}{ANY_YEAR}{CLOCK}", "[0-9]+[^0-9]+", None),
                *MONTH_AND_YEAR,
            )
        return (
            Form(f"{MONTH}{MARK}{DAY}{MARK}{ANY_YEAR}{TIME}", PARTS + PARTS, 0),
            Form(f"{NAME}{GAP}{DAY}{GAP}{ANY_YEAR}{CLOCK}", "[^0-9]+[0-9]+[^0-9]+", None),
            *MONTH_AND_YEAR,
        )


def read_month(text: str | None, order: DateOrder) -> str | None:
    """The month as in ISO 8601, "2026-05"; ``None`` for what is no date in this order."""
    if not text:
        return None
    return next((month for form in order.forms if (month := form.read(text)) is not None), None)


def month_name(number: int) -> str:
    """The month with this number (year times twelve plus month less one) as in ISO 8601."""
    return f"{number // 12}-{number % 12 + 1:02}"
