"""Profiles: leads counted once by the answers they gave, so that a what-if needs no lead again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Decimals = NDArray[np.float64]
Flags = NDArray[np.bool_]

NOT_ANSWERED = -1
UNKNOWN_MONTH = -1


@dataclass(frozen=True, eq=False)
class Profiles:
    """One row a distinct combination of answers and month; n profiles, k criteria.

    ``answers``: n x k, an index into ``labels`` of that criterion, -1 where not answered.
    ``month``: n, an index into ``months``, -1 where unknown. ``leads``, ``won``, ``lost``: n, counts;
    what is neither won nor lost is still open. ``revenue``: n, of won leads, in the lead set's currency.
    ``group``: n, an index into ``groups`` (sources, or who qualified the leads), -1 where unknown; only when
    the leads were counted by such groups too.
    """

    criteria: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    months: tuple[str, ...]
    answers: Integers
    month: Integers
    leads: Integers
    won: Integers
    lost: Integers
    revenue: Decimals
    groups: tuple[str, ...] = ()
    group: Integers | None = None

    @property
    def open(self) -> Integers:
        """Leads without an outcome yet, one number a profile."""
        return self.leads - self.won - self.lost

    @property
    def answered(self) -> tuple[str, ...]:
        """The criteria that at least one lead answers."""
        found = [bool((self.answers[:, k] >= 0).any()) for k in range(len(self.criteria))]
        return tuple(name for name, any_lead in zip(self.criteria, found, strict=True) if any_lead)

    @property
    def dated(self) -> Integers:
        """Leads whose month is known, one number a profile."""
        return np.where(self.month == UNKNOWN_MONTH, 0, self.leads)

    @property
    def span(self) -> int:
        """Calendar months from the first to the last, both included; 0 when no month is known."""
        if not self.months:
            return 0
        return _months_of(self.months[-1]) - _months_of(self.months[0]) + 1

    @property
    def weeks(self) -> float:
        """Weeks from the beginning of the first month to the end of the last; 0 when no month is known."""
        if not self.months:
            return 0.0
        return (_begin(_months_of(self.months[-1]) + 1) - _begin(_months_of(self.months[0]))).days / 7


def _months_of(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1


def _begin(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
