"""The frontier: what one team's agreement costs another's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np

from definitions.bridge.candidates import Compromise, Frontier
from definitions.bridge.card import Card, verdicts
from definitions.bridge.climbing import Worth, climbed
from definitions.bridge.leaning import Leaning
from definitions.bridge.population import Population
from definitions.bridge.room import Limits
from definitions.profiles import Decimals

WEIGHTS = (0.25, 0.5, 0.75)
"""How much of two teams' agreement is the first team's, from climb to climb."""
DIGITS = 9


def frontiers(
    start: Card, found: Iterable[Card], population: Population, leaning: Leaning, limits: Limits
) -> tuple[Frontier, ...]:
    """One frontier for each two heard teams, from all cards that climbs towards either of them pass.

    ``found``: cards known already, which may lie on it too.
    """
    passed = dict.fromkeys(found)
    for wanted in _wanted(len(leaning.teams)):
        passed.update(dict.fromkeys(climbed(start, start, population.leads, leaning, limits, value=wanted)))
    cards = tuple(passed)
    agreements = np.full((len(cards), max(leaning.teams) + 1), np.nan)
    for row, card in enumerate(cards):
        agreements[row, list(leaning.teams)] = leaning.agreement(verdicts(card, population.leads))
    return tuple(
        Frontier(a, b, _best(start, cards, agreements, a, b)) for a, b in combinations(leaning.teams, 2)
    )


def _wanted(teams: int) -> Iterator[Worth]:
    """What to climb for: each team alone, and each two in several measures."""
    for team in range(teams):
        yield _weighted({team: 1.0})
    for a, b in combinations(range(teams), 2):
        for weight in WEIGHTS:
            yield _weighted({a: weight, b: 1 - weight})


def _weighted(weights: dict[int, float]) -> Worth:
    def value(agreement: Decimals) -> Decimals:
        parts = [weight * agreement[..., team] for team, weight in weights.items()]
        return np.asarray(sum(parts))

    return value


def _best(
    start: Card, cards: tuple[Card, ...], agreements: Decimals, first: int, second: int
) -> tuple[Compromise, ...]:
    """The cards that no other one beats; of equals the one nearest to the start."""
    rounded = [tuple(round(each, DIGITS) for each in row) for row in agreements.tolist()]
    every = [
        Compromise(card, row[first], row[second], card.distance(start), row)
        for card, row in zip(cards, rounded, strict=True)
    ]
    kept: list[Compromise] = []
    for each in sorted(
        every, key=lambda c: (-c.first, -c.second, c.distance, c.card.threshold, c.card.points)
    ):
        if not kept or each.second > kept[-1].second:
            kept.append(each)
    return tuple(reversed(kept))
