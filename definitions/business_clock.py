"""The business clock: how many business hours lie between two moments, and when so many are over."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from definitions.business_hours import BusinessHours
from definitions.opening_hours import (
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
        due = int(table.until(np.array([begin]))[0]) + length
        if due <= table.total:
            return moment(table.when(due)).astimezone(start.tzinfo)
        last += 1


def business_hours_between(start: datetime, end: datetime, when: BusinessHours) -> float:
    """The business hours from one moment to another; below zero if the other is earlier.

    Raises ValueError for a moment without a time zone and for years that are not known.
    """
    first, last = _aware(start), _aware(end)
    years = sorted((start.year, end.year))
    worked = opening_hours(when, years[0], years[1]).until(np.array([first, last]))
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
        worked = table.until(end[part]) - table.until(begin[part])
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


def _aware(when: datetime) -> int:
    if when.utcoffset() is None:
        raise ValueError("A moment needs a time zone.")
    return instant(when)
