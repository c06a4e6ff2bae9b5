"""Counting leads once: all that the measures need, in tables by month, source, who qualified and version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from definitions.measures.ages import Waiting, ages_of_won, step_ages, waiting
from definitions.measures.cells import Cells, Filter, cells_of
from definitions.measures.clock_hours import Clock, Ran, in_time
from definitions.measures.codes import Fates, fates_of
from definitions.measures.journeys import Event, Journeys, Reason
from definitions.measures.moves import Moves, moves
from definitions.measures.periods import months, weeks
from definitions.measures.tables import Table
from definitions.measures.topic_tables import answered, by_week, hours, states, supplied
from definitions.measures.validity import Checked
from definitions.profiles import Flags


@dataclass(frozen=True, eq=False)
class Counted:
    """Leads counted once. Each table has the column ``cell``, a place in ``cells``, and these:

    ``states``: furthest, decision, reason, decide, contact, close, recycled; sums: revenue, squared, priced.
    ``clocks``: halves (of an hour), done. ``weeks``: week, in_time. ``answers``, one for each criterion:
    answer, decision, close. ``supplied``: month (of MQL, in ``supply_months``), complete. ``steps``, by the
    stage reached, and ``to_win`` are moves with their ages. ``fates``, ``waiting`` (by the stage waited
    for) and ``all_supplied`` are of all leads, whatever the filter.
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
    all_supplied: Table
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
    handed_over = supplied(checked, cell, months_of_mql)
    ages = {stage: step_ages(checked, stage, fates.reached) for stage in checked.journeys.stages[1:]}
    return Counted(
        checked.journeys,
        cells,
        fates,
        states(checked, cell, fates, marks),
        {stage: moves(*cell["cell"], each) for stage, each in ages.items()},
        {stage: waiting(each, open_still) for stage, each in ages.items()},
        moves(*cell["cell"], ages_of_won(checked)),
        {clock: hours(cell, each) for clock, each in ran.items()},
        {clock: by_week(cell, week, len(mondays), mark) for clock, mark in marks.items()},
        mondays,
        handed_over,
        handed_over,
        months_of_mql[0],
        answered(checked, cell, fates),
    )
