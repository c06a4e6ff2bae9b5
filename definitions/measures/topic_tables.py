"""The tables by topic: what became of leads, their clocks, what was supplied, what was answered."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from definitions.measures.clock_hours import Clock, InTime, Ran
from definitions.measures.codes import Fates, rejected_for
from definitions.measures.journeys import STAGES, Codes, Event, Journeys
from definitions.measures.tables import Columns, Table, distinct, table
from definitions.measures.validity import Checked
from definitions.profiles import Decimals, Flags, Integers

HALF_HOURS = 800
"""Business hours are counted by the half hour up to 400; what took longer counts as 400."""


def states(checked: Checked, cell: Columns, fates: Fates, marks: Mapping[Clock, Codes]) -> Table:
    """What became of leads, with the revenue of those that were won."""
    journeys, unknown = checked.journeys, np.full(len(checked.journeys), -1, np.int8)
    kinds = distinct(
        {
            "furthest": (fates.reached, len(STAGES)),
            "decision": (fates.decision, 3),
            "reason": (rejected_for(journeys, fates.decision), len(journeys.reasons)),
            "decide": (marks.get(Clock.DECIDE, unknown), len(InTime)),
            "contact": (marks.get(Clock.CONTACT, unknown), len(InTime)),
            "close": (fates.close, 3),
            "recycled": (_bits(~np.isnat(journeys.when(Event.RECYCLED))), 2),
        }
    )
    found = table({**cell, "kind": (kinds.rows, kinds.size)}, checked.kept, _revenue(journeys, fates.close))
    columns = {name: codes[found["kind"]] for name, codes in kinds.columns.items()}
    return Table({"cell": found["cell"], **columns}, found.leads, found.sums)


def _revenue(journeys: Journeys, closed: Codes) -> dict[str, Decimals]:
    """Of won leads: the revenue, its square, and whether it is known."""
    if journeys.revenue is None:
        return {}
    known = (closed == 1) & np.isfinite(journeys.revenue)
    revenue = np.where(known, journeys.revenue, 0.0)
    return {"revenue": revenue, "squared": revenue**2, "priced": known.astype(float)}


def hours(cell: Columns, ran: Ran) -> Table:
    """For how many half hours a clock ran, of the leads of which that is known."""
    rows = np.flatnonzero(np.isfinite(ran.hours)).astype(np.int32)
    halves = np.minimum(ran.hours[rows] * 2, HALF_HOURS).astype(np.int16)
    codes, size = cell["cell"]
    done = (_bits(ran.done[rows]), 2)
    return table({"cell": (codes[rows], size), "halves": (halves, HALF_HOURS + 1), "done": done})


def by_week(cell: Columns, week: Codes, size: int, mark: Codes) -> Table:
    """In time or not, by week; ``mark``: n, -1 where unknown."""
    return table({**cell, "week": (week, size), "in_time": (mark, len(InTime))}, mark >= 0)


def supplied(checked: Checked, cell: Columns, found: tuple[tuple[str, ...], Codes]) -> Table:
    """MQLs by month, and whether all criteria are answered; ``found``: the months' names and n places."""
    answers = checked.journeys.answers
    complete = np.full(len(checked.journeys), 1 if answers else -1, np.int8)
    for each in answers:
        complete &= _bits(each >= 0)
    names, month = found
    rows = checked.kept & (month >= 0)
    return table({**cell, "month": (month, len(names)), "complete": (complete, 2)}, rows)


def answered(checked: Checked, cell: Columns, fates: Fates) -> tuple[Table, ...]:
    """For each criterion: what was answered and what became of the leads."""
    journeys = checked.journeys
    ends = distinct({**cell, "decision": (fates.decision, 3), "close": (fates.close, 3)})
    end = (ends.rows, ends.size)
    found = (
        table({"end": end, "answer": (answers, len(labels))}, checked.kept)
        for answers, labels in zip(journeys.answers, journeys.labels, strict=True)
    )
    return tuple(Table(_with_answer(each, ends.columns), each.leads) for each in found)


def _with_answer(found: Table, columns: Mapping[str, Integers]) -> dict[str, Integers]:
    return {"answer": found["answer"], **{name: codes[found["end"]] for name, codes in columns.items()}}


def _bits(flags: Flags) -> Codes:
    return flags.view(np.int8)
