"""Ages: after how many days leads moved on, and for how many days those that did not have waited."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from definitions.measures.cells import begin
from definitions.measures.journeys import STAGES, Codes, Event, Times
from definitions.measures.periods import DAY
from definitions.measures.validity import Checked
from definitions.profiles import Flags

MOST_DAYS = 1_095
"""Ages are counted by the day up to three years; what is older counts as three years."""


@dataclass(frozen=True, eq=False)
class Ages:
    """n whole days until a lead moved on, or until now; who ``moved``; of whom it is ``known``."""

    days: Codes
    moved: Flags
    known: Flags

    @property
    def size(self) -> int:
        """How many different ages there are, 0 included."""
        return int(self.days.max(initial=0, where=self.known)) + 1


@dataclass(frozen=True, eq=False)
class Waiting:
    """The places of leads that wait, the longest waiting first, and for how many days each."""

    rows: Codes
    days: Codes


def step_ages(checked: Checked, stage: Event, reached: Codes) -> Ages:
    """Ages from the stage before to this one; ``reached``: n furthest stages.

    A lead that was rejected or lost goes on waiting until the end of the data: it will not move, and the
    share of those who do must not be reckoned without it (cumulative incidence with competing events:
    J. P. Fine and R. J. Gray, Journal of the American Statistical Association 94 (1999), 496-509).
    """
    journeys = checked.journeys
    before = journeys.stages[journeys.stages.index(stage) - 1]
    found = _ages(checked, journeys.when(before), journeys.when(stage))
    # A lead at a later stage without this one's date has moved, and nobody knows when.
    return replace(found, known=found.known & (found.moved | (reached < STAGES.index(stage))))


def ages_of_won(checked: Checked) -> Ages:
    """The same from MQL (without that column: from the lead's beginning) to won."""
    journeys = checked.journeys
    starts = journeys.when(Event.MQL) if journeys.has(Event.MQL) else begin(journeys)
    return _ages(checked, starts, journeys.when(Event.WON))


def waiting(ages: Ages, open_still: Flags) -> Waiting:
    """Who waits, of the leads that are open still."""
    rows = np.flatnonzero(ages.known & ~ages.moved & open_still).astype(np.int32)
    days = ages.days[rows]
    order = np.argsort(-days, kind="stable")
    return Waiting(rows[order], days[order])


def _ages(checked: Checked, starts: Times, ends: Times) -> Ages:
    moved = ~np.isnat(ends)
    days = np.where(moved, ends, checked.journeys.as_of).view(np.int64)
    days -= starts.view(np.int64)
    days //= DAY
    np.clip(days, 0, MOST_DAYS, out=days)
    return Ages(days.astype(np.int16), moved, checked.kept & checked.timed & ~np.isnat(starts))
