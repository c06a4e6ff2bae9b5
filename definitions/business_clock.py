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
    hours = np.full(len(starts), np.nan)
    # Many leads have no end, or not even a beginning: time is spent on the others only.
    rows = np.flatnonzero(~(np.isnat(starts) | np.isnat(ends)))
    begin, end = _instants(starts[rows]), _instants(ends[rows])
    known = _known(begin) & _known(end)
    if not known.any():
        return hours
    if not known.all():
        rows, begin, end = rows[known], begin[known], end[known]
    table = _table(begin, end, when)
    for block in range(0, len(rows), BLOCK):
        part = slice(block, block + BLOCK)
        hours[rows[part]] = (table.until(end[part]) - table.until(begin[part])) / HOUR
    return hours


def _instants(times: Times) -> Instants:
    return times.astype("datetime64[us]").view(np.int64)


def _known(instants: Instants) -> NDArray[np.bool_]:
    return (instants >= _new_year(FIRST_YEAR)) & (instants < _new_year(LAST_YEAR + 1))


def _new_year(year: int) -> int:
    return int(np.datetime64(f"{year}-01-01", "us").astype(np.int64))


def _table(begin: Instants, end: Instants, when: BusinessHours) -> OpeningHours:
    """The times of work in all the years of some instants, at least one."""
    ends = np.array([min(begin.min(), end.min()), max(begin.max(), end.max())]).astype("datetime64[us]")
    first, last = 1970 + ends.astype("datetime64[Y]").astype(int)
    return opening_hours(when, int(first), int(last))


def _aware(when: datetime) -> int:
    if when.utcoffset() is None:
        raise ValueError("A moment needs a time zone.")
    return instant(when)
