"""Who would be missed: how the wins that a scorecard does not send to sales differ from those it sends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.findings import percent
from definitions.intervals import Estimate, share
from definitions.phrases import in_line, number, quoted
from definitions.profiles import NOT_ANSWERED, Integers, Profiles
from definitions.scorecard import Scorecard
from definitions.scores import scores


@dataclass(frozen=True)
class MissedAnswer:
    """An answer (``None``: not answered) and the wins that gave it.

    ``missed`` and ``kept``: its share of the wins missed and of the wins kept, with Wilson's intervals.
    """

    criterion: str
    answer: str | None
    wins_missed: int
    missed: Estimate
    kept: Estimate

    @property
    def excess(self) -> float:
        """How much more frequent it is among the missed; without any win kept, its share of the missed."""
        return self.missed.value - (0.0 if np.isnan(self.kept.value) else self.kept.value)

    @property
    def sure(self) -> bool:
        """Whether the difference is more than chance: the two intervals lie apart."""
        return self.missed.low > self.kept.high


@dataclass(frozen=True)
class Missed:
    """The wins missed and kept, and the answers that tell them apart, the most telling first."""

    wins_missed: int
    wins_kept: int
    answers: tuple[MissedAnswer, ...]


def missed(profiles: Profiles, scorecard: Scorecard) -> Missed:
    """The answers of the missed wins against those of the kept ones."""
    sent = scores(profiles, scorecard).qualified(scorecard)
    lost, kept = int(profiles.won[~sent].sum()), int(profiles.won[sent].sum())
    missing, keeping = np.where(sent, 0, profiles.won), np.where(sent, profiles.won, 0)
    found = [
        answer
        for place in range(len(profiles.criteria))
        for answer in _answers(profiles, place, missing, keeping)
    ]
    return Missed(lost, kept, tuple(sorted(found, key=lambda answer: -answer.excess)))


def _answers(profiles: Profiles, place: int, missing: Integers, keeping: Integers) -> list[MissedAnswer]:
    """One criterion's answers; ``missing`` and ``keeping``: n, the wins of each profile missed and kept."""
    given = profiles.answers[:, place] - NOT_ANSWERED
    labels = (None, *profiles.labels[place])
    lost, kept = (np.bincount(given, weights=wins, minlength=len(labels)) for wins in (missing, keeping))
    return [
        MissedAnswer(
            profiles.criteria[place],
            label,
            int(lost[n]),
            share(float(lost[n]), float(lost.sum())),
            share(float(kept[n]), float(kept.sum())),
        )
        for n, label in enumerate(labels)
        if lost[n]
    ]


def missed_finding(found: Missed) -> str:
    """What tells the missed wins from the kept ones, as a sentence."""
    if not found.wins_missed:
        return "No win would be missed." if found.wins_kept else "Not enough data: nothing was won."
    most = found.answers[0]
    said = f"answered {quoted(most.answer)} to" if most.answer is not None else "gave no answer to"
    start = (
        f"Of the {number(found.wins_missed)} wins missed, {percent(most.missed.value)} {said} "
        f"{in_line(most.criterion)}"
    )
    if not found.wins_kept:
        return f"{start}; no win is kept."
    chance = "" if most.sure else ", which could be chance"
    return f"{start}; of the {number(found.wins_kept)} kept, {percent(most.kept.value)}{chance}."
