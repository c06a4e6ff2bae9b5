"""The exact search as an integer programme: its variables, what they may be, and what each is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.bridge.card import GATE_COUNTS_AS, NO_GATE, Card
from definitions.bridge.leaning import MEAN_COUNTS, Leaning
from definitions.bridge.room import Limits
from definitions.profiles import Decimals


@dataclass(frozen=True)
class Columns:
    """Where the programme's variables stand.

    Points of each answer and the threshold; how far each of these moves; one 0 or 1 for each possible gate
    (``gates``: criterion and level) and for each lead's verdict; and the lowest team's agreement.
    """

    gates: tuple[tuple[int, int], ...]
    answers: int
    leads: int

    @property
    def points(self) -> int:
        """The first answer's points."""
        return 0

    @property
    def moves(self) -> int:
        """How far the first answer's points move; the threshold's move is the last of these."""
        return self.answers + 1

    @property
    def gate(self) -> int:
        """The first possible gate."""
        return 2 * (self.answers + 1)

    @property
    def verdict(self) -> int:
        """The first lead's verdict."""
        return self.gate + len(self.gates)

    @property
    def lowest(self) -> int:
        """The lowest team's agreement."""
        return self.verdict + self.leads

    @property
    def count(self) -> int:
        """How many variables there are."""
        return self.lowest + 1


def columns_of(start: Card, leads: int) -> Columns:
    """The variables of a search from a card over so many leads."""
    return Columns(_possible_gates(start), sum(start.sizes), leads)


def _possible_gates(start: Card) -> tuple[tuple[int, int], ...]:
    """Criterion and level; the last answer is a gate only where it is one already."""
    return tuple(
        (criterion, level)
        for criterion, size in enumerate(start.sizes)
        for level in range(size)
        if level < size - 1 or start.gates[criterion] == level
    )


def gain(start: Card, votes: Leaning, columns: Columns, penalty: float) -> Decimals:
    """What is made as large as it can be, one factor a variable (what never changes is left out)."""
    gain = np.zeros(columns.count)
    gain[columns.lowest] = 1
    gain[columns.verdict : columns.lowest] = MEAN_COUNTS * (votes.yes - votes.no).mean(axis=0)
    gain[columns.moves : columns.gate] = -penalty
    for place, (criterion, level) in enumerate(columns.gates, columns.gate):
        now = start.gates[criterion]
        kept = 1 if now == level else 0 if now != NO_GATE else -1
        gain[place] = GATE_COUNTS_AS * penalty * kept
    return gain


def bounds(start: Card, limits: Limits, columns: Columns) -> tuple[Decimals, Decimals]:
    """The least and the most that each variable may be."""
    lower, upper = np.zeros(columns.count), np.ones(columns.count)
    flat, answers = start.flat, columns.answers
    lower[:answers] = np.minimum(limits.lowest, flat)
    upper[:answers] = np.maximum(limits.highest, flat)
    criteria = len(start.sizes)
    lower[answers] = min(start.threshold, criteria * int(min(lower[:answers].min(), 0)))
    upper[answers] = max(start.threshold, criteria * int(max(upper[:answers].max(), 0)) + 1)
    upper[columns.moves : columns.gate] = upper[: answers + 1] - lower[: answers + 1]
    return lower, upper
