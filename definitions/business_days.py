"""Business days: Monday to Friday. Public holidays differ by country and are not known here."""

from __future__ import annotations

from datetime import datetime, timedelta

SATURDAY = 5


def after_business_days(start: datetime, days: int) -> datetime:
    """The same time of day, so many business days later; a weekend's days do not count."""
    end = start
    while days > 0:
        end += timedelta(days=1)
        days -= end.weekday() < SATURDAY
    return end
