"""All measures of many made-up leads: from cold, and after each change of filter."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import click

from benchmarks.many_journeys import many_journeys
from benchmarks.timing import TIMES, best_ms
from definitions.business_hours import BusinessHours
from definitions.handoff import Supply, Upkeep
from definitions.measures.acceptance import acceptance
from definitions.measures.cells import Filter
from definitions.measures.clock_hours import Clock, ran
from definitions.measures.clocks import clock_found
from definitions.measures.closing import Group, closing
from definitions.measures.codes import Close, Decision
from definitions.measures.cost import CostInput, cost, inquiries
from definitions.measures.counting import Counted, count
from definitions.measures.direct import self_qualified
from definitions.measures.funnel import funnel, leak
from definitions.measures.journeys import Journeys
from definitions.measures.promises import computed
from definitions.measures.rejections import rejections
from definitions.measures.standing import standing
from definitions.measures.supply import supplied
from definitions.measures.surprises import surprises, surprising_rows
from definitions.measures.tested_criteria import Fate, tested_criteria
from definitions.measures.tripwires import tripped
from definitions.measures.validity import check
from definitions.measures.versions import compared

ALLOWED = {Clock.DECIDE: 24, Clock.CONTACT: 48}
TARGETS = {"cold_ms": 1_000, "filter_ms": 150}
A_FILTER = Filter(sources=frozenset({"fair", "search"}))
HOURS = BusinessHours(time_zone="Europe/Berlin", country="DE")


def once(journeys: Journeys) -> Counted:
    """What is done once for a set of leads."""
    checked = check(journeys)
    return count(checked, {clock: ran(checked, clock, ALLOWED[clock], HOURS) for clock in Clock})


def page(everything: Counted, wanted: Filter) -> list[tuple[str, float]]:
    """All measures of the leads that a filter chooses, each with the milliseconds it took."""
    counted = everything.only(wanted)
    steps = funnel(counted).steps
    measures: dict[str, Callable[[], object]] = {
        "filter": lambda: everything.only(wanted),
        "funnel": lambda: leak(funnel(counted)),
        "standing": lambda: [standing(counted, step, wanted) for step in steps],
        "acceptance": lambda: acceptance(counted, 0.9),
        "rejections": lambda: rejections(counted),
        "clocks": lambda: [clock_found(counted, clock, ALLOWED[clock]) for clock in Clock],
        "supply": lambda: supplied(counted, Supply(leads_a_month=1_000)),
        "closing": lambda: [closing(counted, group) for group in Group],
        "direct": lambda: self_qualified(closing(counted, Group.QUALIFIED_BY)),
        "criteria": lambda: [tested_criteria(counted, fate) for fate in Fate],
        "surprises": lambda: (
            surprises(counted),
            surprising_rows(counted, Decision.REJECTED, Close.WON, wanted),
        ),
        "versions": lambda: compared(counted, *counted.cells.versions[:2]),
        "cost": lambda: (cost(counted, CostInput(15, 60, 80)), inquiries(counted)),
        "promises": lambda: computed(counted),
        "trip-wires": lambda: tripped(counted, Upkeep(won_below=20)),
    }
    return [(name, _ms(work)) for name, work in measures.items()]


def _processor_ms(work: Callable[[], object]) -> float:
    """The least processor time in milliseconds, which other work on the machine does not lengthen as much."""
    took = []
    for _ in range(TIMES):
        begun = time.process_time()
        work()
        took.append((time.process_time() - begun) * 1_000)
    return min(took)


def _ms(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1_000


def measure(leads: int) -> dict[str, object]:
    """The numbers for so many leads. ``cold``: checking, counting and all measures of all leads."""
    journeys = many_journeys(leads)
    everything = once(journeys)
    all_ms, some_ms = (
        best_ms(lambda wanted=wanted: page(everything, wanted))
        for wanted in (Filter(), A_FILTER)  # type: ignore[misc]
    )
    once_ms = best_ms(lambda: once(journeys))
    return {
        "leads": leads,
        "cells": len(everything.cells.month),
        "states": len(everything.states.leads),
        "once_ms": round(once_ms),
        "cold_ms": round(once_ms + all_ms),
        "filter_ms": round(some_ms, 1),
        "processor_ms": {
            "once": round(_processor_ms(lambda: once(journeys))),
            "filter": round(_processor_ms(lambda: page(everything, A_FILTER))),
        },
        "each_ms": {name: round(ms, 1) for name, ms in page(everything, A_FILTER)},
        "targets": TARGETS,
    }


@click.command()
@click.option("--leads", default=1_000_000, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
def main(leads: int, as_json: bool) -> None:
    """Measure all measures of many made-up leads."""
    found = measure(leads)
    click.echo(json.dumps(found, indent=2) if as_json else _sentence(found))


def _sentence(found: dict[str, object]) -> str:
    return (
        f"{found['leads']:,} leads: everything from cold in {found['cold_ms']} ms, "
        f"after a change of filter in {found['filter_ms']} ms."
    )


if __name__ == "__main__":
    main()
