"""A scorecard as plain numbers: points by answer, a threshold, gates; and its verdict on many leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from definitions.profiles import Flags, Integers

Numbers = TypeVar("Numbers", np.int64, np.float64)

NO_GATE = -1
GATE_COUNTS_AS = 3
"""How many changed points a gate that is set, moved or lifted counts as."""


@dataclass(frozen=True)
class Card:
    """Points for each criterion's answers, best answer first; qualified from ``threshold``.

    ``gates``: one number a criterion, the index of the lowest answer that passes, -1 for no gate. A lead that
    does not answer gets 0 points and passes no gate.
    """

    points: tuple[tuple[int, ...], ...]
    threshold: int
    gates: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.gates) != len(self.points):
            raise ValueError("a card needs one gate, or -1, for each criterion")
        if any(gate >= size for gate, size in zip(self.gates, self.sizes, strict=True)):
            raise ValueError("a gate names an answer that is not there")

    @classmethod
    def of(cls, flat: Integers, threshold: int, gates: Sequence[int], sizes: Sequence[int]) -> Self:
        """A card from the points of all answers in one row, criterion after criterion."""
        ends = list(accumulate(sizes))
        parts = (flat[end - size : end] for end, size in zip(ends, sizes, strict=True))
        return cls(
            tuple(tuple(int(p) for p in part) for part in parts), int(threshold), tuple(map(int, gates))
        )

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many answers each criterion has."""
        return tuple(len(points) for points in self.points)

    @property
    def flat(self) -> Integers:
        """The points of all answers in one row."""
        return np.array([p for points in self.points for p in points], dtype=np.int64)

    def distance(self, other: Card) -> int:
        """Points changed, the threshold's included; a gate counts as three."""
        gates = sum(mine != theirs for mine, theirs in zip(self.gates, other.gates, strict=True))
        points = int(np.abs(self.flat - other.flat).sum())
        return points + abs(self.threshold - other.threshold) + GATE_COUNTS_AS * gates


def places(answers: Integers, sizes: Sequence[int]) -> Integers:
    """Where each answer stands in a row of all answers, leads x criteria; past the end if not answered."""
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    return np.where(answers < 0, int(sum(sizes)), answers + begins)


def totals(flat: NDArray[Numbers], placed: Integers) -> NDArray[Numbers]:
    """Each lead's points: ``flat`` may have rows of several cards; cards x leads or leads out."""
    padded = np.concatenate([flat, np.zeros((*flat.shape[:-1], 1), dtype=flat.dtype)], axis=-1)
    return np.asarray(padded[..., placed].sum(axis=-1))


def failing(answers: Integers, gates: Integers) -> Flags:
    """Which leads fail some gate; ``gates`` one row a card (or person): rows x leads out."""
    rows = np.atleast_2d(gates)[:, None, :]
    passed = (rows == NO_GATE) | ((answers >= 0) & (answers <= rows))
    return np.asarray(~passed.all(axis=-1))


def verdicts(card: Card, answers: Integers) -> Flags:
    """Which leads, given by their answers (leads x criteria), the card qualifies."""
    enough = totals(card.flat, places(answers, card.sizes)) >= card.threshold
    return np.asarray(enough & ~failing(answers, np.array(card.gates))[0])
