"""Why a column looks as if it were known only after sales touched the lead, said as sentences.

Nothing is said unless the lower end of an interval says it too. Many columns are looked at, and one of them
is striking by luck alone: so the intervals are those that hold for all columns together, except for a
column whose name speaks of something late.
"""

from __future__ import annotations

from collections.abc import Iterator

from data.importing.understood import Column, Type
from data.outcome_counts import Filled, Raw
from definitions.findings import percent
from definitions.intervals import Z_95, Estimate, difference, share, z_of_several
from definitions.phrases import in_line, quoted
from definitions.separation import auc, standard_error, value_auc
from definitions.suspects import sounds_late

SEPARATES, SURE = 0.8, 0.77
"""The area under the ROC curve from which a column is suspect, and what its lower end must reach."""
SEPARATES_LATE, SURE_LATE = 0.7, 0.65
"""The same for a column whose name is suspect as well."""
MOST_VALUES = 1_000
FILLED_MORE, FILLED_GAP, FILLED_SURE = 5, 0.3, 0.1
"""How many times as often, by how much, and by how much at least a column must be filled for one end."""
PURE, PURE_SURE, PURE_SHARE = 0.99, 0.92, 0.1
"""The share of a value's leads that were won (or lost), the lower end of that, its part of all those."""


def reasons(raw: Raw, column: Column, looks: int) -> Iterator[str]:
    """Why a column is suspect, the plainest reason first. ``looks``: how many columns are looked at."""
    late = sounds_late(column.header)
    z = Z_95 if late else z_of_several(looks)
    yield from _filled(quoted(column.header), raw.filled(column.name), z)
    if column.distinct <= MOST_VALUES:
        yield from _pure(raw, column, 1 if late else looks)
    area = _area(raw, column)
    separates, sure = (SEPARATES_LATE, SURE_LATE) if late else (SEPARATES, SURE)
    # The error of an area that is only just not suspect: that of a large one found by luck is too small.
    if area >= separates and area - z * standard_error(sure, raw.won, raw.lost) >= sure:
        yield (
            f"{quoted(column.header)} tells won leads from lost ones in {percent(area)} of pairs, better "
            "than what one knows before sales talks to a lead usually does: it looks as if it were known "
            "only afterwards."
        )


def _area(raw: Raw, column: Column) -> float:
    """How well the column tells won leads from lost ones, by its numbers or by its values."""
    area = 0.5
    if column.type is Type.NUMBER:
        found = auc(*raw.by_number(column.name))
        area = max(found, 1 - found)
    if column.distinct <= MOST_VALUES:
        area = max(area, value_auc(*raw.by_value(column.name)[1:]))
    return area


def _filled(name: str, filled: Filled, z: float) -> Iterator[str]:
    """Whether a column is filled mostly for leads that came to an end, or to one of the two ends."""
    won, lost = share(*filled.won, z), share(*filled.lost, z)
    pairs = [("won", won, "lost", lost), ("lost", lost, "won", won)]
    if min(won.value, lost.value) > 0 and filled.open[1]:
        decided = share(filled.won[0] + filled.lost[0], filled.won[1] + filled.lost[1], z)
        pairs.append(("decided", decided, "open", share(*filled.open, z)))
    for often, more, seldom, less in pairs:
        if _much_more(more, less):
            yield (
                f"{name} is filled for {percent(more.value)} of the {often} leads and {percent(less.value)} "
                f"of the {seldom} ones: it looks as if it were written down only afterwards."
            )


def _much_more(more: Estimate, less: Estimate) -> bool:
    apart = difference(more, less)
    return apart.value >= FILLED_GAP and more.value >= FILLED_MORE * less.value and apart.low >= FILLED_SURE


def _pure(raw: Raw, column: Column, looks: int) -> Iterator[str]:
    """Whether a frequent value is found among won leads only (or lost ones, where most are won)."""
    values, won, lost = raw.by_value(column.name)
    leads = (won + lost).sum(axis=1)
    for end, those, all_of in (("won", won.sum(axis=1), raw.won), ("lost", lost.sum(axis=1), raw.lost)):
        if all_of > (raw.won + raw.lost) / 2:
            continue
        frequent = those >= PURE_SHARE * all_of
        z = z_of_several(looks * max(int(frequent.sum()), 1)) if looks > 1 else Z_95
        for place in frequent.nonzero()[0]:
            found = share(int(those[place]), int(leads[place]), z)
            if values[place].strip() and found.value >= PURE and found.low >= PURE_SURE:
                yield (
                    f"{percent(found.value)} of the decided leads with {quoted(values[place])} in "
                    f"{in_line(column.header)} were {end}: it looks as if it were known only afterwards."
                )
