"""A second opinion: a points scorecard fitted to what became of the leads, beside the agreed points.

How well points tell wins from losses is the area under the curve (AUC): how often a win has more points than
a loss. The fitted points are judged only on leads that they were not fitted to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from data.fitting import Answered, answered, fitted_points
from data.ranking import Ranking, mean_ranking, ranking
from definitions.intervals import Estimate
from definitions.profiles import Flags, Integers, Profiles
from definitions.resampling import SEED
from definitions.scorecard import Scorecard
from definitions.scores import scores
from definitions.threshold import Threshold

FOLDS = 5
FEWEST = 25
"""With fewer wins or fewer losses nothing is fitted: five of each in every fold are the least to judge by."""
LITTLE = 0.65
"""An area below this is of little use."""
ANY_THRESHOLD = Threshold(qualified_from=0)
"""The second opinion is on points; which of them are enough makes no difference to it."""


@dataclass(frozen=True)
class SecondOpinion:
    """What the outcomes say the answers are worth.

    ``points``: criterion -> answer -> points, without answers that no lead gave; none if no criterion helps.
    ``fitted``: the AUC of such points on leads they were not fitted to; ``agreed``: that of the points on the
    table, a failed gate ranking below all points.
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


def second_opinion(profiles: Profiles, scorecard: Scorecard) -> SecondOpinion | None:
    """The outcomes' own scorecard; ``None`` with too few wins or losses: not enough data."""
    won, lost = int(profiles.won.sum()), int(profiles.lost.sum())
    if min(won, lost) < FEWEST:
        return None
    leads = answered(profiles)
    judged = _judged(leads, scorecard.highest).interval
    found = SecondOpinion({}, judged, _agreed(profiles, scorecard).interval, won, lost)
    if not found.helps:
        return found
    points = fitted_points(leads, leads.won, leads.lost, scorecard.highest)
    return replace(found, points=_named(profiles, points, leads.given))


def _judged(leads: Answered, highest: int) -> Ranking:
    """Points fitted to four fifths of the leads, judged on the last fifth, five times over."""
    random = np.random.default_rng(SEED)
    fifths = np.full(FOLDS, 1 / FOLDS)
    won, lost = random.multinomial(leads.won, fifths), random.multinomial(leads.lost, fifths)
    rankings = []
    for fold in range(FOLDS):
        points = fitted_points(leads, leads.won - won[:, fold], leads.lost - lost[:, fold], highest)
        rankings.append(ranking(leads.features @ points, won[:, fold], lost[:, fold]))
    return mean_ranking(rankings)


def _agreed(profiles: Profiles, scorecard: Scorecard) -> Ranking:
    scored = scores(profiles, scorecard)
    points = np.where(scored.passes, scored.points, scorecard.lowest - 1)
    return ranking(points.astype(float), profiles.won, profiles.lost)


def _named(profiles: Profiles, points: Integers, given: Flags) -> dict[str, dict[str, int]]:
    columns = zip(points.tolist(), given.tolist(), strict=True)
    return {
        name: {label: worth for label, (worth, used) in zip(labels, columns, strict=False) if used}
        for name, labels in zip(profiles.criteria, profiles.labels, strict=True)
    }


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
