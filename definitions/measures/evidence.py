"""Evidence: a share with its interval, whether it holds what was promised, and whether we can know yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import nan, sqrt

from definitions.intervals import Z_95, Estimate, share
from definitions.phrases import number

FEWEST = 10
"""On fewer leads than this no share is told."""
CLOSE = 0.05
"""An interval that ends within five points on either side is narrow enough to know."""
GAP = 0.10
"""While too little is known, leads needed are reckoned for telling the target from this much less."""
MOST_LEADS = 1 << 20


class Light(StrEnum):
    """Whether a promise is kept."""

    GREEN = "kept"
    AMBER = "below the promise"
    RED = "far below the promise"
    UNKNOWN = "cannot know yet"


@dataclass(frozen=True)
class Rate:
    """A share of leads with Wilson's interval of 95 %; nan, from 0 to 1, of none."""

    hits: int
    of: int

    @property
    def share(self) -> Estimate:
        """The share, between 0 and 1."""
        return share(self.hits, self.of)

    @property
    def enough(self) -> bool:
        """Whether there are leads enough to tell it at all."""
        return self.of >= FEWEST

    @property
    def words(self) -> str:
        """As it stands in a sentence: "82 % (74 to 88) of 151 leads"."""
        if not self.enough:
            return f"not enough data ({number(self.hits)} of {number(self.of)} leads)"
        return f"{percent(self.share)} of {number(self.of)} leads"


def percent(found: Estimate) -> str:
    """A share and its interval in whole percent: "82 % (74 to 88)"."""
    value, low, high = (round(100 * each) for each in found)
    return f"{value} % ({low} to {high})"


def known(found: Rate, target: float) -> bool:
    """Whether we can know if a target is met: its interval excludes it, or ends within five points."""
    return found.enough and _tells(found.hits / found.of, found.of, target)


def light(found: Rate, target: float, amber: float) -> Light:
    """Green at the target and above, amber from ``amber``, else red; unknown where we cannot know yet.

    Below the target without doubt, it is amber or red by the share itself.
    """
    if not known(found, target):
        return Light.UNKNOWN
    if found.share.value >= target:
        return Light.GREEN
    return Light.AMBER if found.share.value >= amber else Light.RED


def more_needed(found: Rate, target: float) -> int:
    """How many more leads it takes until we know, should they fare like those so far; 0 where we know.

    With fewer than ten leads so far: until the target could be told from a share ten points below it, either
    way. About 70 leads tell 90 % from 80 %.
    """
    if known(found, target):
        return 0
    likely = found.hits / found.of if found.enough else None
    low, high = max(found.of, FEWEST), MOST_LEADS
    while low < high:
        middle = (low + high) // 2
        told = _tells_apart(middle, target) if likely is None else _tells(likely, middle, target)
        low, high = (low, middle) if told else (middle + 1, high)
    return low - found.of


def mean(total: float, squared: float, of: int) -> Estimate:
    """The mean of so many numbers with its normal interval, from their sum and sum of squares; nan of few."""
    if of < FEWEST:
        return Estimate(total / of if of else nan, nan, nan)
    value = total / of
    spread = Z_95 * sqrt(max(squared - of * value**2, 0.0) / (of - 1) / of)
    return Estimate(value, value - spread, value + spread)


def _tells(likely: float, leads: int, target: float) -> bool:
    found = share(likely * leads, leads)
    return not found.low <= target <= found.high or max(found.high - likely, likely - found.low) <= CLOSE


def _tells_apart(leads: int, target: float) -> bool:
    lower = max(target - GAP, 0.0)
    return share(target * leads, leads).low > lower and share(lower * leads, leads).high < target
