"""What closes: how many leads of each group were won, what they brought, and how soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from definitions.groups import OTHER_GROUPS
from definitions.intervals import Estimate
from definitions.measures.cells import UNKNOWN_NAME
from definitions.measures.codes import Close, Decision
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate, mean
from definitions.measures.journeys import UNKNOWN
from definitions.measures.moves import first_age
from definitions.measures.survival import Curve
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
NEITHER = -2
MOST_GROUPS = 30
"""So many sources are told one by one; the smaller ones are pooled."""


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
    names, of_state, of_cell = _groups(counted, group)
    found = _closings(counted, (*names, UNKNOWN_NAME), of_state, of_cell)
    known = sorted(found[:-1], key=lambda each: (each.name == OTHER_GROUPS, -each.leads))
    return tuple(each for each in (*known, found[-1]) if each.leads)


def closing_of_all(counted: Counted) -> Closing:
    """What closes, of all leads together."""
    nothing = np.zeros(len(counted.states.leads), np.int64)
    return _closings(counted, ("all",), nothing, np.zeros(len(counted.cells.month), np.int64))[0]


def _closings(counted: Counted, names: Sequence[str], of_state: Integers, of_cell: Integers) -> list[Closing]:
    """One for each name; the last also for what is in no group."""
    size, states = len(names), counted.states
    group = np.where(of_cell == UNKNOWN, size - 1, of_cell)
    curves, moved = counted.to_win.curves(group, size), counted.to_win.moved(group, size)
    rows = np.where(of_state == UNKNOWN, size - 1, of_state)
    return [
        _closing(name, states, rows == place, curves[place], first_age(moved[place], 0.5))
        for place, name in enumerate(names)
    ]


def _groups(counted: Counted, group: Group) -> tuple[Sequence[str], Integers, Integers]:
    """The names of the groups, and each state's and each cell's place in them; the smallest are pooled."""
    cells, states = counted.cells, counted.states
    of_cell = _of_cells(counted, group)
    if group is Group.RECYCLED:
        return AGAIN, states["recycled"], of_cell
    names = {
        Group.QUALIFIED_BY: cells.qualifiers,
        Group.SOURCE: cells.sources,
        Group.VERSION: cells.versions,
        Group.MONTH: cells.months,
    }[group]
    if group is Group.SOURCE and len(names) > MOST_GROUPS:
        leads = states.by(of_cell[states["cell"]], len(names))
        places = np.full(len(names) + 1, MOST_GROUPS, np.int64)
        largest = np.argsort(-leads, kind="stable")[:MOST_GROUPS]
        places[largest], places[-1] = np.arange(MOST_GROUPS), UNKNOWN
        names, of_cell = (*(names[place] for place in largest), OTHER_GROUPS), places[of_cell]
    return names, of_cell[states["cell"]], of_cell


def _of_cells(counted: Counted, group: Group) -> Integers:
    """Each cell's group. A cell holds recycled leads and others: it is in neither, and ages are not told."""
    cells = counted.cells
    return {
        Group.QUALIFIED_BY: cells.qualified_by,
        Group.SOURCE: cells.source,
        Group.VERSION: cells.version,
        Group.MONTH: cells.month,
        Group.RECYCLED: np.full(len(cells.month), NEITHER),
    }[group]


def _closing(name: str, states: Table, rows: Flags, by_age: Curve, days_to_win: float) -> Closing:
    won, lost = (states.count(rows & (states["close"] == close)) for close in (Close.WON, Close.LOST))
    yes, no = (states.count(rows & (states["decision"] == d)) for d in (Decision.ACCEPTED, Decision.REJECTED))
    leads = states.count(rows)
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
        days_to_win,
    )


def _sum(states: Table, name: str, rows: Flags) -> float:
    return float(states.sums[name][rows].sum()) if name in states.sums else 0.0


def closing_sentence(found: Closing) -> str:
    """One group in words."""
    said = f"{in_line(found.name)}: {number(found.leads)} leads"
    if not found.won.of:
        return f"{said}, none closed yet."
    if not found.won.enough:
        return f"{said}, {number(found.won.hits)} won; not enough data for a share."
    return f"{said}, won {found.won.words} that closed."
