"""The answers that best tell one team's yes from another's.

An answer's pull on a team is the team's share of yes (unsure as half) on leads that gave it, less the
share on leads that did not. Where an answer pulls two teams apart, their definitions differ; that one
team says yes more often to everything does not count. The interval is from the bootstrap over leads,
those with the answer and those without it drawn apart. Many answers are looked at: by chance alone one in
twenty shows a difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import nan

import numpy as np

from definitions.calibration.votes import Tally
from definitions.intervals import Estimate
from definitions.profiles import NOT_ANSWERED, Decimals, Flags, Integers
from definitions.resampling import DRAWS, SEED, percentile_interval

FEWEST = 3
"""So many leads with an answer, and as many without, must both teams have judged."""


@dataclass(frozen=True)
class Contrast:
    """How much more an answer pulls the first team to yes than the second; ``answer`` -1: not answered.

    ``difference``: from -2 to 2, nan where there is not enough data. ``with_it``, ``without``: leads that
    both teams judged.
    """

    first: int
    second: int
    criterion: int
    answer: int
    difference: Estimate
    with_it: int
    without: int

    @property
    def enough(self) -> bool:
        """Whether there is enough data to say anything."""
        return min(self.with_it, self.without) >= FEWEST

    @property
    def sure(self) -> bool:
        """Whether the interval leaves no doubt on which side of 0 the difference lies."""
        return self.enough and (self.difference.low > 0 or self.difference.high < 0)


def contrasts(answers: Integers, sizes: Sequence[int], tally: Tally) -> tuple[Contrast, ...]:
    """For each two teams every answer that some lead gave: the surest first, those without enough data last.

    ``answers``: leads x criteria, indexes, -1 not answered; ``sizes``: how many answers each criterion has.
    """
    leaning = tally.leaning
    every = [
        _contrast(leaning[[first, second]], first, second, criterion, answer, answers[:, criterion] == answer)
        for first, second in combinations(range(len(leaning)), 2)
        for criterion, size in enumerate(sizes)
        for answer in range(NOT_ANSWERED, size)
        if (answers[:, criterion] == answer).any()
    ]
    return tuple(sorted(every, key=_order))


def _contrast(
    leaning: Decimals, first: int, second: int, criterion: int, answer: int, given: Flags
) -> Contrast:
    both = np.isfinite(leaning).all(axis=0)
    apart = leaning[0] - leaning[1]
    having, lacking = apart[both & given], apart[both & ~given]
    difference = Estimate(nan, nan, nan)
    if min(len(having), len(lacking)) >= FEWEST:
        random = np.random.default_rng(SEED)
        drawn = _drawn_means(random, having) - _drawn_means(random, lacking)
        difference = percentile_interval(float(having.mean() - lacking.mean()), drawn)
    return Contrast(first, second, criterion, answer, difference, len(having), len(lacking))


def _drawn_means(random: np.random.Generator, values: Decimals) -> Decimals:
    return np.asarray(random.choice(values, (DRAWS, len(values))).mean(axis=1))


def _order(contrast: Contrast) -> tuple[bool, bool, float, int, int]:
    size = abs(contrast.difference.value) if contrast.enough else 0.0
    return (not contrast.enough, not contrast.sure, -round(size, 9), contrast.criterion, contrast.answer)
