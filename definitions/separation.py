"""How well a column tells won leads from lost ones."""

from __future__ import annotations

from math import nan, sqrt

import numpy as np

from definitions.profiles import Decimals, Integers


def auc(order: Decimals, won: Integers, lost: Integers) -> float:
    """The area under the ROC curve: how often a won lead lies above a lost one; equals count half.

    ``order``: n values, ``won`` and ``lost``: how many leads have each. nan without both kinds of leads.
    Mann and Whitney, Annals of Mathematical Statistics 18 (1947).
    """
    wins, losses = int(won.sum()), int(lost.sum())
    if not wins or not losses:
        return nan
    _, places = np.unique(order, return_inverse=True)
    above = np.bincount(places, weights=won)
    below = np.bincount(places, weights=lost)
    beaten = below.cumsum() - below / 2
    return float((above * beaten).sum() / (wins * losses))


def standard_error(area: float, wins: int, losses: int) -> float:
    """The standard error of such an area. Hanley and McNeil, Radiology 143 (1982), 29-36."""
    if not wins or not losses:
        return nan
    first, second = area / (2 - area), 2 * area**2 / (1 + area)
    spread = area * (1 - area) + (wins - 1) * (first - area**2) + (losses - 1) * (second - area**2)
    return sqrt(max(spread, 0.0) / (wins * losses))


def value_auc(won: Integers, lost: Integers) -> float:
    """The area of a column of values without an order, two halves of the leads apart.

    ``won``, ``lost``: values x 2 counts. Each half's values are put in order by the other half's win rates,
    so that a value of one lead only, such as an identifier, tells nothing.
    """
    areas = [_crossed(won, lost, half) for half in (0, 1)]
    return float(np.mean(areas))


def _crossed(won: Integers, lost: Integers, half: int) -> float:
    learned_won, learned = won[:, 1 - half], won[:, 1 - half] + lost[:, 1 - half]
    overall = learned_won.sum() / max(int(learned.sum()), 1)
    # One lead of average luck is added to each value, so that few leads do not make a rate extreme.
    rates = (learned_won + overall) / (learned + 1)
    return auc(rates, won[:, half], lost[:, half])
