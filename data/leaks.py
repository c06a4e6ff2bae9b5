"""Leaks: columns known only after sales touched the lead, which would make every what-if look too good."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from data.importing.understood import Understood
from data.leads_refused import LeadsRefused
from data.leak_reasons import reasons
from data.outcome_counts import raw_leads
from definitions.mapping import Mapping

FEWEST = 20
"""Won leads, and lost ones, below which nothing can be said."""


@dataclass(frozen=True)
class Leak:
    """A column that looks as if it were known only afterwards, and why, as a sentence."""

    column: str
    header: str
    sentence: str


def leaks(understood: Understood, mapping: Mapping, only: Collection[str] | None = None) -> tuple[Leak, ...]:
    """The suspect columns of a file, or of some columns of it; none as long as no outcome is known."""
    outcome = mapping.outcome
    if outcome is None:
        return ()
    columns = [
        column
        for column in understood.columns
        if column.name != outcome.column and (only is None or column.name in only)
    ]
    with raw_leads(understood, mapping) as raw:
        if min(raw.won, raw.lost) < FEWEST:
            return ()
        looks = len(understood.columns)
        found = ((column, next(reasons(raw, column, looks), "")) for column in columns)
        return tuple(Leak(column.name, column.header, why) for column, why in found if why)


def refuse_leaks(understood: Understood, mapping: Mapping) -> None:
    """Raises LeadsRefused if a criterion is answered by a suspect column and nobody insists on it."""
    used = {m.column for m in mapping.criteria if m.column} - set(mapping.insisted)
    for leak in leaks(understood, mapping, used) if used else ():
        raise LeadsRefused(f"{leak.sentence} Take another column for this criterion, or insist on it.")
