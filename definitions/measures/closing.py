"""What closes: how many leads of each group were won, what they brought, and how soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import nan, sqrt

import numpy as np

from definitions.intervals import Z_95, Estimate
from definitions.measures.cells import UNKNOWN_NAME
from definitions.measures.codes import Close, Decision
from definitions.measures.counting import Counted
from definitions.measures.evidence import FEWEST, Rate
from definitions.measures.survival import Curve, moved_by_age
from definitions.measures.tables import Table
from definitions.phrases import in_line, number
from definitions.profiles import Flags, Integers


class Group(StrEnum):
    """What leads are compared by."""

    QUALIFIED_BY = "qualified by"
    SOURCE = "source"
    VERSION = "version"
    MONTH = "month"
    RECYCLED = "recycled"


AGAIN = ("not recycled", "recycled")


@dataclass(frozen=True, eq=False)
class Closing:
    """One group. ``won``: of closed leads; ``of_all``: of all so far, so that young ones weigh it down.

    ``deal``: revenue of a won lead, mean and normal interval, of ``priced`` ones. ``by_age``: the share won
    by days since MQL, leads that are young or lost reckoned in. ``days_to_win``: the median of won leads.
    """

    name: str
    leads: int
    accepted: Rate
    won: Rate
    of_all: Rate
    revenue: float
    priced: int
    deal: Estimate
    by_age: Curve
    days_to_win: float


def closing(counted: Counted, group: Group) -> tuple[Closing, ...]:
    """What closes, by group, the one with most leads first; leads of no known group last."""
    names, of_state = group_codes(counted, group, counted.states)
    _, of_win = group_codes(counted, group, counted.to_win)
    places = [*range(len(names)), -1]
    found = [
        _closing(counted, name, of_state == place, None if of_win is None else of_win == place)
        for name, place in zip((*names, UNKNOWN_NAME), places, strict=True)
    ]
    known = sorted(found[:-1], key=lambda each: -each.leads)
    return tuple(each for each in (*known, found[-1]) if each.leads)


def closing_of_all(counted: Counted) -> Closing:
    """What closes, of all leads together."""
    everything = np.ones(len(counted.states.leads), bool)
    return _closing(counted, "all", everything, np.ones(len(counted.to_win.leads), bool))


def group_codes(counted: Counted, group: Group, rows: Table) -> tuple[Sequence[str], Integers | None]:
    """The names of the groups, and each row's place in them; no places where the rows do not tell."""
    cells, cell = counted.cells, rows["cell"]
    if group is Group.RECYCLED:
        return AGAIN, rows.columns.get("recycled")
    return {
        Group.QUALIFIED_BY: (cells.qualifiers, cells.qualified_by[cell]),
        Group.SOURCE: (cells.sources, cells.source[cell]),
        Group.VERSION: (cells.versions, cells.version[cell]),
        Group.MONTH: (cells.months, cells.month[cell]),
    }[group]


def _closing(counted: Counted, name: str, rows: Flags, wins: Flags | None) -> Closing:
    states = counted.states
    won, lost = (states.count(rows & (states["close"] == close)) for close in (Close.WON, Close.LOST))
    yes, no = (states.count(rows & (states["decision"] == d)) for d in (Decision.ACCEPTED, Decision.REJECTED))
    leads = states.count(rows)
    by_age, days = _ages(counted.to_win, np.zeros(len(counted.to_win.leads), bool) if wins is None else wins)
    revenue, squared, priced = (_sum(states, each, rows) for each in ("revenue", "squared", "priced"))
    return Closing(
        name,
        leads,
        Rate(yes, yes + no),
        Rate(won, won + lost),
        Rate(won, leads),
        revenue,
        round(priced),
        mean(revenue, squared, round(priced)),
        by_age,
        days,
    )


def _sum(states: Table, name: str, rows: Flags) -> float:
    return float(states.sums[name][rows].sum()) if name in states.sums else 0.0


def _ages(to_win: Table, rows: Flags) -> tuple[Curve, float]:
    ages = int(to_win["days"].max(initial=0)) + 1
    moved = to_win.by(to_win["days"], ages, rows & (to_win["moved"] == 1))
    waiting = to_win.by(to_win["days"], ages, rows & (to_win["moved"] == 0))
    so_far = moved.cumsum()
    median = float(np.searchsorted(so_far, so_far[-1] / 2)) if so_far[-1] else nan
    return moved_by_age(moved, waiting), median


def mean(total: float, squared: float, of: int) -> Estimate:
    """The mean of so many numbers with its normal interval, from their sum and sum of squares; nan of few."""
    if of < FEWEST:
        return Estimate(total / of if of else nan, nan, nan)
    value = total / of
    spread = Z_95 * sqrt(max(squared - of * value**2, 0.0) / (of - 1) / of)
    return Estimate(value, value - spread, value + spread)


def closing_sentence(found: Closing) -> str:
    """One group in words."""
    said = f"{in_line(found.name)}: {number(found.leads)} leads"
    if not found.won.of:
        return f"{said}, none closed yet."
    if not found.won.enough:
        return f"{said}, {number(found.won.hits)} won; not enough data for a share."
    return f"{said}, won {found.won.words} that closed."
