"""The month of a date, by the order in which the date is written."""

from __future__ import annotations

import re
from enum import StrEnum

YEAR, MONTH, DAY = "(19|20)[0-9]{2}", "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
MARKS = "-/."
MARK, TIME = f"[{MARKS}]", "([T, ][ -~]*)?"


class DateOrder(StrEnum):
    """Which part of a date comes first: 2026-05-31 (or only 2026-05), 31.5.2026 or 5/31/2026."""

    YEAR_FIRST = "year first"
    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"

    @property
    def shape(self) -> str:
        """The regular expression of a date, from its beginning to its end; a time may follow."""
        if self is DateOrder.YEAR_FIRST:
            return f"{YEAR}{MARK}{MONTH}({MARK}{DAY}{TIME})?"
        first, second = (DAY, MONTH) if self is DateOrder.DAY_FIRST else (MONTH, DAY)
        return f"{first}{MARK}{second}{MARK}{YEAR}{TIME}"

    @property
    def places(self) -> tuple[int, int]:
        """Where the year and the month stand, counted from 1."""
        return {DateOrder.YEAR_FIRST: (1, 2), DateOrder.DAY_FIRST: (3, 2), DateOrder.MONTH_FIRST: (3, 1)}[
            self
        ]


def read_month(text: str | None, order: DateOrder) -> str | None:
    """The month as in ISO 8601, "2026-05"; ``None`` for what is no date in this order."""
    if not text or not re.fullmatch(order.shape, text):
        return None
    parts = re.split(MARK, text)
    year, month = (parts[place - 1] for place in order.places)
    return f"{year[:4]}-{int(month):02}"


def month_name(number: int) -> str:
    """The month with this number (year times twelve plus month less one) as in ISO 8601."""
    return f"{number // 12}-{number % 12 + 1:02}"
