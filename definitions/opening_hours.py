"""When work begins and ends on each day, as instants: right where clocks change, fast for many leads.

A day of work begins at the first instant at which the clock on the wall shows the opening time or later, and
ends at the last one at which it shows the closing time. Between them elapsed time counts: a day on which the
clock goes back at work has an hour more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from definitions.business_hours import MIDNIGHT, BusinessHours

FIRST_YEAR, LAST_YEAR = 1970, 2100
"""The years whose business hours are known."""
DAY = 86_400_000_000
"""Microseconds of a day."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_NEVER = np.iinfo(np.int64).max

Instants = NDArray[np.int64]
"""Microseconds since 1970 in UTC."""


@dataclass(frozen=True, eq=False)
class OpeningHours:
    """The times of work from ``first`` to ``last`` (instants), in order and apart; arrays of one length.

    The first of them is empty and begins at ``first``; the last is never. An instant in one of them has
    ``shift`` more microseconds of work behind it than its number says, and ``worked`` at most. ``place``: for
    each day of 24 hours from ``first``, which of them began last before it; ``most`` begin in such a day.
    """

    first: int
    last: int
    opens: Instants
    shift: Instants
    worked: Instants
    place: Instants
    most: int

    @property
    def total(self) -> int:
        """All the work, in microseconds."""
        return int(self.worked[-1])

    def until(self, instants: Instants) -> Instants:
        """The work up to each instant, in microseconds; of those outside, none or all of it."""
        inside = np.clip(instants, self.first, self.last)
        place = self.place[(inside - self.first) // DAY]
        for _ in range(self.most):
            place += self.opens[place + 1] <= inside
        inside += self.shift[place]
        return np.minimum(inside, self.worked[place], out=inside)

    def when(self, worked: int) -> int:
        """The first instant up to which there is so much work, from 1 to the total."""
        return worked - int(self.shift[np.searchsorted(self.worked, worked, side="left")])


def instant(moment: datetime) -> int:
    """A moment in microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(microseconds: int) -> datetime:
    """An instant as a time in UTC."""
    return _EPOCH + microseconds * _MICROSECOND


@lru_cache(maxsize=64)
def opening_hours(when: BusinessHours, first_year: int, last_year: int) -> OpeningHours:
    """The times of work in these local years and a day more on both sides.

    Raises ValueError for years that are not known.
    """
    if first_year < FIRST_YEAR or last_year > LAST_YEAR:
        raise ValueError(f"Business hours are known from {FIRST_YEAR} to {LAST_YEAR}.")
    years = [_of_year(when, year) for year in range(first_year - 1, last_year + 2)]
    opens, closes = (np.concatenate([year[side] for year in years]) for side in (0, 1))
    first = instant(datetime(first_year, 1, 1, tzinfo=UTC)) - DAY
    last = instant(datetime(last_year + 1, 1, 1, tzinfo=UTC)) + DAY
    near = (closes > first) & (opens < last)
    opens = np.concatenate([[first], np.maximum(opens[near], first), [_NEVER]])
    closes = np.concatenate([[first], np.minimum(closes[near], last), [_NEVER]])
    worked = np.cumsum(closes - opens)
    shift = worked - closes
    place = np.searchsorted(opens[1:], np.arange(first, last + DAY, DAY), side="left")
    return OpeningHours(first, last, opens, shift, worked, place, int(np.diff(place).max()))


@lru_cache(maxsize=1024)
def _of_year(when: BusinessHours, year: int) -> tuple[Instants, Instants]:
    """The instants at which work begins and ends in a local year."""
    new_year = date(year, 1, 1)
    days = [new_year + timedelta(days=n) for n in range((date(year + 1, 1, 1) - new_year).days)]
    spans = [_of_day(when, day) for day in days if when.works_on(day)]
    opens, closes = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    # Where the clock goes back over midnight, the next day begins before the last one is over.
    closes[:-1] = np.minimum(closes[:-1], opens[1:])
    return opens, np.maximum(opens, closes)


def _of_day(when: BusinessHours, day: date) -> tuple[int, int]:
    begins = _shown(when, day, when.opens, again=False)
    if when.closes == MIDNIGHT:
        return begins, _shown(when, day + timedelta(days=1), MIDNIGHT, again=False)
    return begins, _shown(when, day, when.closes, again=True)


def _shown(when: BusinessHours, day: date, at: time, *, again: bool) -> int:
    """The instant at which clocks show a time on a day: the first, or ``again`` the last one."""
    local = datetime.combine(day, at, tzinfo=when.zone)
    instants = [instant(local.replace(fold=fold).astimezone(UTC)) for fold in (0, 1)]
    if instants[0] > instants[1]:
        return _jump(when, instants[1], instants[0])
    return instants[again]


def _jump(when: BusinessHours, early: int, late: int) -> int:
    """The instant between two at which clocks jump ahead: a time that is left out comes then."""
    before = moment(early).astimezone(when.zone).utcoffset()
    while late - early > 1:
        middle = (early + late) // 2
        if moment(middle).astimezone(when.zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late
