"""Money: what working leads costs and wins bring at each threshold, and which threshold is worth most.

Only leads whose outcome is known count, for what the others will bring is unknown: the value of a threshold
is margin x wins - cost x (wins + losses) among the leads that qualify.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.findings import FEW_WINS
from definitions.intervals import Estimate
from definitions.phrases import number, points
from definitions.profiles import Decimals, Integers, Profiles
from definitions.resampling import DRAWS, HIGH, LOW, percentile_interval, redrawn
from definitions.scorecard import Scorecard
from definitions.scores import scores

MOST_DRAWN = 400_000
"""Draws times counts: with very many different points there are fewer draws, to answer at once."""
FEWEST_DRAWS = 200


@dataclass(frozen=True)
class Prices:
    """What working one lead costs, and what one win leaves after its own costs; in one currency."""

    cost: float
    margin: float


@dataclass(frozen=True, eq=False)
class Money:
    """The value of each threshold, and whether another would be worth more than today's.

    ``net``, ``low``, ``high``: by threshold, over the decided leads of the whole set, with bootstrap 95 %
    ends. ``best``: the threshold worth most (the highest of equals, for the fewest calls); its interval holds
    the best thresholds of 95 % of the draws. ``difference``: what the best brings over today's, less what a
    best of many is better by chance alone. ``decided``, ``won``: how many leads all this rests on.
    """

    thresholds: Integers
    net: Decimals
    low: Decimals
    high: Decimals
    best: Estimate
    today: int
    difference: Estimate
    decided: int
    won: int

    @property
    def real(self) -> bool:
        """Whether the best threshold's lead over today's is more than chance."""
        return self.won >= FEW_WINS and self.best.value != self.today and self.difference.low > 0


def money(profiles: Profiles, scorecard: Scorecard, prices: Prices) -> Money | None:
    """The value of every threshold from the scorecard's lowest points to one above its highest, where no lead
    is worked; ``None`` unless some leads were won and some lost.
    """
    won, lost = profiles.won, profiles.lost
    if not won.any() or not lost.any():
        return None
    thresholds, slots = _slots(profiles, scorecard)
    values, drawn = _values(slots, len(thresholds), won, lost, prices)
    best, bests = _best(values[None, :]).item(), _best(drawn)
    today = int(np.clip(scorecard.threshold.qualified_from, thresholds[0], thresholds[-1]) - thresholds[0])
    low, high = np.percentile(drawn, [LOW, HIGH], axis=0)
    first = int(thresholds[0])
    return Money(
        thresholds=thresholds,
        net=values,
        low=low,
        high=high,
        best=percentile_interval(first + best, np.asarray(bests + first, dtype=np.float64)),
        today=scorecard.threshold.qualified_from,
        difference=_difference(values, drawn, best, bests, today),
        decided=int(won.sum() + lost.sum()),
        won=int(won.sum()),
    )


def _slots(profiles: Profiles, scorecard: Scorecard) -> tuple[Integers, Integers]:
    """The thresholds, and for each profile the place of the highest it reaches; -1 if it fails a gate."""
    scored = scores(profiles, scorecard)
    thresholds = np.arange(scorecard.lowest, scorecard.highest + 2)
    return thresholds, np.where(scored.passes, scored.points - scorecard.lowest, -1)


def _values(
    slots: Integers, places: int, won: Integers, lost: Integers, prices: Prices
) -> tuple[Decimals, Decimals]:
    """The value at each threshold, and the same for leads drawn again: places; draws x places."""
    wins = np.bincount(slots + 1, won, places + 1).astype(np.int64)
    losses = np.bincount(slots + 1, lost, places + 1).astype(np.int64)
    counts = np.concatenate([wins, losses])
    used = np.flatnonzero(counts)
    draws = int(np.clip(MOST_DRAWN // len(used), FEWEST_DRAWS, DRAWS))
    worth = np.where(used <= places, prices.margin - prices.cost, -prices.cost)
    at = used % (places + 1)
    samples = np.vstack([counts[used], redrawn(counts[used], draws)]) * worth
    by_slot = np.zeros((draws + 1, places + 1))
    for column, place in enumerate(at.tolist()):
        by_slot[:, place] += samples[:, column]
    values = by_slot[:, :0:-1].cumsum(axis=1)[:, ::-1]
    return values[0], values[1:]


def _best(values: Decimals) -> Integers:
    """The place of each row's highest value, the last of equals."""
    last = values.shape[1] - 1
    return np.asarray(last - np.argmax(values[:, ::-1], axis=1), dtype=np.int64)


def _difference(values: Decimals, drawn: Decimals, best: int, bests: Integers, today: int) -> Estimate:
    """What the best threshold brings over today's, less its optimism.

    The best of a sample looks better there than it is. By how much is learnt from draws: the best of each
    draw, its lead there less its lead in the leads themselves. Source of this correction: B. Efron, Journal
    of the American Statistical Association 78 (1983), 316-331.
    """
    rows = np.arange(len(drawn))
    optimism = (drawn[rows, bests] - drawn[:, today] - (values[bests] - values[today])).mean()
    found = percentile_interval(float(values[best] - values[today]), drawn[:, best] - drawn[:, today])
    return Estimate(*(float(each - optimism) for each in found))


def money_sentence(found: Money | None) -> str:
    """The finding: which threshold is worth most, and whether that is more than chance."""
    if found is None:
        return (
            "Without leads that were won and others that were lost there is not enough data to count money."
        )
    best, today = int(found.best.value), points(found.today)
    low, high = int(found.best.low), int(found.best.high)
    if found.won < FEW_WINS:
        return f"Only {number(found.won)} of these leads were won: not enough data to tell thresholds apart."
    if best == found.today:
        return f"On these leads no other threshold is worth more than today's {today}."
    span = points(low) if low == high else f"{number(low)} to {points(high)}"
    if not found.real:
        return f"The best threshold is somewhere in {span}: no difference to today's {today} is sure."
    more = number(round(found.difference.value))
    if best == found.thresholds[-1]:
        return f"To work none of these leads would be worth {more} more than to work those from {today}."
    return f"From {points(best)} (95 %: {span}) these leads are worth {more} more than from today's {today}."
