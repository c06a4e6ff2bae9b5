"""Which leads are judged blind: some of each stratum, drawn by a seed, so that a draw can be repeated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.bridge.scorecards import answers_of, card_of
from definitions.calibration.strata import Stratum, strata
from definitions.profiles import Decimals, Integers, Profiles
from definitions.scorecard import Scorecard

HURRIED, FEWEST, USUAL, MOST = 8, 12, 16, 20
"""How many leads are judged: when there is hardly any time, at least, usually, and at most."""


@dataclass(frozen=True)
class DrawnLead:
    """A lead to judge: its answer for each criterion of the scorecard (``None``: not answered).

    ``indexes``: the same as indexes, -1 where not answered. ``leads``: how many leads of the set gave just
    these answers.
    """

    answers: tuple[str | None, ...]
    indexes: tuple[int, ...]
    stratum: Stratum
    leads: int


@dataclass(frozen=True)
class Drawn:
    """The leads of a calibration in the order they are shown, and the criteria their answers belong to."""

    criteria: tuple[str, ...]
    leads: tuple[DrawnLead, ...]

    @property
    def answers(self) -> Integers:
        """Leads x criteria, the indexes of the answers."""
        rows = [lead.indexes for lead in self.leads]
        return np.array(rows, dtype=np.int64).reshape(len(rows), len(self.criteria))


def draw(profiles: Profiles, scorecard: Scorecard, seed: int, count: int = USUAL) -> Drawn:
    """Leads for a calibration: a quarter of each stratum, others in place of those that are missing.

    Within a stratum what more leads answer is drawn more often; the same answers never twice. Fewer leads
    than asked for only where the set has no more different answers. The order says nothing about the
    strata.
    """
    if not HURRIED <= count <= MOST:
        raise ValueError(f"between {HURRIED} and {MOST} leads are judged")
    answers, leads = distinct(profiles, scorecard)
    kinds = strata(answers, card_of(scorecard))
    random = np.random.default_rng(seed)
    chosen = random.permutation(_chosen(random, kinds, leads.astype(float), count))
    return Drawn(
        tuple(criterion.name for criterion in scorecard.criteria),
        tuple(_lead(scorecard, answers[place], kinds[place], int(leads[place])) for place in chosen.tolist()),
    )


def distinct(profiles: Profiles, scorecard: Scorecard) -> tuple[Integers, Integers]:
    """The different answers of leads to a scorecard's criteria, leads x criteria, and how many gave each."""
    answers = answers_of(profiles, scorecard)
    used = profiles.leads > 0
    different, place = np.unique(answers[used], axis=0, return_inverse=True)
    counts = np.zeros(len(different), dtype=np.int64)
    np.add.at(counts, place.reshape(-1), profiles.leads[used])
    return different, counts


def _chosen(
    random: np.random.Generator, kinds: tuple[Stratum, ...], leads: Decimals, count: int
) -> list[int]:
    """Places drawn: an equal part of each stratum first, then whatever is left."""
    every = np.array(kinds)
    chosen: list[int] = []
    for position, stratum in enumerate(Stratum):
        part = count * (position + 1) // len(Stratum) - count * position // len(Stratum)
        chosen += _some(random, np.flatnonzero(every == stratum), leads, part)
    left = np.setdiff1d(np.arange(len(every)), chosen)
    return chosen + _some(random, left, leads, count - len(chosen))


def _some(random: np.random.Generator, places: Integers, leads: Decimals, count: int) -> list[int]:
    weights = leads[places]
    most = min(count, len(places))
    if not most:
        return []
    return [int(p) for p in random.choice(places, most, replace=False, p=weights / weights.sum())]


def _lead(scorecard: Scorecard, indexes: Integers, stratum: Stratum, leads: int) -> DrawnLead:
    labels = tuple(
        criterion.labels[index] if index >= 0 else None
        for criterion, index in zip(scorecard.criteria, indexes.tolist(), strict=True)
    )
    return DrawnLead(labels, tuple(indexes.tolist()), stratum, leads)
