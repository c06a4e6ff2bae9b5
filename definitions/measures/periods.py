"""Months and weeks as they begin in a time zone, also where clocks are put forward or back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from definitions.measures.instants import ends_of, numbers
from definitions.measures.journeys import Codes, Times

DAY, QUARTER = 86_400, 900


def months(times: Times, zone: ZoneInfo) -> tuple[tuple[str, ...], Codes]:
    """The names of the months from the first to the last, such as "2026-05", and n places; -1 for NaT."""
    first, last = _days(times, zone)
    if first is None or last is None:
        return (), np.full(len(times), -1, np.int8)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    starts = [_month_after(first, step) for step in range(count)]
    return tuple(f"{start:%Y-%m}" for start in starts), _places(times, starts, zone)


def weeks(times: Times, zone: ZoneInfo) -> tuple[tuple[date, ...], Codes]:
    """The Mondays from the first week to the last, and n places; -1 for NaT."""
    first, last = _days(times, zone)
    if first is None or last is None:
        return (), np.full(len(times), -1, np.int8)
    monday = first - timedelta(days=first.weekday())
    starts = [monday + timedelta(weeks=step) for step in range((last - monday).days // 7 + 1)]
    return tuple(starts), _places(times, starts, zone)


def _days(times: Times, zone: ZoneInfo) -> tuple[date | None, date | None]:
    ends = ends_of(times)
    if ends is None:
        return None, None
    first, last = (datetime.fromtimestamp(each, zone).date() for each in ends)
    return first, last


def _month_after(first: date, step: int) -> date:
    month = first.month - 1 + step
    return date(first.year + month // 12, month % 12 + 1, 1)


def _places(times: Times, starts: list[date], zone: ZoneInfo) -> Codes:
    """Which start each time follows; -1 for NaT.

    Looked up by the quarter of an hour: wherever days begin, they begin with one, and this is three times
    as fast as a search for each time.
    """
    ends = ends_of(times)
    if ends is None:
        return np.full(len(times), -1, np.int8)
    bounds = [int(datetime.combine(start, time(), zone).timestamp()) for start in starts]
    first, last = (each // QUARTER for each in ends)
    places = np.searchsorted(bounds, np.arange(first, last + 1) * QUARTER, side="right") - 1
    by_quarter = np.concatenate([[-1], places]).astype(np.int16)
    quarters = numbers(times) // QUARTER
    quarters -= first - 1
    # NaT is long before the first quarter of an hour.
    return by_quarter[np.maximum(quarters, 0, out=quarters)]
