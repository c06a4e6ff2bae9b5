"""Scorecards and profiles made at random, for tests against computations that go through every lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from hypothesis import strategies as st

from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard, Verdict, score
from definitions.threshold import Threshold

LABELS = ("best", "middle", "worst")
NAMES = ("A", "B", "C")
MONTHS = ("2026-01", "2026-02", "2026-04")
Lead = dict[str, str | None]


def card(
    points: Sequence[Sequence[int]], threshold: Threshold, gates: Sequence[str | None] = ()
) -> Scorecard:
    """A scorecard of criteria A, B, ... with these points, best answer first."""
    gates = gates or [None] * len(points)
    criteria = (
        Criterion(
            name=chr(ord("A") + place),
            question="?",
            answers=tuple(Answer(label=x, points=p) for x, p in zip(LABELS, worths, strict=False)),
            gate=gate,
        )
        for place, (worths, gate) in enumerate(zip(points, gates, strict=True))
    )
    return Scorecard(tuple(criteria), threshold)


SCORECARDS = st.builds(
    lambda points, gates, nurture, above: card(
        points, Threshold(qualified_from=nurture + above, nurture_from=nurture), gates
    ),
    st.lists(st.lists(st.integers(-3, 9), min_size=3, max_size=3), min_size=3, max_size=3),
    st.lists(st.sampled_from((None, None, *LABELS)), min_size=3, max_size=3),
    st.integers(-8, 24),
    st.integers(1, 6),
)


def every_lead(scorecard: Scorecard, unanswered: bool = True) -> Iterator[Lead]:
    """Each combination of answers, those that are missing among them or not."""
    choices = [[*c.labels, *([None] if unanswered else [])] for c in scorecard.criteria]
    for answers in product(*choices):
        yield dict(zip((c.name for c in scorecard.criteria), answers, strict=True))


def qualifies(scorecard: Scorecard, lead: Lead) -> bool:
    """Whether a lead qualifies, by its receipt."""
    return score(scorecard, lead).verdict is Verdict.QUALIFIED


def classic() -> Scorecard:
    """The classic scorecard."""
    contents = classic_scorecard()
    criteria = tuple(content for content in contents if isinstance(content, Criterion))
    return Scorecard(criteria, next(c for c in contents if isinstance(c, Threshold)))


def drawn_profiles(
    seed: int, rows: int = 60, effect: float = 0.0, leads: int = 50, criteria: Sequence[str] = NAMES
) -> Profiles:
    """Leads whose first criterion alone moves the odds of winning, by its effect; none at 0."""
    random = np.random.default_rng(seed)
    answers = random.integers(-1, 3, (rows, len(criteria)))
    counts = random.integers(2, leads, rows)
    chance = 1 / (1 + np.exp(2 - effect * (answers[:, 0] == 0)))
    won = random.binomial(counts, chance)
    lost = random.binomial(counts - won, 0.8)
    return Profiles(
        criteria=tuple(criteria),
        labels=(LABELS,) * len(criteria),
        months=MONTHS,
        answers=np.asfortranarray(answers),
        month=random.integers(-1, 3, rows),
        leads=counts,
        won=won,
        lost=lost,
        revenue=np.zeros(rows),
    )


def one_by_one(profiles: Profiles) -> list[tuple[Lead, str | None, str]]:
    """The leads of the profiles: answers, month, outcome."""
    found = []
    for row in range(len(profiles.leads)):
        indexes = profiles.answers[row].tolist()
        columns = zip(profiles.criteria, indexes, profiles.labels, strict=True)
        lead = {name: labels[index] if index >= 0 else None for name, index, labels in columns}
        month = profiles.months[profiles.month[row]] if profiles.month[row] >= 0 else None
        won, lost = int(profiles.won[row]), int(profiles.lost[row])
        outcomes = ["won"] * won + ["lost"] * lost + ["open"] * (int(profiles.leads[row]) - won - lost)
        found += [(lead, month, outcome) for outcome in outcomes]
    return found
