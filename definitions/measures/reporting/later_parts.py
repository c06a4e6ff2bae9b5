"""The parts of the report about what follows: what closes, what it costs, and the five promises."""

from __future__ import annotations

from definitions.measures.closing import Closing, Group, closing, closing_sentence
from definitions.measures.cost import cost, cost_sentence, inquiries, inquiries_sentence
from definitions.measures.counting import Counted
from definitions.measures.direct import direct_sentence, self_qualified
from definitions.measures.gains import UNITS
from definitions.measures.needs import Measure, missing
from definitions.measures.promises import computed, five_promises, promise_sentence
from definitions.measures.reporting.entered import Entered
from definitions.measures.reporting.grids import RATE, Cell, Column, Grid, Unit, finite, grid, rate_cells
from definitions.measures.reporting.part import Part, Topic, without
from definitions.measures.versions import of_version

MOST_SOURCES = 10
LEADS = Column("Leads", Unit.COUNT)
MONEY = (Column("Revenue", Unit.AMOUNT), Column("Days to win", Unit.DECIMAL))


def closes(counted: Counted) -> Part:
    """What closes by who qualified, and whether self-qualified leads may go to sales directly."""
    if why := missing(counted.journeys, Measure.CLOSING):
        return without(Topic.CLOSING, why)
    found = closing(counted, Group.QUALIFIED_BY)
    said = tuple(closing_sentence(each) for each in found)
    if not missing(counted.journeys, Measure.DIRECT):
        said = (direct_sentence(self_qualified(found)), *said)
    return Part(Topic.CLOSING, said, _grid("Qualified by", found))


def sources(counted: Counted) -> Part:
    """Volume against quality by source."""
    if not counted.journeys.source.names:
        return without(Topic.SOURCES, "The data do not tell where leads came from.")
    found = closing(counted, Group.SOURCE)[:MOST_SOURCES]
    return Part(Topic.SOURCES, tuple(closing_sentence(each) for each in found[:2]), _grid("Source", found))


def _grid(what: str, found: tuple[Closing, ...]) -> Grid:
    return grid((Column(what), LEADS, *RATE, *MONEY), map(_row, found))


def _row(each: Closing) -> tuple[Cell, ...]:
    revenue = each.revenue if each.priced else None
    return (each.name, each.leads, *rate_cells(each.won), revenue, finite(each.days_to_win))


def costs(counted: Counted, entered: Entered, every: Counted | None = None) -> Part:
    """Hours and money spent on leads that were not qualified, and inquiries for each that was.

    ``every``: the leads of all versions, where those counted are of one, to tell what was before.
    """
    said: list[str] = []
    rows: list[tuple[Cell, ...]] = []
    if entered.cost is None or (why := missing(counted.journeys, Measure.COST)):
        said.append(why if entered.cost is not None else "Nobody has entered what an hour of sales costs.")
    else:
        found = cost(counted, entered.cost)
        said.append(cost_sentence(found, entered.currency))
        rows += [("Leads not qualified", found.rate.hits), ("Hours", found.hours), ("Money", found.money)]
    if not missing(counted.journeys, Measure.INQUIRIES):
        said.append(_inquiries(counted, every or counted))
        rows.append(("Inquiries for each qualified lead", finite(inquiries(counted).each.value)))
    if not rows:
        return without(Topic.COST, " ".join(said))
    return Part(Topic.COST, tuple(said), grid((Column("What"), Column("Number", Unit.DECIMAL)), rows))


def _inquiries(counted: Counted, every: Counted) -> str:
    versions = every.cells.versions
    if len(versions) > 1:
        before, now = (inquiries(of_version(every, name)) for name in versions[-2:])
        if before.qualified.enough and now.qualified.enough:
            return inquiries_sentence(before, now)
    found = inquiries(counted)
    if not found.qualified.enough:
        return "There is not enough data to tell inquiries for each qualified lead."
    each = found.each
    return f"Inquiries for each qualified lead: {each.value:.1f} ({each.low:.1f} to {each.high:.1f})."


def promises(counted: Counted, entered: Entered) -> Part:
    """All five; what is entered goes before what the leads tell."""
    found = five_promises(entered.baseline, {**computed(counted), **entered.now})
    rows = [(str(each.gain), each.baseline, each.now, UNITS[each.gain], str(each.turn)) for each in found]
    numbers = (Column("Baseline", Unit.DECIMAL), Column("Now", Unit.DECIMAL))
    columns = (Column("Promise"), *numbers, Column("Unit"), Column("Turn"))
    return Part(Topic.PROMISES, tuple(map(promise_sentence, found)), grid(columns, rows))
