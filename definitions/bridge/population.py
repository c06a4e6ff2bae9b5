"""The leads for which agreement is expected: those of a pool, or the judged ones recombined.

Sixteen leads are too few to climb on: a card can be bent around them. Without a pool each judged lead is
also combined with each other one, every second answer taken from it. Measured in simulated rooms, this gives
nearly all that a real pool gives, while the agreement it expects is lower by one to two points.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.bridge.room import Room
from definitions.profiles import Decimals, Integers

JUDGED_SHARE = 0.25
"""How much the judged leads themselves count beside the recombined ones."""
MOST_ROWS = 1_024


@dataclass(frozen=True, eq=False)
class Population:
    """Leads x criteria, and the share of all leads that each stands for."""

    leads: Integers
    shares: Decimals


def population(room: Room) -> Population:
    """The room's pool; without one, or an empty one, the judged leads and their combinations."""
    if room.pool is not None and len(room.pool):
        return _thinned(room.pool, np.ones(len(room.pool)) if room.weights is None else room.weights)
    judged = len(room.answers)
    if judged < 2:
        return Population(room.answers, np.ones(judged))
    mixed = _recombined(room.answers)
    shares = [np.full(judged, JUDGED_SHARE / judged), np.full(len(mixed), (1 - JUDGED_SHARE) / len(mixed))]
    return Population(np.concatenate([room.answers, mixed]), np.concatenate(shares))


def _thinned(leads: Integers, weights: Decimals) -> Population:
    """The different leads of a pool; of very many, those at even steps through all, in order of answers."""
    different, place = np.unique(leads, axis=0, return_inverse=True)
    shares = np.bincount(place.reshape(-1), weights=weights / weights.sum()).astype(float)
    if len(different) <= MOST_ROWS:
        return Population(different, shares)
    steps = (np.arange(MOST_ROWS) + 0.5) / MOST_ROWS
    chosen, times = np.unique(np.searchsorted(shares.cumsum(), steps), return_counts=True)
    return Population(different[chosen], np.asarray(times / MOST_ROWS, dtype=float))


def _recombined(answers: Integers) -> Integers:
    """Each lead with every second answer of another; of each other one, unless there are very many."""
    leads, criteria = answers.shape
    own = np.arange(criteria) % 2 == 0
    shifts = range(1, max(2, min(leads, MOST_ROWS // leads)))
    return np.concatenate([np.where(own, answers, np.roll(answers, shift, axis=0)) for shift in shifts])
