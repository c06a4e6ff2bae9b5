"""The parts of the report about the handoff: promises, funnel, acceptance, rejections and clocks."""

from __future__ import annotations

from definitions.handoff import Handoff
from definitions.measures.acceptance import acceptance, acceptance_sentence
from definitions.measures.clock_hours import Clock
from definitions.measures.clocks import TARGET, clock_found
from definitions.measures.closing import Group, closing
from definitions.measures.counting import Counted
from definitions.measures.funnel import funnel, funnel_sentence, leak, leak_sentence
from definitions.measures.journeys import Event
from definitions.measures.needs import Measure, missing
from definitions.measures.rejections import reason_sentence, rejections, rejections_sentence
from definitions.measures.reporting.grids import RATE, Cell, Column, Unit, finite, grid, rate_cells
from definitions.measures.reporting.part import Part, Topic, without
from definitions.measures.sides import Kept, marketing_side, sales_side
from definitions.measures.supply import supplied
from definitions.phrases import hours

NAMED = {Clock.DECIDE: Measure.DECIDE, Clock.CONTACT: Measure.CONTACT}
MOST_CLAUSES = 8
CLOCK_COLUMNS = (
    Column("Clock"),
    Column("Promised hours", Unit.COUNT),
    *RATE,
    Column("Half within hours", Unit.DECIMAL),
    Column("90 % within hours", Unit.DECIMAL),
)


def promised_hours(handoff: Handoff) -> dict[Clock, int]:
    """The business hours that each clock may run."""
    return {Clock.DECIDE: handoff.decide_hours, Clock.CONTACT: handoff.contact_hours}


def marketing(counted: Counted, handoff: Handoff) -> Part:
    """Volume, completeness and vetting."""
    if not counted.journeys.has(Event.MQL):
        return without(Topic.MARKETING, "The data do not tell when leads became MQLs.")
    found = supplied(counted, handoff.supply)
    rows = [(month, leads, found.promised.leads_a_month) for month, leads in found.by_month]
    columns = (Column("Month"), Column("Qualified leads", Unit.COUNT), Column("Promised", Unit.COUNT))
    said = tuple(map(_said, marketing_side(counted, handoff)))
    return Part(Topic.MARKETING, said, grid(columns, rows))


def sales(counted: Counted, handoff: Handoff) -> Part:
    """Decisions and first contact in time, and reasons given."""
    return Part(Topic.SALES, tuple(map(_said, sales_side(counted, handoff))))


def _said(kept: Kept) -> str:
    """One promise, and in words whether it is kept."""
    return (
        f"{kept.title}: {kept.sentence}"
        if kept.light is None
        else f"{kept.title}, {kept.light}: {kept.sentence}"
    )


def the_funnel(counted: Counted, handoff: Handoff) -> Part:
    """How many leads came how far, and where they leak."""
    if why := missing(counted.journeys, Measure.FUNNEL):
        return without(Topic.FUNNEL, why)
    found = funnel(counted)
    moved = {step.stage: rate_cells(step.rate)[2:] for step in found.steps}
    rows = [(str(stage), leads, *moved.get(stage, (None,) * 3)) for stage, leads in found.reached]
    columns = (Column("Stage"), Column("Leads", Unit.COUNT), *_of_step())
    said = (funnel_sentence(found), leak_sentence(leak(found)))
    return Part(Topic.FUNNEL, said, grid(columns, rows))


def accepted(counted: Counted, handoff: Handoff) -> Part:
    """Acceptance against its target, by month."""
    if why := missing(counted.journeys, Measure.ACCEPTANCE):
        return without(Topic.ACCEPTANCE, why)
    target = handoff.acceptance_percent / 100
    found = acceptance(counted, target)
    months = {each.name: each.accepted for each in closing(counted, Group.MONTH)}
    named = [(month, months[month]) for month in counted.cells.months if month in months]
    rows = [(name, *rate_cells(rate)) for name, rate in (*named, ("All", found.rate))]
    return Part(Topic.ACCEPTANCE, (acceptance_sentence(found),), grid((Column("Month"), *RATE), rows), target)


def rejected(counted: Counted, handoff: Handoff) -> Part:
    """Which clauses cause rejections, as shares of all rejections."""
    if why := missing(counted.journeys, Measure.REJECTIONS):
        return without(Topic.REJECTIONS, why)
    found = rejections(counted)
    rows = [(clause, *rate_cells(rate)) for clause, rate in found.by_clause[:MOST_CLAUSES]]
    said = (rejections_sentence(found), reason_sentence(found))
    return Part(Topic.REJECTIONS, said, grid((Column("Clause"), *RATE), rows))


def clocks(counted: Counted, handoff: Handoff) -> Part:
    """Both clocks: the share in time, and within how many business hours half and 90 % were done."""
    known, promised = known_clocks(counted), promised_hours(handoff)
    if not known:
        return without(Topic.CLOCKS, missing(counted.journeys, Measure.DECIDE))
    rows = [_clock_row(counted, clock, promised[clock]) for clock in known]
    said = [f"{clock.capitalize()}: within {hours(promised[clock])}." for clock in known]
    gone = [missing(counted.journeys, NAMED[clock]) for clock in Clock if clock not in known]
    return Part(Topic.CLOCKS, (*said, *gone), grid(CLOCK_COLUMNS, rows), TARGET)


def _clock_row(counted: Counted, clock: Clock, allowed: int) -> tuple[Cell, ...]:
    found = clock_found(counted, clock, allowed)
    done = (finite(found.quantile(0.5)), finite(found.quantile(0.9)))
    return (str(clock), allowed, *rate_cells(found.rate), *done)


def known_clocks(counted: Counted) -> tuple[Clock, ...]:
    """The clocks that the data tell of."""
    return tuple(clock for clock in Clock if not missing(counted.journeys, NAMED[clock]))


def _of_step() -> tuple[Column, ...]:
    names = ("Of the stage before", "Low", "High")
    return tuple(Column(name, Unit.SHARE) for name in names)
