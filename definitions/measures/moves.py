"""Moves from one stage to another, counted: after how many days, and how long each lead could be watched."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.measures.ages import Ages
from definitions.measures.journeys import Codes
from definitions.measures.survival import Curve, moved_by_age
from definitions.measures.tables import Table, table
from definitions.profiles import Flags, Integers


@dataclass(frozen=True, eq=False)
class Moves:
    """``ages``: columns cell, days, moved. ``watched``: columns cell, days from the beginning until now."""

    ages: Table
    watched: Table

    def only(self, cells: Flags) -> Moves:
        """Nothing counted but the chosen cells."""
        return Moves(self.ages.only(cells[self.ages["cell"]]), self.watched.only(cells[self.watched["cell"]]))

    @property
    def curve(self) -> Curve:
        """The share that has moved by age, of all that are counted."""
        days = self._days
        moved, waiting = (self.ages.by(self.ages["days"], days, self.ages["moved"] == bit) for bit in (1, 0))
        return moved_by_age(moved, waiting, down(self.watched.by(self.watched["days"], days)))

    @property
    def _days(self) -> int:
        return int(self.watched["days"].max(initial=0)) + 1

    def moved(self, group: Integers, size: int) -> Integers:
        """How many moved at each age, a row for each of some groups of cells; -1: in no group."""
        codes = np.where(self.ages["moved"] == 1, group[self.ages["cell"]], -1)
        return self.ages.by_two(codes, size, self.ages["days"], self._days)

    def curves(self, group: Integers, size: int) -> list[Curve]:
        """A curve for each of some groups of cells; -1: in no group."""
        days = self._days
        at = self.ages["days"] * 2 + self.ages["moved"]
        counts = self.ages.by_two(group[self.ages["cell"]], size, at, days * 2)
        watched = self.watched.by_two(group[self.watched["cell"]], size, self.watched["days"], days)
        return moved_by_age(counts[:, 1::2], counts[:, ::2], down(watched)).rows()


def moves(cells: Codes, size: int, ages: Ages) -> Moves:
    """The moves of leads; ``cells``: n, each lead's, of so many."""
    cell = {"cell": (cells[ages.rows], size)}
    longest = int(ages.watched.max(initial=0)) + 1
    moved = (ages.moved.view(np.int8), 2)
    return Moves(
        table({**cell, "days": (ages.days, longest), "moved": moved}),
        table({**cell, "days": (ages.watched, longest)}),
    )


def down(counts: Integers) -> Integers:
    """How many there are at each place or beyond."""
    return counts[..., ::-1].cumsum(axis=-1)[..., ::-1]


def first_age(moved: Integers, part: float) -> float:
    """The first age by which a part of those who moved had done so; nan when nobody did."""
    so_far = moved.cumsum()
    return float(np.searchsorted(so_far, part * so_far[-1] - 1e-9)) if so_far[-1] else np.nan
