"""The values of workbooks as text."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta

Value = float | int | str | bool | date | datetime | time | timedelta | None


def as_text(value: Value) -> str:
    """A cell's value as text: whole numbers without a point, dates as in ISO 8601, no zero characters."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return number_text(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).replace("\0", "")


def number_text(value: float) -> str:
    """A number with the 15 digits that spreadsheets have; what is no number is nothing."""
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        return ""
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    return f"{value:.15g}"
