"""Which leads are judged blind: some of each kind, and the same for the same seed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definitions.bridge.card import Card
from definitions.calibration.drawing import distinct, draw
from definitions.calibration.strata import Stratum, strata
from definitions.profiles import Profiles
from definitions.threshold import Threshold
from tests.definitions.cards import card, drawn_profiles

NAMES = ("A", "B", "C", "D")
SCORECARD = card([[5, 3, 0]] * 4, Threshold(qualified_from=10), gates=["middle", None, None, None])
PROFILES = drawn_profiles(1, rows=400, criteria=NAMES)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**40), st.integers(12, 20))
def test_a_draw_is_repeated_by_its_seed_whatever_the_order_of_profiles(seed: int, count: int) -> None:
    order = np.random.default_rng(seed).permutation(len(PROFILES.leads))
    assert draw(PROFILES, SCORECARD, seed, count) == draw(reordered(PROFILES, order), SCORECARD, seed, count)


def reordered(profiles: Profiles, order: np.ndarray) -> Profiles:
    names = ("answers", "month", "leads", "won", "lost", "revenue")
    return replace(profiles, **{name: getattr(profiles, name)[order] for name in names})


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**40), st.integers(12, 20))
def test_each_kind_of_lead_has_its_part_and_none_comes_twice(seed: int, count: int) -> None:
    drawn = draw(PROFILES, SCORECARD, seed, count)
    assert len({lead.indexes for lead in drawn.leads}) == len(drawn.leads) == count
    kinds = Counter(lead.stratum for lead in drawn.leads)
    assert {count // 4} <= set(kinds.values()) <= {count // 4, count // 4 + 1}
    assert set(kinds) == set(Stratum)


def test_a_drawn_lead_has_the_answers_of_leads_in_the_set() -> None:
    drawn = draw(PROFILES, SCORECARD, 7)
    assert drawn.criteria == NAMES
    assert drawn.answers.shape == (16, 4)
    for lead in drawn.leads:
        same = (PROFILES.answers == lead.indexes).all(axis=1)
        assert lead.leads == PROFILES.leads[same].sum() > 0
        labels = [("best", "middle", "worst", None)[index] for index in lead.indexes]
        assert lead.answers == tuple(labels)


def test_another_seed_draws_other_leads() -> None:
    assert draw(PROFILES, SCORECARD, 1) != draw(PROFILES, SCORECARD, 2)


def test_the_order_says_nothing_about_the_kinds() -> None:
    orders = {tuple(lead.stratum for lead in draw(PROFILES, SCORECARD, seed).leads) for seed in range(5)}
    assert len(orders) == 5


def test_missing_kinds_are_replaced_by_others() -> None:
    sure_only = card([[5, 3, 0]] * 4, Threshold(qualified_from=-50))
    answered = reordered(PROFILES, np.flatnonzero((PROFILES.answers >= 0).all(axis=1)))
    assert len(draw(answered, sure_only, 1).leads) == 16


def test_a_set_with_few_different_leads_gives_what_it_has() -> None:
    few = reordered(PROFILES, np.arange(5))
    different, leads = distinct(few, SCORECARD)
    assert len(draw(few, SCORECARD, 1).leads) == len(different) <= 5
    assert leads.sum() == few.leads.sum()
    none = reordered(PROFILES, np.arange(0))
    assert draw(none, SCORECARD, 1).answers.shape == (0, 4)


def test_criteria_are_found_by_their_names_and_others_are_not_answered() -> None:
    other = card([[5, 3, 0]] * 5, Threshold(qualified_from=10))
    drawn = draw(PROFILES, other, 1)
    assert set(drawn.answers[:, 4]) == {-1}


@pytest.mark.parametrize("count", [7, 21])
def test_fewer_than_eight_or_more_than_twenty_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="between 8 and 20"):
        draw(PROFILES, SCORECARD, 1, count)


def test_the_kinds_are_as_described() -> None:
    answers = np.array([[1, 0, 0, 0], [2, 0, 0, 0], [0, -1, 1, 1], [1, 1, 1, 1], [0, 0, 2, 2], [2, 2, 1, 1]])
    found = strata(answers, Card(((5, 3, 0),) * 4, 12, (1, -1, -1, -1)))
    assert found == (
        Stratum.SURE,
        Stratum.CONTRADICTORY,
        Stratum.UNSURE,
        Stratum.AROUND,
        Stratum.CONTRADICTORY,
        Stratum.SURE,
    )
