"""Logistic regression with normal priors, where the posterior is highest.

Newton's method with line search; the negative log-posterior is convex, so there is one highest place.
Source: C. M. Bishop, Pattern Recognition and Machine Learning, Springer 2006, sections 4.3.3 and 4.5.1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.profiles import Decimals

MOST_STEPS, SMALLEST_STEP, CLOSE = 50, 1e-6, 1e-8


@dataclass(frozen=True, eq=False)
class Prior:
    """Independent normal priors: middle and precision (one by the variance), one entry a parameter."""

    middle: Decimals
    precision: Decimals


def chance(log_odds: Decimals) -> Decimals:
    """The logistic function, for any size of number."""
    return np.asarray(0.5 * (1 + np.tanh(log_odds / 2)))


def loss(found: Decimals, features: Decimals, votes: Decimals, prior: Prior) -> float:
    """The negative log-posterior, up to a constant. ``features``: votes x parameters; votes from 0 to 1."""
    log_odds = features @ found
    likely = np.logaddexp(0, log_odds) - votes * log_odds
    return float(likely.sum() + 0.5 * prior.precision @ (found - prior.middle) ** 2)


def most_likely(features: Decimals, votes: Decimals, prior: Prior) -> Decimals:
    """The parameters where the posterior is highest; without votes the prior's middle."""
    found = prior.middle.copy()
    before = loss(found, features, votes, prior)
    for _ in range(MOST_STEPS):
        step = _newton(found, features, votes, prior)
        after = loss(found - step, features, votes, prior)
        while after > before and np.abs(step).max() > SMALLEST_STEP:
            step = step / 2
            after = loss(found - step, features, votes, prior)
        if after >= before - CLOSE:
            break
        found, before = found - step, after
    return found


def _newton(found: Decimals, features: Decimals, votes: Decimals, prior: Prior) -> Decimals:
    """The full step: the inverse of the curvature times the slope."""
    chances = chance(features @ found)
    slope = features.T @ (chances - votes) + prior.precision * (found - prior.middle)
    curve = (features.T * (chances * (1 - chances))) @ features + np.diag(prior.precision)
    return np.asarray(np.linalg.solve(curve, slope))
