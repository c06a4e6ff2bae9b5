"""A second opinion: a points scorecard fitted to what became of the leads, beside the agreed points.

A logistic regression (D. R. Cox, Journal of the Royal Statistical Society B 20 (1958), 215-242) on the
answers, each an indicator, each profile weighted by its wins and losses; its coefficients are rounded to the
scale of the agreed points. How well points tell wins from losses is the area under the curve (AUC): how often
a win has more points than a loss. The fitted points are judged only on leads that they were not fitted to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.ranking import Ranking, mean_ranking, ranking
from definitions.intervals import Estimate
from definitions.profiles import Decimals, Integers, Profiles
from definitions.resampling import SEED
from definitions.scorecard import Scorecard
from definitions.scores import scores

FOLDS = 5
FEWEST = 25
"""With fewer wins or fewer losses nothing is fitted: five of each in every fold are the least to judge by."""
LITTLE = 0.65
"""An area below this is of little use."""
RIDGE = 1.0
"""The strength of the penalty that keeps a coefficient known from few leads small (scikit-learn's C)."""


@dataclass(frozen=True)
class SecondOpinion:
    """What the outcomes say the answers are worth.

    ``points``: criterion -> answer -> points, none if no criterion helps. ``fitted``: the AUC of such points
    on leads they were not fitted to; ``agreed``: that of the points on the table, a failed gate ranking below
    all points.
    """

    points: Mapping[str, Mapping[str, int]]
    fitted: Estimate
    agreed: Estimate
    won: int
    lost: int

    @property
    def helps(self) -> bool:
        """Whether the fitted points tell wins from losses better than chance."""
        return self.fitted.low > 0.5


@dataclass(frozen=True, eq=False)
class _Answered:
    """Profiles without their months: n distinct combinations, an indicator a column for each answer."""

    features: NDArray[np.float64]
    won: Integers
    lost: Integers


def second_opinion(profiles: Profiles, scorecard: Scorecard) -> SecondOpinion | None:
    """The outcomes' own scorecard; ``None`` with too few wins or losses: not enough data."""
    won, lost = int(profiles.won.sum()), int(profiles.lost.sum())
    if min(won, lost) < FEWEST:
        return None
    answered = _answered(profiles)
    sizes = [len(labels) for labels in profiles.labels]
    judged = _judged(answered, sizes, scorecard.highest)
    points = _points(_coefficients(answered, answered.won, answered.lost), sizes, scorecard.highest)
    found = SecondOpinion({}, judged.interval, _agreed(profiles, scorecard).interval, won, lost)
    return (
        SecondOpinion(_named(profiles, points), found.fitted, found.agreed, won, lost)
        if found.helps
        else found
    )


def _answered(profiles: Profiles) -> _Answered:
    sizes = np.array([len(labels) + 1 for labels in profiles.labels], dtype=np.int64)
    steps = np.concatenate([[1], np.cumprod(sizes[:-1])])
    keys, place = np.unique((profiles.answers + 1) @ steps, return_inverse=True)
    indexes = keys[:, None] // steps % sizes - 1
    columns = [indexes[:, [c]] == np.arange(len(labels)) for c, labels in enumerate(profiles.labels)]
    won, lost = (
        np.bincount(place, each, len(keys)).astype(np.int64) for each in (profiles.won, profiles.lost)
    )
    return _Answered(np.hstack(columns).astype(float), won, lost)


def _coefficients(answered: _Answered, won: Integers, lost: Integers) -> Decimals:
    """The log-odds each answer adds to a lead that answers nothing, one number a column."""
    # Loading the library takes a second, which only those who ask for a second opinion should wait.
    from sklearn.linear_model import LogisticRegression

    weights = np.concatenate([won, lost]).astype(float)
    outcomes = np.repeat([1, 0], len(won))
    used = weights > 0
    features = np.vstack([answered.features, answered.features])[used]
    model = LogisticRegression(C=RIDGE, max_iter=1_000)
    model.fit(features, outcomes[used], sample_weight=weights[used])
    return np.asarray(model.coef_[0], dtype=float)


def _points(coefficients: Decimals, sizes: list[int], highest: int) -> list[Integers]:
    """The coefficients as points: each criterion's worst answer 0, the best answers together ``highest``."""
    parts = np.split(coefficients, np.cumsum(sizes)[:-1])
    above = [part - part.min() for part in parts]
    most = sum(float(part.max()) for part in above)
    scale = max(highest, 1) / most if most > 0 else 0.0
    return [np.rint(part * scale).astype(np.int64) for part in above]


def _judged(answered: _Answered, sizes: list[int], highest: int) -> Ranking:
    """Points fitted to four fifths of the leads, judged on the last fifth, five times over."""
    random = np.random.default_rng(SEED)
    won, lost = (
        random.multinomial(each, np.full(FOLDS, 1 / FOLDS)) for each in (answered.won, answered.lost)
    )
    rankings = []
    for fold in range(FOLDS):
        rest = (answered.won - won[:, fold], answered.lost - lost[:, fold])
        points = _points(_coefficients(answered, *rest), sizes, highest)
        total = answered.features @ np.concatenate(points)
        rankings.append(ranking(total, won[:, fold], lost[:, fold]))
    return mean_ranking(rankings)


def _agreed(profiles: Profiles, scorecard: Scorecard) -> Ranking:
    scored = scores(profiles, scorecard)
    points = np.where(scored.passes, scored.points, scorecard.lowest - 1)
    return ranking(points.astype(float), profiles.won, profiles.lost)


def _named(profiles: Profiles, points: list[Integers]) -> dict[str, dict[str, int]]:
    named = zip(profiles.criteria, profiles.labels, points, strict=True)
    return {name: dict(zip(labels, worth.tolist(), strict=True)) for name, labels, worth in named}


def opinion_sentence(found: SecondOpinion | None) -> str:
    """The finding: whether outcomes back the agreed points, or any points at all."""
    if found is None:
        return (
            f"Not enough data for a second opinion: it takes {FEWEST} leads that were won and {FEWEST} lost."
        )
    if not found.helps:
        little = " There are too few wins to rule out a little help." if found.fitted.high > LITTLE else ""
        return f"No criterion helps here: points fitted to the outcomes do no better than chance.{little}"
    return (
        f"Of 100 pairs of a win and a loss, points fitted to the outcomes put the win first in "
        f"{_of_100(found.fitted)}, the agreed points in {_of_100(found.agreed)}. Chance does in 50."
    )


def _of_100(area: Estimate) -> str:
    value, low, high = (round(each * 100) for each in area)
    return f"{value} ({low} to {high})"
