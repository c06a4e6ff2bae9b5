"""Ages: after how many days leads moved on, and for how many days those that did not have waited."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.measures.cells import begin
from definitions.measures.instants import earlier, numbers
from definitions.measures.journeys import STAGES, Codes, Event, Times
from definitions.measures.periods import DAY
from definitions.measures.validity import Checked
from definitions.profiles import Flags

MOST_DAYS = 1_095
"""Ages are counted by the day up to three years; what is older counts as three years."""


@dataclass(frozen=True, eq=False)
class Ages:
    """Of the leads at these ``rows``: whole days until each moved on, or until now; who ``moved``.

    ``watched``: whole days until now. Leads of which nothing is known are in no row.
    """

    rows: Codes
    days: Codes
    watched: Codes
    moved: Flags


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
    # A lead at a later stage without this one's date has moved, and nobody knows when.
    sure = ~np.isnat(journeys.when(stage)) | (reached < STAGES.index(stage))
    return _ages(checked, journeys.when(before), journeys.when(stage), sure)


def ages_of_won(checked: Checked) -> Ages:
    """The same from MQL (without that column: from the lead's beginning) to won."""
    journeys = checked.journeys
    starts = journeys.when(Event.MQL) if journeys.has(Event.MQL) else begin(journeys)
    return _ages(checked, starts, journeys.when(Event.WON), checked.kept)


def waiting(ages: Ages, open_still: Flags) -> Waiting:
    """Who waits, of the leads that are open still (n flags)."""
    waits = np.flatnonzero(~ages.moved & open_still[ages.rows])
    rows, days = ages.rows[waits], ages.days[waits]
    order = np.argsort(-days, kind="stable")
    return Waiting(rows[order], days[order])


def _ages(checked: Checked, starts: Times, ends: Times, sure: Flags) -> Ages:
    rows = np.flatnonzero(checked.kept & checked.timed & sure & ~np.isnat(starts)).astype(np.int32)
    begun, ended, now = starts[rows], ends[rows], np.array([checked.journeys.as_of])
    return Ages(rows, _days(begun, earlier(ended, now)), _days(begun, now), ~np.isnat(ended))


def _days(starts: Times, ends: Times) -> Codes:
    """Whole days between."""
    days = numbers(ends) - numbers(starts)
    days //= DAY
    np.clip(days, 0, MOST_DAYS, out=days)
    return days.astype(np.int16)
