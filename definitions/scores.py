"""Scores: the points and gates of many leads at once, by a scorecard, from their profiles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.criteria import Criterion
from definitions.profiles import Flags, Integers, Profiles
from definitions.scorecard import Scorecard
from definitions.texts import fold_name


@dataclass(frozen=True, eq=False)
class Scores:
    """Points and gates of n profiles: ``points`` n integers, ``passes`` n flags (every gate passed)."""

    points: Integers
    passes: Flags

    def qualified(self, scorecard: Scorecard) -> Flags:
        """Which profiles qualify at the scorecard's threshold."""
        return self.passes & (self.points >= scorecard.threshold.qualified_from)

    def nurtured(self, scorecard: Scorecard) -> Flags:
        """Which profiles lie in the nurture band; none where there is no band."""
        lowest = scorecard.threshold.nurture_from
        if lowest is None:
            return np.zeros(len(self.points), dtype=bool)
        return self.passes & (self.points >= lowest) & ~self.qualified(scorecard)


def scores(profiles: Profiles, scorecard: Scorecard) -> Scores:
    """Points and gates of every profile; a criterion the leads do not answer gives 0 and fails its gate."""
    points = np.zeros(len(profiles.leads), dtype=np.int64)
    passes = np.ones(len(profiles.leads), dtype=bool)
    columns = {fold_name(name): place for place, name in enumerate(profiles.criteria)}
    for criterion in scorecard.criteria:
        place = columns.get(fold_name(criterion.name))
        if place is None:
            passes &= criterion.passes(None)
            continue
        worth, passing = _tables(criterion, profiles.labels[place])
        points += worth[profiles.answers[:, place]]
        if criterion.gate is not None:
            passes &= passing[profiles.answers[:, place]]
    return Scores(points, passes)


def _tables(criterion: Criterion, labels: tuple[str, ...]) -> tuple[Integers, Flags]:
    """Points and gate by answer index; the last entry is for -1, which numpy reads as the last."""
    known = {fold_name(label): label for label in criterion.labels}
    answers = [known.get(fold_name(label)) for label in labels] + [None]
    worth = np.array([criterion.points(answer) for answer in answers], dtype=np.int64)
    return worth, np.array([criterion.passes(answer) for answer in answers], dtype=bool)


def unanswered(profiles: Profiles, scorecard: Scorecard) -> tuple[str, ...]:
    """The criteria that no lead answers: what a what-if says of them is worth nothing."""
    known = {
        fold_name(name)
        for place, name in enumerate(profiles.criteria)
        if profiles.leads[profiles.answers[:, place] >= 0].any()
    }
    return tuple(c.name for c in scorecard.criteria if fold_name(c.name) not in known)
