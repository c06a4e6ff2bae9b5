"""Simulated rooms for measuring the bridge search. What is assumed:

- Leads are made up: six to eight criteria with three or four ordered answers. A lead has a quality (normal),
  and each answer follows it with noise of the same size; one answer in twelve is missing.
- Everybody judges by their own weights. A weight for each criterion is shared by all (log-normal); each team
  multiplies it by a log-normal factor and shifts where it begins to say yes, both the more the greater the
  conflict; each person does the same to a lesser degree. Answers are worth from all of a criterion's weight
  down to nothing, bent by the team. A team may insist on one gate, more often the greater the conflict.
- Where a person begins to say yes lies about the best two fifths of leads. A yes has a logistic chance of
  the worth above it; half of the judgements whose chance lies between 40 and 60 % are "unsure". A lead that
  fails the team's gate is a yes once in fifty.
- Own cards say what people think they weigh: their weights with log-normal error, in whole points up to 10.
  Their thresholds are off by an error of their own and by one that all of a room share. One person in six
  proposes no card. Of those who insist on a gate two in three name it.
- There are 3 to 12 people of marketing, 3 to 8 of sales, 2 to 5 executives.
- Fresh leads are other draws of the same kind. Agreement is the chance that a member of the team judges as
  the card does, so that no luck of single votes is in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from definitions.bridge.card import Card, failing, places, totals
from definitions.bridge.leaning import Leaning
from definitions.bridge.room import Proposals, Room
from definitions.profiles import Decimals, Integers

Random = np.random.Generator
TEAM_SIZES = ((3, 12), (3, 8), (2, 5))
FRESH, POOL = 400, 300
CLASSIC = (5, 3, 1, 0)
"""The points of the classic card, best answer first; it qualifies from four fifths of the most."""


class Conflict(StrEnum):
    """How far the teams lie apart."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


APART = {Conflict.LOW: 0.15, Conflict.MEDIUM: 0.35, Conflict.HIGH: 0.8}
WITHIN, CARD_ERROR, SHARPNESS = 0.25, 0.35, 5.0


@dataclass(frozen=True, eq=False)
class Minds:
    """What people really go by: ``worth`` people x answers, ``bars`` people, ``gates`` people x criteria."""

    worth: Decimals
    bars: Decimals
    gates: Integers
    teams: Integers

    def chances(self, leads: Integers, sizes: tuple[int, ...]) -> Decimals:
        """The chance of a yes, people x leads."""
        margin = totals(self.worth, places(leads, sizes)) - self.bars[:, None]
        spread = max(float(margin.std()), 1e-6)
        chances = 1 / (1 + np.exp(-SHARPNESS * margin / spread))
        return np.asarray(np.where(failing(leads, self.gates), 0.02, chances))

    def leaning(self, leads: Integers, sizes: tuple[int, ...]) -> Leaning:
        """How far each team really leans on these leads."""
        chances = self.chances(leads, sizes)
        teams = tuple(range(int(self.teams.max()) + 1))
        yes = np.array([chances[self.teams == team].mean(axis=0) for team in teams]) / len(leads)
        return Leaning(yes, 1 / len(leads) - yes, teams)


@dataclass(frozen=True, eq=False)
class Simulated:
    """A room, what its people really go by, and leads nobody judged."""

    room: Room
    minds: Minds
    fresh: Integers


def simulated(seed: int, conflict: Conflict, judged: int = 16) -> Simulated:
    """One room; the same seed always gives the same."""
    random = np.random.default_rng([seed, list(Conflict).index(conflict)])
    sizes = tuple(int(n) for n in random.integers(3, 5, int(random.integers(6, 9))))
    fresh = leads(random, FRESH, sizes)
    minds = _minds(random, sizes, conflict, fresh)
    answers = leads(random, judged, sizes)
    votes = _votes(random, minds.chances(answers, sizes))
    pool = leads(random, POOL, sizes)
    room = Room(answers, votes, minds.teams, classic(sizes), _proposals(random, minds, sizes), pool)
    return Simulated(room, minds, fresh)


def classic(sizes: tuple[int, ...]) -> Card:
    """The classic card for any criteria: 5, 3, 1, 0 points, qualified from four fifths."""
    points = tuple((*CLASSIC[: size - 1], 0) for size in sizes)
    return Card(points, 4 * len(sizes), (-1,) * len(sizes))


def leads(random: Random, count: int, sizes: tuple[int, ...]) -> Integers:
    """Made-up leads, count x criteria."""
    quality = random.normal(size=(count, 1))
    signal = (quality + random.normal(size=(count, len(sizes)))) / np.sqrt(2)
    ranks = 0.5 * (1 + np.tanh(0.8 * signal))
    answers = np.floor((1 - ranks) * np.array(sizes)).clip(0, np.array(sizes) - 1).astype(np.int64)
    return np.where(random.random(answers.shape) < 1 / 12, -1, answers)


def _minds(random: Random, sizes: tuple[int, ...], conflict: Conflict, known: Integers) -> Minds:
    apart = APART[conflict]
    counts = [int(random.integers(low, high + 1)) for low, high in TEAM_SIZES]
    teams = np.repeat(np.arange(len(counts)), counts)
    shared = np.exp(random.normal(0, 0.5, len(sizes)))
    by_team = shared * np.exp(random.normal(0, apart, (len(counts), len(sizes))))
    weights = by_team[teams] * np.exp(random.normal(0, WITHIN, (len(teams), len(sizes))))
    bends = np.exp(random.normal(0, apart, (len(counts), len(sizes))))[teams]
    worth = np.hstack([
        weights[:, [k]] * np.linspace(1, 0, size) ** bends[:, [k]] for k, size in enumerate(sizes)
    ])  # fmt: skip
    scores = totals(worth, places(known, sizes))
    shift = random.normal(0, apart, len(counts))[teams] + random.normal(0, WITHIN, len(teams))
    bars = np.quantile(scores, 0.6, axis=1) + shift * scores.std(axis=1)
    return Minds(worth, bars, _gates(random, sizes, apart, len(counts))[teams], teams)


def _gates(random: Random, sizes: tuple[int, ...], apart: float, teams: int) -> Integers:
    gates = np.full((teams, len(sizes)), -1)
    for team in range(teams):
        if random.random() < apart:
            place = int(random.integers(len(sizes)))
            gates[team, place] = sizes[place] - 2
    return gates


def _votes(random: Random, chances: Decimals) -> Decimals:
    votes = (random.random(chances.shape) < chances).astype(float)
    torn = (np.abs(chances - 0.5) < 0.1) & (random.random(chances.shape) < 0.5)
    return np.asarray(np.where(torn, 0.5, votes))


def _proposals(random: Random, minds: Minds, sizes: tuple[int, ...]) -> Proposals:
    people = len(minds.teams)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    said = minds.worth * np.exp(random.normal(0, CARD_ERROR, (people, len(sizes))))[:, owner]
    scale = 10 / said.max(axis=1, keepdims=True)
    points = np.rint(said * scale)
    error = (random.normal(0, CARD_ERROR) + random.normal(0, CARD_ERROR, people)) * minds.bars / 3
    thresholds = np.rint((minds.bars * (said.sum(axis=1) / minds.worth.sum(axis=1)) + error) * scale[:, 0])
    named = (minds.gates >= 0) & (random.random(minds.gates.shape) < 2 / 3)
    silent = random.random(people) < 1 / 6
    points[silent], thresholds[silent] = np.nan, np.nan
    return Proposals(points, thresholds, np.where(named, minds.gates, -1))
