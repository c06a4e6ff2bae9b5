"""Business days: those of a calendar, or else Monday to Friday without any public holidays."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache

from definitions.business_hours import BusinessHours

_MONDAY_TO_FRIDAY = BusinessHours()


def after_business_days(start: datetime, days: int, when: BusinessHours | None = None) -> datetime:
    """The same time of day, so many business days later; days without work do not count.

    With a calendar the days and the time of day are those of its time zone, otherwise those of the start's.
    """
    end = start if when is None else start.astimezone(when.zone)
    calendar = when or _MONDAY_TO_FRIDAY
    while days > 0:
        end += timedelta(days=1)
        days -= calendar.works_on(end.date())
    return end if when is None else end.astimezone(start.tzinfo)


@lru_cache(maxsize=10_000)
def business_days_in(when: BusinessHours, year: int, month: int) -> int:
    """How many days of a calendar month there is work on."""
    days = range(1, monthrange(year, month)[1] + 1)
    return sum(when.works_on(date(year, month, day)) for day in days)
