"""Mixes: whether two sets of leads come from other sources, or were qualified by others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, nan, pi, sqrt

import numpy as np

from definitions.phrases import quoted
from definitions.profiles import Integers

SURE, MUCH = 0.05, 0.05
"""A mix changed when chance gives it in less than 5 % of cases and 5 % of leads or more are elsewhere."""


@dataclass(frozen=True)
class Mix:
    """How far two mixes differ. ``variation``: the share of leads that would have to be elsewhere.

    ``name``: what moved most, with its shares ``before`` and ``after``; ``chance``: by the chi-square test.
    """

    what: str
    variation: float
    chance: float
    name: str
    before: float
    after: float

    @property
    def changed(self) -> bool:
        """Whether the mix surely changed, and by enough to matter."""
        return self.variation >= MUCH and self.chance < SURE

    @property
    def sentence(self) -> str:
        """What moved, in words."""
        moved = f"{quoted(self.name)} went from {round(100 * self.before)} % to {round(100 * self.after)} %"
        return f"The leads' {self.what} changed at the same time: {moved}."


def mix(what: str, names: Sequence[str], before: Integers, after: Integers) -> Mix:
    """How far the counts of two sets of leads by the same names differ.

    Variation: half the sum of the differences of shares (total variation distance). Chance: K. Pearson,
    Philosophical Magazine 50 (1900), 157-175.
    """
    both = np.array([before, after], float)
    totals = both.sum(axis=1, keepdims=True)
    if not totals.all():
        return Mix(what, nan, nan, "", nan, nan)
    parts = both / totals
    apart = np.abs(parts[0] - parts[1])
    most = int(apart.argmax())
    shares = (float(part) for part in parts[:, most])
    return Mix(what, float(apart.sum() / 2), _chance(both[:, both.any(axis=0)]), names[most], *shares)


def _chance(counts: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    return above(float(((counts - expected) ** 2 / expected).sum()), counts.shape[1] - 1)


def above(value: float, degrees: int) -> float:
    """How often a chi-square variable of so many degrees of freedom exceeds a value; 1 with none.

    Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.4.4 and 26.4.5.
    """
    if degrees < 1:
        return 1.0
    half = value / 2
    odd = degrees % 2
    term = sqrt(2 * value / pi) * exp(-half) if odd else exp(-half)
    total = erfc(sqrt(half)) if odd else 0.0
    for step in range((degrees - odd) // 2):
        total += term
        term *= value / (2 * step + 3 if odd else 2 * step + 2)
    return total
