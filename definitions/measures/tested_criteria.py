"""Criteria under test: which predict acceptance or winning, which predict nothing, what to repeat."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from definitions.measures.codes import Close, Decision
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate
from definitions.measures.lifts import SURE, Lift, holm, lift
from definitions.phrases import in_line, quoted
from definitions.predicting import Prediction, Strength, prediction
from definitions.profiles import Integers


class Fate(StrEnum):
    """What a criterion may tell in advance."""

    ACCEPTED = "accepted"
    WON = "won"


CODES: dict[Fate, tuple[str, int, int]] = {
    Fate.ACCEPTED: ("decision", Decision.ACCEPTED, Decision.REJECTED),
    Fate.WON: ("close", Close.WON, Close.LOST),
}


class Verdict(StrEnum):
    """What to do with a criterion."""

    REPEAT = "repeat what works"
    DROP = "predicts nothing, consider dropping"
    UNKNOWN = "not enough data"


@dataclass(frozen=True)
class Tested:
    """One criterion. ``corrected``: each lift's chance, corrected by Holm for all answers of all criteria."""

    criterion: str
    fate: Fate
    prediction: Prediction
    lifts: tuple[Lift, ...]
    corrected: tuple[float, ...]

    @property
    def works(self) -> tuple[Lift, ...]:
        """The answers that surely do better than the rest, the highest lift first."""
        pairs = zip(self.lifts, self.corrected, strict=True)
        sure = [one for one, chance in pairs if chance <= SURE and one.ratio.low > 1]
        return tuple(sorted((one for one in sure if one.label is not None), key=lambda one: -one.ratio.value))

    @property
    def verdict(self) -> Verdict:
        """Drop it only where it surely tells little; repeat where an answer surely does better."""
        if self.prediction.strength is Strength.NOTHING and not self.works:
            return Verdict.DROP
        return Verdict.REPEAT if self.works else Verdict.UNKNOWN


def tested_criteria(counted: Counted, fate: Fate) -> tuple[Tested, ...]:
    """Each criterion of the counted leads, in order."""
    journeys = counted.journeys
    tables = [_table(counted, place, fate) for place in range(len(journeys.criteria))]
    lifts = [_lifts(labels, each) for labels, each in zip(journeys.labels, tables, strict=True)]
    corrected = iter(holm([one.chance for each in lifts for one in each]))
    bar = SURE / max(1, len(tables))
    return tuple(
        Tested(name, fate, prediction(name, labels, each, bar), found, tuple(next(corrected) for _ in found))
        for name, labels, each, found in zip(journeys.criteria, journeys.labels, tables, lifts, strict=True)
    )


def _table(counted: Counted, place: int, fate: Fate) -> Integers:
    """Hits and misses by answer: 2 x (answers + 1), the last not answered."""
    found, size = counted.answers[place], len(counted.journeys.labels[place])
    column, hit, miss = CODES[fate]
    slots = np.where(found["answer"] < 0, size, found["answer"])
    return np.array([found.by(slots, size + 1, found[column] == code) for code in (hit, miss)])


def _lifts(labels: tuple[str, ...], counts: Integers) -> tuple[Lift, ...]:
    hits, of = counts[0], counts.sum(axis=0)
    all_hits, everybody = int(hits.sum()), int(of.sum())
    return tuple(
        lift(label, Rate(int(h), int(n)), Rate(all_hits - int(h), everybody - int(n)))
        for label, h, n in zip((*labels, None), hits, of, strict=True)
    )


def tested_sentence(found: Tested) -> str:
    """The verdict on one criterion, in words."""
    name = in_line(found.criterion)
    if found.verdict is Verdict.UNKNOWN:
        return f"{name}: not enough data to say whether it tells who is {found.fate}."
    if found.verdict is Verdict.DROP:
        return f"{name} predicts nothing of who is {found.fate}: consider dropping it."
    best = found.works[0]
    ratio = f"{best.ratio.value:.1f} times as often ({best.ratio.low:.1f} to {best.ratio.high:.1f})"
    label = quoted(best.label or "")
    return f"{name}: repeat what works. With {label} leads are {found.fate} {ratio} as others."
