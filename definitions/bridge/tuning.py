"""Threshold-only tuning: the simplest bridge, points and gates left as they are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from definitions.bridge.card import Card, failing, places, totals
from definitions.bridge.leaning import Leaning
from definitions.profiles import Integers

EXACT_PENALTY = 0.005
"""What a changed point costs where the raw votes decide, as a share of agreement."""


def tuned(start: Card, answers: Integers, votes: Leaning, penalty: float = EXACT_PENALTY) -> Card:
    """The start card with the threshold that the raw votes like best; the nearest of equals."""
    points = totals(start.flat, places(answers, start.sizes))
    # Just at a lead's points, or just above: the nearest thresholds that treat this lead the other way.
    tried = np.unique(np.concatenate([points, points + 1, [start.threshold]]))
    tried = tried[np.argsort(np.abs(tried - start.threshold), kind="stable")]
    qualified = (points >= tried[:, None]) & ~failing(answers, np.array(start.gates))
    value = votes.value(qualified) - penalty * np.abs(tried - start.threshold)
    return replace(start, threshold=int(tried[int(np.argmax(np.round(value, 9)))]))
