"""Tables of counts: leads counted once by small codes, so that no measure looks at a lead again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

import numpy as np

from definitions.measures.journeys import Codes
from definitions.profiles import Decimals, Flags, Integers

DENSE = 1 << 24
"""Up to so many combinations a place is kept for each; with more, those that occur are sorted."""


@dataclass(frozen=True, eq=False)
class Table:
    """One row a combination of codes that occurs; -1: unknown. ``leads``: how many; ``sums``: over them."""

    columns: Mapping[str, Integers]
    leads: Integers
    sums: Mapping[str, Decimals] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Integers:
        return self.columns[name]

    def only(self, rows: Flags) -> Table:
        """The same rows, with nothing counted in those that are not chosen."""
        sums = {name: np.where(rows, values, 0.0) for name, values in self.sums.items()}
        return Table(self.columns, np.where(rows, self.leads, 0), sums)

    def count(self, rows: Flags) -> int:
        """How many leads the chosen rows hold."""
        return int(self.leads[rows].sum())

    def by(self, codes: Integers, size: int, rows: Flags | None = None) -> Integers:
        """Leads by a code of each row, ``size`` numbers; rows of unknown code are left out."""
        chosen = codes >= 0 if rows is None else rows & (codes >= 0)
        return np.rint(np.bincount(codes[chosen], self.leads[chosen], size)).astype(np.int64)

    def by_two(self, codes: Integers, size: int, others: Integers, other_size: int) -> Integers:
        """Leads by two codes, ``size`` x ``other_size`` numbers; rows of unknown code are left out."""
        chosen = (codes >= 0) & (others >= 0)
        slots = codes[chosen] * other_size + others[chosen]
        found = np.bincount(slots, self.leads[chosen], size * other_size)
        return np.rint(found).astype(np.int64).reshape(size, other_size)


@dataclass(frozen=True, eq=False)
class Distinct:
    """The combinations of codes that occur (m), and which of them each of n rows has."""

    columns: Mapping[str, Integers]
    rows: Codes
    size: int


Columns = Mapping[str, tuple[Codes, int]]
"""Columns of n codes, each with how many different ones there can be; -1 comes besides."""


def distinct(columns: Columns) -> Distinct:
    """Which combinations of codes occur, in ascending order."""
    keys, sizes = _keys(columns), _sizes(columns)
    if (total := prod(sizes)) > DENSE:
        found, rows = np.unique(keys, return_inverse=True)
        return Distinct(_unpacked(found, columns), rows, len(found))
    seen = np.zeros(total, bool)
    seen[keys] = True
    found = np.flatnonzero(seen)
    places = np.zeros(total, np.int32)
    places[found] = np.arange(len(found), dtype=np.int32)
    return Distinct(_unpacked(found, columns), places[keys], len(found))


def table(columns: Columns, rows: Flags | None = None, sums: Mapping[str, Decimals] | None = None) -> Table:
    """The leads (of the chosen rows only) counted by their codes, and what is summed over them."""
    # Places are looked up several times as fast as flags.
    chosen = None if rows is None or rows.all() else np.flatnonzero(rows)
    keys = _keys(columns) if chosen is None else _keys(columns)[chosen]
    of = {name: v if chosen is None else v[chosen] for name, v in (sums or {}).items()}
    places: Integers | slice = slice(None)
    if (total := prod(_sizes(columns))) > DENSE:
        names, keys = np.unique(keys, return_inverse=True)
        leads = np.bincount(keys, minlength=len(names))
    else:
        leads = np.bincount(keys, minlength=total)
        names = places = np.flatnonzero(leads)
    totals = {name: _sums(keys, values, len(leads))[places] for name, values in of.items()}
    return Table(_unpacked(names, columns), leads[places], totals)


def _sums(keys: Integers, values: Decimals, size: int) -> Decimals:
    return np.bincount(keys, values, size).astype(float, copy=False)


def _sizes(columns: Columns) -> Sequence[int]:
    return [size + 1 for _, size in columns.values()]


def _keys(columns: Columns) -> Codes:
    """One number for each row's combination: mixed radix, unknown first. In 32 bits where that will do."""
    wide = np.int32 if prod(_sizes(columns)) < 1 << 31 else np.int64
    (codes, _), *others = columns.values()
    keys: Codes = codes.astype(wide)
    keys += 1
    for codes, size in others:
        keys *= size + 1
        keys += codes.astype(wide, copy=False)
        keys += 1
    return keys


def _unpacked(keys: Integers, columns: Columns) -> dict[str, Integers]:
    found: dict[str, Integers] = {}
    for name, (_, size) in reversed(list(columns.items())):
        keys, code = np.divmod(keys, size + 1)
        found[name] = code - 1
    return found
