"""What a what-if found, in sentences."""

from __future__ import annotations

from math import isnan

from definitions.flips import Flips
from definitions.intervals import Estimate
from definitions.phrases import listed, number, points
from definitions.profiles import Profiles
from definitions.simulation import Figures

FEW_WINS = 30
"""Below this many won leads a share's 95 % interval spans 25 points and more, at its widest."""


def percent(share: float) -> str:
    """A share as whole percent, on one line: "81 %"."""
    return f"{share * 100:.0f}\u00a0%"


def percent_range(share: Estimate) -> str:
    """A share's interval: "74 to 87 %"."""
    return f"{share.low * 100:.0f} to {percent(share.high)}"


def count_range(count: Estimate) -> str:
    """A count's interval: "105 to 132"."""
    return f"{number(round(count.low))} to {number(round(count.high))}"


def rate(mean: float) -> str:
    """A mean number of leads in a time, with one decimal below ten: "115", "3.4", "less than 0.1"."""
    if round(mean) >= 10 or mean == 0:
        return number(round(mean))
    return f"{mean:.1f}" if mean >= 0.05 else "less than 0.1"


def finding(figures: Figures, qualified_from: int) -> str:
    """The finding at one threshold: how many leads go to sales and how many wins they bring."""
    leads = figures.qualified / figures.leads if figures.leads else 0.0
    start = f"From {points(qualified_from)}, {percent(leads)} of the leads go to sales"
    if isnan(figures.wins_kept.value):
        return f"{start}."
    return f"{start} and bring {percent(figures.wins_kept.value)} of the wins."


def evidence(profiles: Profiles) -> str:
    """How far the leads' outcomes can be trusted, as a sentence; empty when there is nothing to warn of."""
    won, lost = int(profiles.won.sum()), int(profiles.lost.sum())
    if not won and not lost:
        return "No lead in this set has an outcome yet: not enough data to say what is won or missed."
    if not won:
        return "No lead in this set was won: not enough data to say which wins are kept."
    if won < FEW_WINS:
        were = "was" if won == 1 else "were"
        return f"Only {number(won)} of these leads {were} won, so the intervals are wide."
    return ""


def flips_sentence(flips: Flips, profiles: Profiles) -> str:
    """What changes from one scorecard to another: "Changes the verdict of 41 of 312 leads a week; ..."."""
    if not flips.changed:
        return "No lead gets another verdict."
    parts = [_changed(flips, profiles), *_known_outcomes(flips)]
    return f"{'; '.join(parts)}."


def _changed(flips: Flips, profiles: Profiles) -> str:
    if flips.changed_per_week is None:
        return f"Changes the verdict of {number(flips.changed)} of {number(int(profiles.leads.sum()))} leads"
    weekly = float(profiles.dated.sum()) / flips.weeks
    return f"Changes the verdict of {rate(flips.changed_per_week)} of {rate(weekly)} leads a week"


def _known_outcomes(flips: Flips) -> list[str]:
    """More or fewer leads for sales, and which of them are known to be won or lost; over the whole set."""
    found = []
    if flips.joining:
        brings = _named({"won": flips.wins_gained, "lost": flips.calls_wasted})
        found.append(f"over the whole set {number(flips.joining)} more go to sales{brings}")
    if flips.leaving:
        misses = _named({"won": flips.wins_missed, "lost": flips.calls_saved})
        found.append(f"over the whole set {number(flips.leaving)} no longer go to sales{misses}")
    return found


def _named(outcomes: dict[str, int]) -> str:
    known = [f"{number(leads)} {outcome}" for outcome, leads in outcomes.items() if leads]
    return f" ({listed(known)})" if known else ""
