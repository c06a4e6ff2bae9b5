"""A calendar of business hours in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from definitions.business_hours import MIDNIGHT, BusinessHours
from definitions.phrases import listed
from definitions.public_holidays import place_name

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEK = len(WEEKDAYS)


def calendar_words(when: BusinessHours) -> str:
    """The calendar: "Monday to Friday, 9:00 to 17:00, UTC, without the public holidays of Germany"."""
    parts = [days_words(when.days), times_words(when), when.time_zone, exceptions_words(when)]
    return ", ".join(filter(None, parts))


def days_words(days: tuple[int, ...]) -> str:
    """The days of the week: "Monday to Friday", "Monday, Tuesday and Friday"; also "Sunday to Thursday"."""
    if len(days) == WEEK:
        return "every day"
    begins = [day for day in days if (day - 1) % WEEK not in days]
    if len(begins) == 1 and len(days) > 2:
        return f"{WEEKDAYS[begins[0]]} to {WEEKDAYS[(begins[0] + len(days) - 1) % WEEK]}"
    return listed([WEEKDAYS[day] for day in days])


def times_words(when: BusinessHours) -> str:
    """From when to when on each of the days: "9:00 to 17:00"."""
    if when.opens == when.closes == MIDNIGHT:
        return "around the clock"
    return f"{_clock(when.opens)} to {'midnight' if when.closes == MIDNIGHT else _clock(when.closes)}"


def exceptions_words(when: BusinessHours) -> str:
    """The days that do not count: "without the public holidays of Germany"; empty without any."""
    holidays = place_name(when.country, when.subdivision) if when.country else ""
    parts = [f"the public holidays of {holidays}"] if holidays else []
    parts += [_span(first, last) for first, last in _spans(when.closed)]
    return f"without {listed(parts)}" if parts else ""


def date_words(day: date) -> str:
    """A day written out: "24 December 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _clock(of_day: time) -> str:
    return f"{of_day.hour}:{of_day.minute:02}"


def _span(first: date, last: date) -> str:
    return date_words(first) if first == last else f"{date_words(first)} to {date_words(last)}"


def _spans(days: tuple[date, ...]) -> Iterator[tuple[date, date]]:
    """Days that follow one another, as their first and last."""
    first = last = None
    for day in days:
        if first is None or last is None or day - last > timedelta(days=1):
            if first is not None and last is not None:
                yield first, last
            first = day
        last = day
    if first is not None and last is not None:
        yield first, last
