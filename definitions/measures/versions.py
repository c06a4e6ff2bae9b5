"""Versions: leads under one version of the definition against those under the next, and what else changed."""

from __future__ import annotations

from dataclasses import dataclass

from definitions.intervals import Estimate, difference
from definitions.measures.acceptance import acceptance_rate
from definitions.measures.closing import Closing, Group, closing, closing_of_all
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate
from definitions.measures.mixes import Mix, mix
from definitions.phrases import in_line, number

HORIZON = 90
"""Days after MQL by which the share of won leads is compared."""


@dataclass(frozen=True, eq=False)
class Version:
    """One version's leads: acceptance, what closes, and acceptance by month cohort."""

    name: str
    acceptance: Rate
    closing: Closing
    by_month: tuple[tuple[str, Rate], ...]


@dataclass(frozen=True, eq=False)
class Compared:
    """Two versions; differences are the later less the earlier, Newcombe's intervals.

    ``won``: of the shares won by the same age in ``days``, so that young leads are not held against the
    later one; nan where ages do not allow. ``mixes``: what surely changed at the same time.
    """

    before: Version
    after: Version
    acceptance: Estimate
    days: int
    won: Estimate
    mixes: tuple[Mix, ...]

    @property
    def enough(self) -> bool:
        """Whether both have decided leads enough to be compared."""
        return self.before.acceptance.enough and self.after.acceptance.enough

    @property
    def claimed(self) -> bool:
        """Whether acceptance surely differs, and nothing else is seen that may explain it."""
        return self.enough and not self.mixes and not self.acceptance.low <= 0 <= self.acceptance.high


def compared(counted: Counted, before: str, after: str) -> Compared:
    """One version against a later one."""
    old, new = (of_version(counted, name) for name in (before, after))
    one, other = (version(each, name) for each, name in ((old, before), (new, after)))
    curves = one.closing.by_age, other.closing.by_age
    days = min(HORIZON, *(curve.known_to for curve in curves))
    return Compared(
        one,
        other,
        difference(other.acceptance.share, one.acceptance.share),
        days,
        difference(curves[1].at(days), curves[0].at(days)),
        tuple(found for found in _mixes(old, new) if found.changed),
    )


def of_version(counted: Counted, name: str) -> Counted:
    """The same tables with nothing counted but leads under one version."""
    cells = counted.cells
    return counted.of(cells.version == cells.versions.index(name))


def version(counted: Counted, name: str) -> Version:
    """What is known of the counted leads, which are all of one version."""
    months = {group.name: group.accepted for group in closing(counted, Group.MONTH)}
    by_month = tuple((month, months[month]) for month in counted.cells.months if month in months)
    return Version(name, acceptance_rate(counted), closing_of_all(counted), by_month)


def _mixes(old: Counted, new: Counted) -> tuple[Mix, ...]:
    cells = old.cells
    columns = (
        ("sources", cells.sources, cells.source),
        ("ways of being qualified", cells.qualifiers, cells.qualified_by),
    )
    return tuple(
        mix(what, names, *(each.states.by(codes[each.states["cell"]], len(names)) for each in (old, new)))
        for what, names, codes in columns
        if names
    )


def version_sentence(found: Compared) -> str:
    """How acceptance differs, in words; a change of mix is told and nothing is claimed."""
    one, other = in_line(found.before.name), in_line(found.after.name)
    if not found.enough:
        return f"There is not enough data to compare version {other} with {one}."
    said = f"Under version {other} sales accepted {found.after.acceptance.words}, under {one} "
    said += f"{found.before.acceptance.words}: {_points(found.acceptance)}."
    if found.mixes:
        told = " ".join(each.sentence for each in found.mixes)
        return f"{said} {told} So the difference is not put down to the definition."
    if found.claimed:
        return f"{said} We see nothing else that changed."
    return f"{said} Whether they differ we cannot know yet."


def _points(found: Estimate) -> str:
    value, low, high = (number(round(100 * each)) for each in found)
    return f"{value} points apart ({low} to {high})"
