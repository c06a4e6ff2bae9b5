"""Leaks: columns known only after sales touched the lead, which would make every what-if look too good."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from data.importing.understood import Column, Type, Understood
from data.leads_refused import LeadsRefused
from data.outcome_counts import Filled, Raw, raw_leads
from definitions.findings import percent
from definitions.intervals import share
from definitions.mapping import Mapping
from definitions.phrases import in_line, quoted
from definitions.separation import auc, standard_error, value_auc
from definitions.suspects import sounds_early, sounds_late

FEWEST = 20
"""Won leads, and lost ones, below which nothing can be said."""
SEPARATES, SEPARATES_AND_SOUNDS = 0.8, 0.7
"""The areas under the ROC curve from which a column is suspect, and one whose name is suspect as well."""
LEAST_SURE = 0.65
"""What the lower end of the area's 95 % interval must reach."""
MOST_VALUES = 1_000
FILLED_MORE, FILLED_GAP = 5, 0.3
PURE, PURE_SURE, PURE_SHARE = 0.99, 0.92, 0.1
"""The share of a value's leads that were won (or lost), the lower end of that, its part of all those."""


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
        found = ((column, _why(raw, column)) for column in columns)
        return tuple(Leak(column.name, column.header, why) for column, why in found if why)


def refuse_leaks(understood: Understood, mapping: Mapping) -> None:
    """Raises LeadsRefused if a criterion is answered by a suspect column and nobody insists on it."""
    used = {m.column for m in mapping.criteria if m.column} - set(mapping.insisted)
    for leak in leaks(understood, mapping, used) if used else ():
        raise LeadsRefused(f"{leak.sentence} Take another column for this criterion, or insist on it.")


def _why(raw: Raw, column: Column) -> str:
    """Why a column is suspect, as a sentence; empty if it is not."""
    return next((why for why in _reasons(raw, column) if why), "")


def _reasons(raw: Raw, column: Column) -> Iterator[str]:
    name = quoted(column.header)
    yield _filled(name, raw.filled(column.name))
    counts = column.distinct <= MOST_VALUES
    if counts and not sounds_early(column.header):
        yield _pure(raw, column)
    area = 0.0
    if column.type is Type.NUMBER:
        values, won, lost = raw.by_number(column.name)
        found = auc(values, won, lost)
        area = max(found, 1 - found)
    if counts:
        area = max(area, value_auc(*raw.by_value(column.name)[1:]))
    needed = SEPARATES_AND_SOUNDS if sounds_late(column.header) else SEPARATES
    sure = area - 1.96 * standard_error(area, raw.won, raw.lost)
    if area >= needed and sure >= LEAST_SURE:
        yield (
            f"{name} tells won leads from lost ones in {percent(area)} of pairs, better than what one knows "
            "before sales talks to a lead usually does: it looks as if it were known only afterwards."
        )


def _filled(name: str, filled: Filled) -> str:
    """Whether a column is filled mostly for leads that came to an end, or to one of the two ends."""
    ends = {"won": filled.won, "lost": filled.lost}
    decided = (filled.won + filled.lost) / 2
    pairs = [("won", filled.won, "lost", filled.lost), ("lost", filled.lost, "won", filled.won)]
    if filled.has_open and min(ends.values()) > 0:
        pairs.append(("decided", decided, "open", filled.open))
    for often, more, seldom, less in pairs:
        if more - less >= FILLED_GAP and more >= FILLED_MORE * less:
            return (
                f"{name} is filled for {percent(more)} of the {often} leads and {percent(less)} of the "
                f"{seldom} ones: it looks as if it were written down only afterwards."
            )
    return ""


def _pure(raw: Raw, column: Column) -> str:
    """Whether a frequent value is found among won leads only (or lost ones, where most are won)."""
    values, won, lost = raw.by_value(column.name)
    leads = (won + lost).sum(axis=1)
    for end, those, all_of in (("won", won, raw.won), ("lost", lost, raw.lost)):
        if all_of > (raw.won + raw.lost) / 2:
            continue
        for value, these, here in zip(values, those.sum(axis=1), leads, strict=True):
            found = share(int(these), int(here))
            pure = found.value >= PURE and found.low >= PURE_SURE
            if value.strip() and pure and these >= PURE_SHARE * all_of:
                return (
                    f"{percent(found.value)} of the decided leads with {quoted(value)} in "
                    f"{in_line(column.header)} were {end}: it looks as if it were known only afterwards."
                )
    return ""
