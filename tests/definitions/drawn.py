"""Scorecards and leads drawn by chance, and the same leads as profiles and one by one."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from definitions.criteria import Answer, Criterion
from definitions.profiles import Profiles
from definitions.scorecard import Receipt, Scorecard, score
from definitions.threshold import Threshold

LABELS = ("best", "middle", "worst")
NAMES = ("A", "B", "C")
MONTHS = ("2026-01", "2026-02", "2026-04")
CRITERIA = st.tuples(
    st.lists(st.integers(-9, 9), min_size=3, max_size=3), st.sampled_from((None, None, *LABELS))
)
SCORECARDS = st.builds(
    lambda criteria, nurture, above: Scorecard(
        tuple(
            Criterion(
                name=name,
                question="?",
                answers=tuple(Answer(label=x, points=p) for x, p in zip(LABELS, points, strict=True)),
                gate=gate,
            )
            for name, (points, gate) in zip(NAMES, criteria, strict=True)
        ),
        Threshold(qualified_from=nurture + above, nurture_from=nurture),
    ),
    st.tuples(CRITERIA, CRITERIA, CRITERIA),
    st.integers(-30, 30),
    st.integers(1, 9),
)
LEAD = st.tuples(
    st.tuples(*[st.integers(-1, 2)] * 3), st.integers(-1, 2), st.sampled_from(("won", "lost", "open"))
)
Leads = Sequence[tuple[tuple[int, ...], int, str]]
LEADS = st.lists(LEAD, min_size=1, max_size=40)


def profiles_of(leads: Leads) -> Profiles:
    """One profile a lead: any grouping must give the same figures."""
    outcomes = np.array([outcome for _, _, outcome in leads])
    return Profiles(
        criteria=NAMES,
        labels=(LABELS,) * 3,
        months=MONTHS,
        answers=np.array([answers for answers, _, _ in leads], dtype=np.int64),
        month=np.array([month for _, month, _ in leads], dtype=np.int64),
        leads=np.ones(len(leads), dtype=np.int64),
        won=(outcomes == "won").astype(np.int64),
        lost=(outcomes == "lost").astype(np.int64),
        revenue=np.zeros(len(leads)),
    )


def receipt_of(scorecard: Scorecard, answers: Sequence[int]) -> Receipt:
    """What the scorecard says of one lead."""
    lead = {name: LABELS[a] if a >= 0 else None for name, a in zip(NAMES, answers, strict=True)}
    return score(scorecard, lead)
