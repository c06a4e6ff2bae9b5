"""The agenda: leads ranked by how far the teams dispute them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from definitions.calibration.votes import Tally
from definitions.profiles import Decimals


@dataclass(frozen=True)
class Dispute:
    """One lead: ``between`` and ``within`` are chances, from 0 to 1, that two people judge it otherwise.

    ``between``: of two teams, the mean over all pairs of teams that judged it; ``within``: of one team,
    the mean over these. Unsure counts as half to either side. ``leaning``: each team's share of yes, nan
    if it did not judge the lead.
    """

    lead: int
    between: float
    within: float
    leaning: tuple[float, ...]


def disputes(tally: Tally) -> tuple[Dispute, ...]:
    """Every judged lead, the most disputed between teams first; of equals the one most disputed within."""
    judged = np.flatnonzero(tally.judged.any(axis=0)).tolist()
    every = (_dispute(lead, tally.leaning[:, lead]) for lead in judged)
    return tuple(sorted(every, key=lambda each: (-each.between, -each.within, each.lead)))


def _dispute(lead: int, leaning: Decimals) -> Dispute:
    known = leaning[np.isfinite(leaning)].tolist()
    across = [_otherwise(a, b) for a, b in combinations(known, 2)]
    inside = [_otherwise(each, each) for each in known]
    return Dispute(lead, _mean(across), _mean(inside), tuple(leaning.tolist()))


def _otherwise(first: float, second: float) -> float:
    """The chance that one says yes and the other no."""
    return first * (1 - second) + second * (1 - first)


def _mean(values: list[float]) -> float:
    # Rounded, so that equals stay equal whatever the order in which they were added.
    return round(sum(values) / len(values), 12) if values else 0.0
