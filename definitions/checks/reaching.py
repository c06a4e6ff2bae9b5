"""Thresholds that nobody or everybody reaches, and bands that no total of points falls into."""

from __future__ import annotations

from definitions.attainable import Totals, totals
from definitions.checks.finding import CheckKind, Finding, Repair
from definitions.phrases import points
from definitions.scorecard import Scorecard
from definitions.threshold import MOST, Threshold
from definitions.wording import nurture_span

USUAL_PERCENT = 80
"""Where a threshold usually lies: the classic scorecard's 20 of 25 points."""


def reaching(scorecard: Scorecard) -> tuple[Finding, ...]:
    """A threshold above all points, or a nurture band that is empty; gates are taken into account."""
    found, threshold = totals(scorecard.criteria), scorecard.threshold
    if found.highest < threshold.qualified_from:
        return (_out_of_reach(threshold, found.highest),)
    nurture_from = threshold.nurture_from
    if nurture_from is None or found.within(nurture_from, threshold.qualified_from - 1):
        return ()
    return (_empty_band(threshold, nurture_from, found),)


def everybody_qualifies(scorecard: Scorecard) -> tuple[Finding, ...]:
    """A threshold that every lead reaches, also one of whom nothing is known; never where there is a gate."""
    threshold, lowest = scorecard.threshold, scorecard.lowest
    if lowest < threshold.qualified_from or any(c.gate is not None for c in scorecard.criteria):
        return ()
    usual = lowest - (-USUAL_PERCENT * (scorecard.highest - lowest) // 100)
    words = f"Every lead qualifies: none can have fewer than {points(lowest)}."
    repair = _moved(threshold, usual) if usual > lowest else None
    return (Finding(CheckKind.EVERYBODY, threshold.name, words, repair),)


def _out_of_reach(threshold: Threshold, highest: int) -> Finding:
    words = (
        f"No lead can qualify: the threshold is {points(threshold.qualified_from)}, "
        f"and the best answers give {points(highest)}."
    )
    return Finding(CheckKind.OUT_OF_REACH, threshold.name, words, _moved(threshold, highest))


def _moved(threshold: Threshold, qualified_from: int) -> Repair | None:
    """The threshold at other points, without its nurture band if that would begin no lower."""
    if abs(qualified_from) > MOST:
        return None
    nurture_from = threshold.nurture_from
    kept = nurture_from if nurture_from is not None and nurture_from < qualified_from else None
    moved = Threshold(qualified_from=qualified_from, nurture_from=kept)
    return Repair(f"Set the threshold at {points(qualified_from)}.", (moved,))


def _empty_band(threshold: Threshold, nurture_from: int, found: Totals) -> Finding:
    span = nurture_span(nurture_from, threshold.qualified_from)
    words = f"No lead can be nurtured: no combination of answers gives {span}."
    lower = found.highest_below(nurture_from)
    lower = lower if lower is not None and lower >= -MOST else None
    kept = threshold.model_copy(update={"nurture_from": lower})
    repair = (
        "Do without the nurture band." if lower is None else f"Begin the nurture band at {points(lower)}."
    )
    return Finding(CheckKind.EMPTY_BAND, threshold.name, words, Repair(repair, (kept,)))
