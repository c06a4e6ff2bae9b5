"""Marketing's side of the promise: how many qualified leads a month, how complete, how many vetted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from definitions.handoff import Supply
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate
from definitions.measures.periods import months
from definitions.outcomes import QualifiedBy
from definitions.phrases import number

WHOLE = 0.9
"""A month is held against the promise if so many of its leads are counted: a choice may hold part of it."""


@dataclass(frozen=True)
class Supplied:
    """All MQLs by month, those months only that are over; how many answer all criteria; how many were vetted.

    Of a choice of leads only months count that are chosen whole; ``part``: leads are chosen, and no month is.
    ``vetted``: of leads of which it is known who qualified them.
    """

    promised: Supply
    by_month: tuple[tuple[str, int], ...]
    complete: Rate
    vetted: Rate
    part: bool = False

    @property
    def months_kept(self) -> int | None:
        """In how many months the promised volume was reached; ``None`` without a promise."""
        promised = self.promised.leads_a_month
        return None if promised is None else sum(leads >= promised for _, leads in self.by_month)


def supplied(counted: Counted, promised: Supply | None) -> Supplied:
    """What marketing handed over. A month's leads are counted and not drawn: they have no interval."""
    found = counted.supplied
    complete = found.by(found["complete"], 2)
    by_month = tuple(_whole_months(counted))
    answered = Rate(int(complete[1]), int(complete.sum()))
    part = not by_month and int(found.leads.sum()) < int(counted.all_supplied.leads.sum())
    return Supplied(promised or Supply(), by_month, answered, _vetted(counted), part)


def _whole_months(counted: Counted) -> Iterator[tuple[str, int]]:
    """The months that are over, from the first one on that is chosen whole, with all their leads."""
    names = counted.supply_months
    chosen, every = (
        table.by(table["month"], len(names)) for table in (counted.supplied, counted.all_supplied)
    )
    (now,), _ = months(np.array([counted.journeys.as_of]), counted.journeys.zone)
    begun = False
    for name, some, leads in zip(names, chosen, every, strict=True):
        begun = begun or 0 < WHOLE * leads <= some
        if begun and name < now and some >= WHOLE * leads:
            yield name, int(leads)


def _vetted(counted: Counted) -> Rate:
    found, cells = counted.supplied, counted.cells
    leads = found.by(cells.qualified_by[found["cell"]], len(cells.qualifiers))
    by_name = dict(zip(cells.qualifiers, leads, strict=True))
    return Rate(int(by_name.get(QualifiedBy.VETTED, 0)), int(leads.sum()))


def supply_sentences(found: Supplied) -> tuple[str, ...]:
    """Volume, completeness and vetting, a sentence each."""
    promised = found.promised
    return (
        _volume(found),
        _share("Complete", found.complete, promised.complete_percent),
        _share("Vetted", found.vetted, promised.vetted_percent),
    )


def _volume(found: Supplied) -> str:
    if found.part:
        return "No month is chosen whole, so how many leads were handed over is not held against the promise."
    if not found.by_month:
        return "No month with qualified leads is over yet."
    leads = sum(count for _, count in found.by_month)
    said = f"Marketing handed over {number(round(leads / len(found.by_month)))} leads a month"
    if found.promised.leads_a_month is None:
        return f"{said}; nothing is promised."
    promise = number(found.promised.leads_a_month)
    return f"{said}; the promise is {promise}, kept in {found.months_kept} of {len(found.by_month)} months."


def _share(said: str, rate: Rate, percent: int | None) -> str:
    if not rate.of:
        return f"{said}: unknown."
    promise = "nothing is promised" if percent is None else f"the promise is {percent} %"
    return f"{said}: {rate.words}; {promise}."
