"""What the numbers of a calibration mean, in sentences that need no statistics."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import isnan

from definitions.calibration.alpha import Reliability
from definitions.calibration.contrasts import Contrast
from definitions.calibration.pairs import PairAgreement
from definitions.drawn_leads import DrawnLeads
from definitions.intervals import Estimate
from definitions.phrases import in_line, quoted
from definitions.profiles import NOT_ANSWERED


class Band(StrEnum):
    """What a value of alpha means; 0.8 and 0.667 are Krippendorff's own bounds."""

    ONE = "They mean the same thing: anybody could judge for anybody."
    NEARLY = "They nearly mean the same thing; a few kinds of leads still divide them."
    PARTLY = "They share a part of the definition, too little to rely on each other's verdicts."
    LITTLE = "They agree a little more often than by chance: each has a definition of their own."
    CHANCE = "They agree no more often than by chance."


LOWEST = {Band.ONE: 0.8, Band.NEARLY: 0.667, Band.PARTLY: 0.4, Band.LITTLE: 0.1}
"""From which alpha on a band begins; below all of them is chance."""


def band(alpha: float) -> Band:
    """The band of an alpha, which is not nan."""
    return next((found for found, lowest in LOWEST.items() if alpha >= lowest), Band.CHANCE)


def decimal(value: float) -> str:
    """Two digits and a real minus sign."""
    return f"{value:.2f}".replace("-", "\u2212").replace("\u22120.00", "0.00")


def reliability_sentence(found: Reliability) -> str:
    """What the agreement of all means, or why nothing can be said of it."""
    if not found.leads:
        return "Not enough data: no lead was judged by two people who took a side."
    if isnan(found.alpha.value):
        return "Everybody said the same of every lead, so agreement cannot be told from chance."
    return band(found.alpha.value).value


def interval_sentence(found: Reliability) -> str:
    """How sure alpha is; empty where it has no value."""
    value, low, high = found.alpha
    if isnan(value):
        return ""
    if isnan(low):
        return f"{found.leads} leads are too few to say how sure that is."
    return f"With other leads of this kind it would be somewhere from {decimal(low)} to {decimal(high)}."


def pair_words(found: PairAgreement, teams: Sequence[str]) -> str:
    """Whose agreement it is: within one team, or between two."""
    if found.first == found.second:
        return f"Within {teams[found.first]}"
    return f"{teams[found.first].capitalize()} and {teams[found.second]}"


def percent(found: Estimate) -> str:
    """A share with its interval, such as "82 % (74 to 88)"."""
    value, low, high = (round(100 * each) if not isnan(each) else None for each in found)
    if value is None:
        return "not enough data"
    return f"{value} %" if low is None else f"{value} % ({low} to {high})"


def contrast_sentence(found: Contrast, drawn: DrawnLeads, teams: Sequence[str]) -> str:
    """Whose yes an answer raises more, by how much, and how sure that is."""
    value, low, high = found.difference
    more, less = (found.first, found.second) if value >= 0 else (found.second, found.first)
    ends = (low, high) if value >= 0 else (-high, -low)
    least, most = (f"{round(100 * end)}".replace("-", "\u2212") for end in ends)
    return (
        f"{answer_words(drawn, found.criterion, found.answer)} raises {teams[more]}\u2019 yes by "
        f"{round(100 * abs(value))} percentage points more than {teams[less]}\u2019 ({least} to {most})."
    ).replace("marketing\u2019", "marketing\u2019s")


def answer_words(drawn: DrawnLeads, criterion: int, answer: int) -> str:
    """An answer with its criterion, or that there was none."""
    name = in_line(drawn.criteria[criterion])
    if answer == NOT_ANSWERED:
        return f"{name} not answered"
    return f"{name} {quoted(drawn.labels[criterion][answer])}"
