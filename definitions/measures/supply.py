"""Marketing's side of the promise: how many qualified leads a month, how complete, how many vetted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.handoff import Supply
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate
from definitions.measures.periods import months
from definitions.outcomes import QualifiedBy
from definitions.phrases import number


@dataclass(frozen=True)
class Supplied:
    """MQLs by month, those months only that are over; how many answer all criteria; how many were vetted.

    ``vetted``: of leads of which it is known who qualified them.
    """

    promised: Supply
    by_month: tuple[tuple[str, int], ...]
    complete: Rate
    vetted: Rate

    @property
    def months_kept(self) -> int | None:
        """In how many months the promised volume was reached; ``None`` without a promise."""
        promised = self.promised.leads_a_month
        return None if promised is None else sum(leads >= promised for _, leads in self.by_month)


def supplied(counted: Counted, promised: Supply | None) -> Supplied:
    """What marketing handed over. A month's leads are counted and not drawn: they have no interval."""
    found, names = counted.supplied, counted.supply_months
    leads = found.by(found["month"], len(names))
    (now,), _ = months(np.array([counted.journeys.as_of]), counted.journeys.zone)
    over = tuple((name, int(n)) for name, n in zip(names, leads, strict=True) if name < now)
    complete = found.by(found["complete"], 2)
    return Supplied(promised or Supply(), over, Rate(int(complete[1]), int(complete.sum())), _vetted(counted))


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
        _share("Complete were", found.complete, promised.complete_percent),
        _share("Vetted were", found.vetted, promised.vetted_percent),
    )


def _volume(found: Supplied) -> str:
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
    return f"{said} {rate.words}; {promise}."
