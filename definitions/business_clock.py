"""The business clock: how many business hours lie between two moments, and when so many are over."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from definitions.business_hours import BusinessHours
from definitions.opening_hours import (
    DAY,
    FIRST_YEAR,
    LAST_YEAR,
    Instants,
    OpeningHours,
    instant,
    moment,
    opening_hours,
)

HOUR = 3_600_000_000
"""Microseconds of an hour."""
BLOCK = 32_768
"""Leads at a time: their numbers stay in the processor's cache."""
_YEAR = 365.2425 * DAY
_UNKNOWN = np.iinfo(np.int64).min
"""What NumPy keeps as not a time."""

Times = NDArray[np.datetime64]
Hours = NDArray[np.float64]


def deadline(start: datetime, hours: float, when: BusinessHours) -> datetime:
    """The moment at which so many business hours after the start are over, in the start's own time zone.

    Ends with the day on which the last of them ends, not with the beginning of the next. Raises ValueError
    for a start without a time zone, hours below zero, and years that are not known.
    """
    if hours < 0:
        raise ValueError("A number of business hours is not below zero.")
    begin, length = _aware(start), round(hours * HOUR)
    if not length:
        return start
    year = last = start.year
    while True:
        table = opening_hours(when, year, last)
        due = _worked(table, np.array([begin]))[0] + length
        if due <= _total(table):
            break
        last += 1
    place = int(np.searchsorted(table.before, due, side="left")) - 1
    return moment(int(table.opens[place] + due - table.before[place])).astimezone(start.tzinfo)


def business_hours_between(start: datetime, end: datetime, when: BusinessHours) -> float:
    """The business hours from one moment to another; below zero if the other is earlier.

    Raises ValueError for a moment without a time zone and for years that are not known.
    """
    first, last = _aware(start), _aware(end)
    years = sorted((start.year, end.year))
    worked = _worked(opening_hours(when, years[0], years[1]), np.array([first, last]))
    return float(worked[1] - worked[0]) / HOUR


def hours_between(starts: Times, ends: Times, when: BusinessHours) -> Hours:
    """The business hours from each start to its end, in UTC; below zero if the end is earlier.

    Not a number where one of the two is no time or lies outside the years known. Arrays of one length.
    """
    begin, end = _instants(starts), _instants(ends)
    hours = np.full(len(begin), np.nan)
    known = _known(begin) & _known(end)
    if not known.any():
        return hours
    table = _table(begin, end, known, when)
    for block in range(0, len(begin), BLOCK):
        part = slice(block, block + BLOCK)
        worked = _worked(table, end[part]) - _worked(table, begin[part])
        np.divide(worked, HOUR, out=hours[part], where=known[part])
    return hours


def _instants(times: Times) -> Instants:
    return times.astype("datetime64[us]").view(np.int64)


def _known(instants: Instants) -> NDArray[np.bool_]:
    return (instants >= _new_year(FIRST_YEAR)) & (instants < _new_year(LAST_YEAR + 1))


def _new_year(year: int) -> int:
    return int(np.datetime64(f"{year}-01-01", "us").astype(np.int64))


def _table(begin: Instants, end: Instants, known: NDArray[np.bool_], when: BusinessHours) -> OpeningHours:
    """The times of work in all the years of some instants."""
    ends = [
        side(times, where=known, initial=start).astype("datetime64[us]").astype("datetime64[Y]").astype(int)
        for times in (begin, end)
        for side, start in ((np.min, np.iinfo(np.int64).max), (np.max, 0))
    ]
    return opening_hours(when, 1970 + min(ends[0], ends[2]), 1970 + max(ends[1], ends[3]))


def _worked(table: OpeningHours, instants: Instants) -> Instants:
    """The work from the table's beginning to each instant, in microseconds; of those outside, anything."""
    inside = np.clip(instants, table.first, table.last)
    place = table.place[(inside - table.first) // DAY]
    for _ in range(table.most):
        place += table.opens[np.minimum(place + 1, len(table.opens) - 1)] <= inside
    place = np.clip(place, 0, len(table.opens) - 1)
    since = np.clip(inside - table.opens[place], 0, table.closes[place] - table.opens[place])
    worked: Instants = table.before[place] + since
    return worked


def _total(table: OpeningHours) -> int:
    return int(table.before[-1] + table.closes[-1] - table.opens[-1])


def _aware(when: datetime) -> int:
    if when.utcoffset() is None:
        raise ValueError("A moment needs a time zone.")
    return instant(when)
