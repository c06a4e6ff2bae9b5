"""Counting leads once: all that the measures need, in tables by month, source, who qualified and version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from definitions.measures.ages import Waiting, ages_of_won, step_ages, waiting
from definitions.measures.cells import Cells, Filter, cells_of
from definitions.measures.clock_hours import Clock, InTime, Ran, in_time
from definitions.measures.codes import Fates, fates_of, rejected_for
from definitions.measures.journeys import STAGES, Codes, Event, Journeys, Reason
from definitions.measures.moves import Moves, moves
from definitions.measures.periods import months, weeks
from definitions.measures.tables import Columns, Table, distinct, table
from definitions.measures.validity import Checked
from definitions.profiles import Decimals, Flags

HALF_HOURS = 800
"""Business hours are counted by the half hour up to 400; what took longer counts as 400."""


@dataclass(frozen=True, eq=False)
class Counted:
    """Leads counted once. Each table has the column ``cell``, a place in ``cells``, and these:

    ``states``: furthest, decision, reason, decide, contact, close, recycled; sums: revenue, squared, priced.
    ``clocks``: halves (of an hour), done. ``weeks``: week, in_time. ``answers``, one for each criterion:
    answer, decision, close. ``supplied``: month (of MQL, in ``supply_months``), complete. ``steps``, by the
    stage reached, and ``to_win`` are moves with their ages. ``fates`` and ``waiting`` (by the stage waited
    for) are of all leads, whatever the filter.
    """

    journeys: Journeys
    cells: Cells
    fates: Fates
    states: Table
    steps: Mapping[Event, Moves]
    waiting: Mapping[Event, Waiting]
    to_win: Moves
    clocks: Mapping[Clock, Table]
    weeks: Mapping[Clock, Table]
    mondays: tuple[date, ...]
    supplied: Table
    supply_months: tuple[str, ...]
    answers: tuple[Table, ...]

    def only(self, wanted: Filter) -> Counted:
        """The same tables with nothing counted but what the filter chooses."""
        return self.of(self.cells.chosen(wanted))

    def of(self, cells: Flags) -> Counted:
        """The same tables with nothing counted but the chosen cells."""

        def some(one: Table) -> Table:
            return one.only(cells[one["cell"]])

        return replace(
            self,
            states=some(self.states),
            steps={stage: one.only(cells) for stage, one in self.steps.items()},
            to_win=self.to_win.only(cells),
            clocks={clock: some(one) for clock, one in self.clocks.items()},
            supplied=some(self.supplied),
            weeks={clock: some(one) for clock, one in self.weeks.items()},
            answers=tuple(some(one) for one in self.answers),
        )

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why leads were rejected, in the order of the codes."""
        return self.journeys.reasons

    @property
    def leads(self) -> int:
        """How many leads count."""
        return int(self.states.leads.sum())


def count(checked: Checked, ran: Mapping[Clock, Ran]) -> Counted:
    """The leads counted once; ``ran``: the clocks that are known, in business hours."""
    cells = cells_of(checked.journeys)
    cell = {"cell": (cells.of_lead, len(cells.month))}
    mondays, week = weeks(checked.journeys.when(Event.MQL), checked.journeys.zone)
    months_of_mql = months(checked.journeys.when(Event.MQL), checked.journeys.zone)
    marks = {clock: in_time(each) for clock, each in ran.items()}
    fates = fates_of(checked)
    open_still = fates.open_still
    ages = {stage: step_ages(checked, stage, fates.reached) for stage in checked.journeys.stages[1:]}
    return Counted(
        checked.journeys,
        cells,
        fates,
        _states(checked, cell, fates, marks),
        {stage: moves(*cell["cell"], each) for stage, each in ages.items()},
        {stage: waiting(each, open_still) for stage, each in ages.items()},
        moves(*cell["cell"], ages_of_won(checked)),
        {clock: _hours(cell, each) for clock, each in ran.items()},
        {clock: _weeks(cell, week, len(mondays), mark) for clock, mark in marks.items()},
        mondays,
        _supplied(checked, cell, months_of_mql),
        months_of_mql[0],
        _answers(checked, cell, fates),
    )


def _states(checked: Checked, cell: Columns, fates: Fates, marks: Mapping[Clock, Codes]) -> Table:
    journeys, unknown = checked.journeys, np.full(len(checked.journeys), -1, np.int8)
    kinds = distinct(
        {
            "furthest": (fates.reached, len(STAGES)),
            "decision": (fates.decision, 3),
            "reason": (rejected_for(journeys, fates.decision), len(journeys.reasons)),
            "decide": (marks.get(Clock.DECIDE, unknown), len(InTime)),
            "contact": (marks.get(Clock.CONTACT, unknown), len(InTime)),
            "close": (fates.close, 3),
            "recycled": ((~np.isnat(journeys.when(Event.RECYCLED))).astype(np.int8), 2),
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


def _hours(cell: Columns, ran: Ran) -> Table:
    rows = np.flatnonzero(np.isfinite(ran.hours)).astype(np.int32)
    halves = np.minimum(ran.hours[rows] * 2, HALF_HOURS).astype(np.int16)
    codes, size = cell["cell"]
    done = (_bits(ran.done[rows]), 2)
    return table({"cell": (codes[rows], size), "halves": (halves, HALF_HOURS + 1), "done": done})


def _weeks(cell: Columns, week: Codes, size: int, mark: Codes) -> Table:
    return table({**cell, "week": (week, size), "in_time": (mark, len(InTime))}, mark >= 0)


def _supplied(checked: Checked, cell: Columns, found: tuple[tuple[str, ...], Codes]) -> Table:
    answers = checked.journeys.answers
    complete = np.full(len(checked.journeys), 1 if answers else -1, np.int8)
    for each in answers:
        complete[each < 0] = 0
    names, month = found
    rows = checked.kept & (month >= 0)
    return table({**cell, "month": (month, len(names)), "complete": (complete, 2)}, rows)


def _answers(checked: Checked, cell: Columns, fates: Fates) -> tuple[Table, ...]:
    journeys = checked.journeys
    ends = distinct({**cell, "decision": (fates.decision, 3), "close": (fates.close, 3)})
    end = (ends.rows, ends.size)
    found = (
        table({"end": end, "answer": (answers, len(labels))}, checked.kept)
        for answers, labels in zip(journeys.answers, journeys.labels, strict=True)
    )
    return tuple(
        Table({name: codes[each["end"]] for name, codes in ends.columns.items()} | each.columns, each.leads)
        for each in found
    )


def _bits(flags: Flags) -> Codes:
    return flags.astype(np.int8)
