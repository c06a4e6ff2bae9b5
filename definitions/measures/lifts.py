"""Lifts: how much more often leads with an answer are accepted, or won, than all other leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, log, nan, sqrt

from definitions.intervals import Z_95, Estimate
from definitions.measures.evidence import Rate

SURE = 0.05
"""How often anything at all may be called a lift where there is none."""


@dataclass(frozen=True)
class Lift:
    """One answer (``None``: not answered) against the rest. ``ratio``: of their shares.

    ``chance``: how often chance would give as far a ratio, this answer looked at alone.
    """

    label: str | None
    own: Rate
    rest: Rate
    ratio: Estimate
    chance: float


def lift(label: str | None, own: Rate, rest: Rate) -> Lift:
    """The ratio of two shares with its log interval, and its two-sided chance by the same distribution.

    exp(ln(p/q) ± z √(1/a - 1/n + 1/b - 1/m)): D. Katz and others, Biometrics 34 (1978), 469-474. Where
    nothing was hit half a lead is added to each number: S. D. Walter, Biometrika 62 (1975), 371-374.
    """
    if not own.of or not rest.of or not own.hits + rest.hits:
        return Lift(label, own, rest, Estimate(nan, nan, nan), nan)
    more = 0.0 if own.hits and rest.hits else 0.5
    a, n, b, m = own.hits + more, own.of + more, rest.hits + more, rest.of + more
    far, error = log(a / n) - log(b / m), sqrt(max(1 / a - 1 / n + 1 / b - 1 / m, 0.0))
    ratio = Estimate(exp(far), exp(far - Z_95 * error), exp(far + Z_95 * error))
    return Lift(label, own, rest, ratio, erfc(abs(far) / error / sqrt(2)) if error else 1.0)


def holm(chances: Sequence[float]) -> list[float]:
    """The chances corrected for how many were looked at; nan stays nan and counts for nothing.

    Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65-70.
    """
    ascending = sorted((place for place, p in enumerate(chances) if p == p), key=lambda place: chances[place])
    corrected, worst = [nan] * len(chances), 0.0
    for step, place in enumerate(ascending):
        worst = max(worst, min(1.0, (len(ascending) - step) * chances[place]))
        corrected[place] = worst
    return corrected
