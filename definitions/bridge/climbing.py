"""Hill climbing: from a card to better ones, one point, gate or step of the threshold at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from definitions.bridge.card import GATE_COUNTS_AS, NO_GATE, Card, failing, places, totals
from definitions.bridge.leaning import Leaning, worth
from definitions.bridge.room import Limits
from definitions.profiles import Decimals, Integers

PENALTY = 0.002
"""What a changed point costs, as a share of agreement."""
STEPS = (-2, -1, 1, 2)
MOST_MOVES = 60
BETTER = 1e-9

Worth = Callable[[Decimals], Decimals]
"""What agreements (cards x teams) are worth: one number a card."""


@dataclass(frozen=True, eq=False)
class Cards:
    """Many cards: ``points`` cards x answers, ``thresholds`` cards, ``gates`` cards x criteria."""

    points: Integers
    thresholds: Integers
    gates: Integers

    def card(self, place: int, sizes: tuple[int, ...]) -> Card:
        """One of them."""
        return Card.of(self.points[place], int(self.thresholds[place]), self.gates[place].tolist(), sizes)

    def distances(self, start: Card) -> Integers:
        """How far each lies from a card: points changed, a gate counting as three."""
        points = np.abs(self.points - start.flat).sum(axis=1) + np.abs(self.thresholds - start.threshold)
        gates = (self.gates != np.array(start.gates)).sum(axis=1)
        return np.asarray(points + GATE_COUNTS_AS * gates)


def neighbours(card: Card, limits: Limits) -> Cards:
    """The cards one move away: points of one answer, the threshold, or one gate; within the limits."""
    flat, gates = card.flat, np.array(card.gates)
    points, thresholds, gated = [], [], []
    for place, step in ((p, s) for p in range(len(flat)) for s in STEPS):
        if limits.lowest <= flat[place] + step <= limits.highest:
            points.append(flat + step * (np.arange(len(flat)) == place))
    thresholds = [card.threshold + step for step in STEPS]
    for criterion, size in enumerate(card.sizes):
        for level in (level for level in range(NO_GATE, size - 1) if level != gates[criterion]):
            gated.append(np.where(np.arange(len(gates)) == criterion, level, gates))
    a, b, c = len(points), len(thresholds), len(gated)
    return Cards(
        np.array([*points, *[flat] * (b + c)]),
        np.array([*[card.threshold] * a, *thresholds, *[card.threshold] * c]),
        np.array([*[gates] * (a + b), *gated]),
    )


def climbed(
    begin: Card,
    start: Card,
    leads: Integers,
    leaning: Leaning,
    limits: Limits,
    penalty: float = PENALTY,
    value: Worth = worth,
) -> tuple[Card, ...]:
    """The way up: each card better than the one before, the last one with no better neighbour.

    Better is what agreement is worth, less the penalty for each point away from ``start``.
    """
    placed = places(leads, begin.sizes)
    way = [begin]
    best = -np.inf
    for _ in range(MOST_MOVES):
        around = neighbours(way[-1], limits)
        found = value(_agreements(around, leads, placed, leaning)) - penalty * around.distances(start)
        if best == -np.inf:
            own = Cards(begin.flat[None], np.array([begin.threshold]), np.array([begin.gates]))
            best = float(
                (value(_agreements(own, leads, placed, leaning)) - penalty * own.distances(start))[0]
            )
        place = int(np.argmax(np.round(found, 9)))
        if found[place] <= best + BETTER:
            break
        best = float(found[place])
        way.append(around.card(place, begin.sizes))
    return tuple(way)


def _agreements(cards: Cards, leads: Integers, placed: Integers, leaning: Leaning) -> Decimals:
    qualified = totals(cards.points, placed) >= cards.thresholds[:, None]
    return leaning.agreement(qualified & ~failing(leads, cards.gates))
