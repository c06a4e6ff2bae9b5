"""What kind of lead each is for a scorecard: sure, unsure, around the threshold, contradictory."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from definitions.bridge.card import Card, failing, places, totals
from definitions.profiles import NOT_ANSWERED, Flags, Integers

NEAR = 0.25
"""The share of leads, those nearest to the threshold, that counts as around it."""
MIXED = 1 / 3
"""So large a part of a lead's answers must be the best, and as large a part the worst, to contradict."""
MISSING = 0.25
"""From this share of questions without an answer on a lead is unsure."""


class Stratum(StrEnum):
    """One kind of lead."""

    CONTRADICTORY = "contradictory"
    UNSURE = "unsure"
    AROUND = "around the threshold"
    SURE = "sure"


def strata(answers: Integers, card: Card) -> tuple[Stratum, ...]:
    """The stratum of each lead (leads x criteria), the first of these that fits.

    Contradictory: points enough but a gate failed, or a third of the answers the best and a third the
    worst. Unsure: a quarter of the questions not answered. Around: among the quarter of leads nearest to
    the threshold in points. Sure: the rest.
    """
    points = totals(card.flat, places(answers, card.sizes))
    distance = np.abs(points - card.threshold)
    near = distance <= np.quantile(distance, NEAR) if len(distance) else distance < 0
    gated = (points >= card.threshold) & failing(answers, np.array(card.gates))[0]
    unsure = (answers == NOT_ANSWERED).mean(axis=1) >= MISSING
    kinds = np.select(
        [gated | mixed(answers, card), unsure, near],
        [Stratum.CONTRADICTORY, Stratum.UNSURE, Stratum.AROUND],
        Stratum.SURE,
    )
    return tuple(Stratum(kind) for kind in kinds.tolist())


def mixed(answers: Integers, card: Card) -> Flags:
    """Which leads have many of the best answers and many of the worst, by their points."""
    best, worst = (np.zeros(answers.shape, dtype=bool) for _ in range(2))
    for criterion, points in enumerate(card.points):
        worth = np.array([*points, 0])[answers[:, criterion]]
        differ, given = max(points) > min(points), answers[:, criterion] != NOT_ANSWERED
        best[:, criterion] = given & differ & (worth == max(points))
        worst[:, criterion] = given & differ & (worth == min(points))
    return np.asarray((best.mean(axis=1) >= MIXED) & (worst.mean(axis=1) >= MIXED))
