"""The five promises of qualifying leads: a baseline and now, and honest where either is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from definitions.measures.closing import closing_of_all
from definitions.measures.counting import Counted
from definitions.measures.evidence import FEWEST
from definitions.measures.gains import HIGHER_IS_BETTER, UNITS, Gain
from definitions.phrases import number
from definitions.profiles import Integers


class Turn(StrEnum):
    """Which way a promise went."""

    BETTER = "better"
    SAME = "the same"
    WORSE = "worse"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Promised:
    """One promise; ``None``: unknown. Single numbers have no interval: a change is told and not judged."""

    gain: Gain
    baseline: float | None
    now: float | None

    @property
    def turn(self) -> Turn:
        """Which way it went."""
        if self.baseline is None or self.now is None:
            return Turn.UNKNOWN
        if self.now == self.baseline:
            return Turn.SAME
        return Turn.BETTER if (self.now > self.baseline) == (self.gain in HIGHER_IS_BETTER) else Turn.WORSE

    @property
    def change(self) -> float | None:
        """By which part of the baseline it changed; ``None`` where unknown or without end."""
        if self.baseline is None or self.now is None or not self.baseline:
            return None
        return self.now / self.baseline - 1


Numbers = Mapping[Gain, float]


def five_promises(baseline: Numbers, now: Numbers) -> tuple[Promised, ...]:
    """All five; what is entered goes before what is computed, which is for the caller to merge."""
    return tuple(Promised(gain, _finite(baseline.get(gain)), _finite(now.get(gain))) for gain in Gain)


def computed(counted: Counted) -> dict[Gain, float]:
    """What the leads themselves tell: median days to win, revenue a month; of ten won leads or more."""
    everything = closing_of_all(counted)
    months = sum(1 for each in counted.states.by(_months(counted), len(counted.cells.months)) if each)
    found = {}
    if everything.won.hits >= FEWEST and isfinite(everything.days_to_win):
        found[Gain.CYCLE] = everything.days_to_win
    if everything.priced >= FEWEST and months:
        found[Gain.REVENUE] = everything.revenue / months
    return found


def _months(counted: Counted) -> Integers:
    return counted.cells.month[counted.states["cell"]]


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def promise_sentence(found: Promised) -> str:
    """One promise in words."""
    name = found.gain.value.capitalize()
    if found.baseline is None or found.now is None:
        missing = {(True, True): "baseline and now are", (True, False): "the baseline is"}
        which = missing.get((found.baseline is None, found.now is None), "the present value is")
        return f"{name}: {which} unknown."
    before, now = written(found.baseline), written(found.now)
    return f"{name}: {before} before, {now} now ({UNITS[found.gain]}): {found.turn}."


def written(value: float) -> str:
    """Four digits of a number are enough to be told."""
    told = float(f"{value:.4g}")
    return number(int(told)) if told.is_integer() else f"{told:g}"
