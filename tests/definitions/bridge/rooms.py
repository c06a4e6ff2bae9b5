"""Rooms made at random, for properties of the bridge search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from definitions.bridge.card import NO_GATE, Card
from definitions.bridge.room import Proposals, Room
from definitions.profiles import Decimals, Integers

TEAMS = 3


def card(points: Sequence[Sequence[int]], threshold: int, gates: Sequence[int] | None = None) -> Card:
    """A card, without gates unless they are given."""
    return Card(tuple(map(tuple, points)), threshold, tuple(gates or [NO_GATE] * len(points)))


def room(
    seed: int,
    leads: int = 16,
    people: int = 9,
    criteria: int = 4,
    unanimous: bool = False,
    cards: bool = True,
) -> Room:
    """A room of three teams, each of which likes other criteria; everybody has judged every lead."""
    random = np.random.default_rng(seed)
    sizes = [3] * criteria
    answers = random.integers(-1, 3, (leads, criteria))
    teams = np.arange(people) % TEAMS
    weights = random.gamma(2, 1, (1 if unanimous else TEAMS, criteria))[teams % (1 if unanimous else TEAMS)]
    worth = np.where(answers < 0, 0, 2 - answers) @ weights.T
    votes = (worth > np.median(worth, axis=0)).T.astype(float)
    if not unanimous:
        votes = np.where(random.random(votes.shape) < 0.1, random.choice([0.0, 0.5, 1.0], votes.shape), votes)
    present = card([[5, 3, 0]] * criteria, 4 * criteria)
    proposals = _proposals(random, weights, sizes) if cards else None
    return Room(answers, votes, teams, present, proposals)


def _proposals(random: np.random.Generator, weights: Decimals, sizes: list[int]) -> Proposals:
    points = np.repeat(weights, sizes, axis=1) * np.tile([2, 1, 0], len(sizes))
    points = np.rint(points + random.normal(0, 0.5, points.shape)).clip(0, 10)
    gates = np.where(random.random(weights.shape) < 0.1, 1, NO_GATE)
    return Proposals(points, np.rint(points.sum(axis=1) / 2), gates)


def shuffled(found: Room, people: Integers) -> Room:
    """The same room, its people in another order."""
    own = found.proposals
    other = own and Proposals(own.points[people], own.thresholds[people], own.gates[people])
    return replace(found, votes=found.votes[people], teams=found.teams[people], proposals=other)


SEEDS = st.integers(0, 10_000)
ROOMS = st.builds(
    room, SEEDS, st.integers(1, 16), st.integers(3, 9), st.integers(1, 5), st.booleans(), st.booleans()
)
