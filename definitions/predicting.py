"""What predicts winning: each criterion's lift and information value, among leads whose outcome is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import nan

import numpy as np

from definitions.intervals import Estimate, share
from definitions.profiles import NOT_ANSWERED, Decimals, Integers, Profiles
from definitions.resampling import SEED, mended_interval, redrawn

FEWEST = 10
"""With fewer wins or fewer losses than this nothing is said."""
SHUFFLES = 999
SURE = 0.05
"""How often anything at all may be called a predictor where nothing is one; shared among the criteria."""


class Strength(StrEnum):
    """How well a criterion predicts. By information value: weak below 0.1, medium below 0.3, else strong.

    Source of the bounds: N. Siddiqi, Credit Risk Scorecards, Wiley 2006. ``NOTHING``: no more than chance
    gives, and surely less than medium. ``UNKNOWN``: no more than chance gives, but there are too few leads to
    be sure.
    """

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"
    NOTHING = "nothing"
    UNKNOWN = "not enough data"


MEDIUM, STRONG = 0.1, 0.3
NOTHING_KNOWN = Estimate(nan, nan, nan)


@dataclass(frozen=True)
class AnswerLift:
    """How leads with one answer fared (``None``: not answered). ``lift``: their win rate by that of all.

    The interval is Wilson's for their win rate; that of all leads is taken as known. nan without any lead.
    """

    label: str | None
    won: int
    lost: int
    lift: Estimate


@dataclass(frozen=True)
class Prediction:
    """What one criterion tells of the outcome. ``information``: its information value, mended of chance.

    ``chance``: how often shuffled outcomes would give as high a value. ``lift``: of the criterion's first
    answer that a decided lead gave.
    """

    criterion: str
    information: Estimate
    chance: float
    strength: Strength
    answers: tuple[AnswerLift, ...]

    @property
    def given(self) -> tuple[AnswerLift, ...]:
        """The answers that any decided lead has."""
        return tuple(each for each in self.answers if each.won + each.lost)

    @property
    def lift(self) -> Estimate:
        """The lift of the best answer that any decided lead has."""
        return next((each.lift for each in self.given if each.label is not None), NOTHING_KNOWN)


def predictions(profiles: Profiles) -> tuple[Prediction, ...]:
    """What each criterion of the profiles tells, in order. Not answered counts as an answer of its own."""
    bar = SURE / max(1, len(profiles.criteria))
    return tuple(
        prediction(name, labels, _table(profiles, place), bar)
        for place, (name, labels) in enumerate(zip(profiles.criteria, profiles.labels, strict=True))
    )


def _table(profiles: Profiles, place: int) -> Integers:
    """Wins and losses by answer: 2 x (answers + 1), the last column for those without one."""
    answers, size = profiles.answers[:, place], len(profiles.labels[place]) + 1
    slots = np.where(answers == NOT_ANSWERED, size - 1, answers)
    counts = [np.bincount(slots, outcome, size) for outcome in (profiles.won, profiles.lost)]
    return np.array(counts).astype(np.int64)


def prediction(name: str, labels: tuple[str, ...], table: Integers, bar: float) -> Prediction:
    """What one criterion tells; ``table``: 2 x (answers + 1) counts of won and lost, the last not answered.

    ``bar``: the chance above which it is said to predict nothing.
    """
    won, lost = (int(count) for count in table.sum(axis=1))
    answers = tuple(
        AnswerLift(label, int(w), int(n), _lift(int(w), int(n), won, lost))
        for label, w, n in zip((*labels, None), *table, strict=True)
    )
    given = table[:, table.sum(axis=0) > 0]
    if min(won, lost) < FEWEST or given.shape[1] < 2:
        return Prediction(name, NOTHING_KNOWN, nan, Strength.UNKNOWN, answers)
    value = float(information_value(given))
    drawn = redrawn(given.ravel()).reshape(-1, *given.shape)
    information = Estimate(*(max(0.0, each) for each in mended_interval(value, information_value(drawn))))
    chance = _chance(given, value)
    return Prediction(name, information, chance, _strength(information, chance, bar), answers)


def _lift(won: int, lost: int, all_won: int, all_lost: int) -> Estimate:
    if not won + lost or not all_won:
        return NOTHING_KNOWN
    return share(won, won + lost).times((all_won + all_lost) / all_won)


def information_value(table: Integers) -> Decimals:
    """The information value of ... x 2 x answers counts of wins and losses: sum of (p - q) ln(p / q).

    p and q are an answer's shares of the wins and of the losses. Half a lead is added to each count, so that
    an answer that only wins or only losses have counts for much and not without end. Source: S. Kullback,
    Information Theory and Statistics, Wiley 1959 (the divergence J).
    """
    counts = np.asarray(table, dtype=float) + 0.5
    parts = counts / counts.sum(axis=-1, keepdims=True)
    p, q = parts[..., 0, :], parts[..., 1, :]
    return np.asarray(((p - q) * np.log(p / q)).sum(axis=-1))


def _chance(table: Integers, value: float) -> float:
    """How often as high a value comes about when outcomes are shuffled among the leads (999 times).

    Of the leads with each answer, shuffling makes a multivariate hypergeometric number winners. The share
    counts the leads themselves too: R. A. Fisher, The Design of Experiments, 1935; B. Phipson and G. K.
    Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010), article 39.
    """
    leads = table.sum(axis=0)
    wins = np.random.default_rng(SEED).multivariate_hypergeometric(
        leads, int(table[0].sum()), size=SHUFFLES, method="marginals"
    )
    shuffled = information_value(np.stack([wins, leads - wins], axis=1))
    return float(1 + (shuffled >= value - 1e-12).sum()) / (SHUFFLES + 1)


def _strength(information: Estimate, chance: float, bar: float) -> Strength:
    if chance > bar:
        return Strength.NOTHING if information.high < MEDIUM else Strength.UNKNOWN
    if information.value < MEDIUM:
        return Strength.WEAK
    return Strength.MEDIUM if information.value < STRONG else Strength.STRONG
