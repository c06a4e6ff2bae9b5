"""Drawn leads as they are put before people."""

from __future__ import annotations

from collections import Counter

import pytest

from definitions.calibration.drawing import draw
from definitions.calibration.to_judge import kinds, to_judge
from definitions.threshold import Threshold
from tests.definitions.cards import card, drawn_profiles

SCORECARD = card([[5, 3, 0]] * 4, Threshold(qualified_from=10), gates=["middle", None, None, None])
PROFILES = drawn_profiles(1, rows=400, criteria=("A", "B", "C", "D"))


@pytest.mark.parametrize("count", [8, 16, 20])
def test_they_are_the_drawn_leads_with_every_answer_there_could_be(count: int) -> None:
    drawn, same = to_judge(PROFILES, SCORECARD, 7, count), draw(PROFILES, SCORECARD, 7, count)
    assert [lead.answers for lead in drawn.leads] == [lead.indexes for lead in same.leads]
    assert [tuple(drawn.answers_of(n).values()) for n in range(count)] == [
        lead.answers for lead in same.leads
    ]
    assert drawn.labels == (("best", "middle", "worst"),) * 4


def test_each_kind_is_counted() -> None:
    found = kinds(to_judge(PROFILES, SCORECARD, 7))
    assert Counter(found) == Counter(lead.stratum for lead in draw(PROFILES, SCORECARD, 7).leads)
    assert sum(found.values()) == 16


def test_a_set_with_hardly_any_different_leads_cannot_be_judged() -> None:
    with pytest.raises(ValueError, match="4 to 40 leads"):
        to_judge(drawn_profiles(1, rows=2, criteria=("A", "B", "C", "D")), SCORECARD, 7)
