"""Points fitted to what became of the leads: a logistic regression on their answers, rounded to points.

D. R. Cox, Journal of the Royal Statistical Society B 20 (1958), 215-242. Each answer is an indicator, each
combination of answers weighted by its wins and losses; the coefficients are rounded to a scale of points.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from definitions.grouping import groups, sums
from definitions.profiles import Decimals, Flags, Integers, Profiles

RIDGE = 1.0
"""The strength of the penalty that keeps a coefficient known from few leads small (scikit-learn's C)."""


@dataclass(frozen=True, eq=False)
class Answered:
    """Profiles without their months: n distinct combinations, an indicator a column for each answer.

    ``sizes``: how many columns each criterion has. ``given``: for each column whether any decided lead has
    that answer.
    """

    features: NDArray[np.float64]
    won: Integers
    lost: Integers
    sizes: tuple[int, ...]
    given: Flags


def answered(profiles: Profiles) -> Answered:
    """The profiles' leads by their answers alone."""
    first, group = groups(profiles.answers)
    given = profiles.answers[first]
    columns = [given[:, [c]] == np.arange(len(labels)) for c, labels in enumerate(profiles.labels)]
    won, lost = (sums(each, group, len(first)) for each in (profiles.won, profiles.lost))
    features = np.hstack(columns).astype(float)
    sizes = tuple(len(labels) for labels in profiles.labels)
    return Answered(features, won, lost, sizes, (won + lost) @ features > 0)


def fitted_points(leads: Answered, won: Integers, lost: Integers, highest: int) -> Integers:
    """The points of each column, fitted to some of the leads' wins and losses.

    Each criterion's worst answer gives 0, the best answers together ``highest``, but for rounding. Answers
    that no lead gave are neither; their points, 0, mean nothing.
    """
    ends = np.cumsum(leads.sizes)[:-1]
    parts = zip(np.split(_worth(leads, won, lost), ends), np.split(leads.given, ends), strict=True)
    above = [np.where(given, part - part[given].min(initial=np.inf), 0.0) for part, given in parts]
    most = sum(float(part.max()) for part in above)
    scale = max(highest, 1) / most if most > 0 else 0.0
    return np.rint(np.concatenate(above) * scale).astype(np.int64)


def _worth(leads: Answered, won: Integers, lost: Integers) -> Decimals:
    """The log-odds each answer adds to a lead that answers nothing, one number a column."""
    # Loading the library takes a second, which only those who ask for a second opinion should wait.
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    weights = np.concatenate([won, lost]).astype(float)
    outcomes = np.repeat([1, 0], len(won))
    used = weights > 0
    features = np.vstack([leads.features, leads.features])[used]
    # Few columns, many rows: Newton's steps with the whole curvature are few and cheap.
    model = LogisticRegression(C=RIDGE, solver="newton-cholesky", tol=1e-6)
    # Several threads gain nothing here, and wait for each other where other sessions keep the cores busy.
    with threadpool_limits(1):
        model.fit(features, outcomes[used], sample_weight=weights[used])
    return np.asarray(model.coef_[0], dtype=float)
