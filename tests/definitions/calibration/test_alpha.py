"""Krippendorff's alpha against published examples, and what it does with unsure and missing judgements."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definitions.calibration.alpha import alpha, reliability, team_reliability
from definitions.calibration.votes import tally
from definitions.profiles import Decimals
from tests.definitions.calibration.judged import VOTES, tally_of, votes_of

PUBLISHED = ("nynnnnnnyn", "yyynnynnnn")
"""K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example A."""


def by_definition(votes: Decimals) -> float:
    """Alpha from the coincidences of every ordered pair of judgements of one lead."""
    together = np.zeros((2, 2))
    for column in votes.T:
        said = column[np.isin(column, (0.0, 1.0))].astype(int)
        for i, one in enumerate(said):
            for j, other in enumerate(said):
                if i != j:
                    together[one, other] += 1 / (len(said) - 1)
    totals = together.sum(axis=1)
    expected = 2 * totals[0] * totals[1] / (totals.sum() - 1) if totals.all() else 0.0
    return 1 - (together[0, 1] + together[1, 0]) / expected if expected else float("nan")


def test_alpha_is_as_published() -> None:
    assert reliability(tally_of([(row, 0) for row in PUBLISHED])).alpha.value == pytest.approx(
        0.095, abs=5e-4
    )


@settings(max_examples=30, deadline=None)
@given(VOTES)
def test_alpha_is_one_less_observed_by_expected_disagreement(votes: Decimals) -> None:
    counts = tally(votes, np.zeros(len(votes), dtype=int))
    found = alpha(np.stack([counts.no[0], counts.yes[0]], axis=1))
    assert found == pytest.approx(by_definition(votes), nan_ok=True)


@settings(max_examples=15, deadline=None)
@given(VOTES, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(votes: Decimals, random: object) -> None:
    teams, order = np.arange(len(votes)) % 3, list(range(len(votes)))
    random.shuffle(order)  # type: ignore[attr-defined]
    one, two = reliability(tally(votes, teams)), reliability(tally(votes[order], teams[order]))
    assert two.alpha == pytest.approx(one.alpha, nan_ok=True)
    assert (two.leads, two.same) == pytest.approx((one.leads, one.same), nan_ok=True)


def test_unsure_takes_no_side_and_is_counted_beside() -> None:
    with_unsure = reliability(tally_of([("ynyny?", 0), ("ynynn?", 1), ("ynyn??", 1)]))
    without = reliability(tally_of([("ynyny.", 0), ("ynynn.", 1), ("ynyn..", 1)]))
    assert with_unsure.alpha == without.alpha
    assert with_unsure.leads == 5
    assert (with_unsure.unsure, without.unsure) == (4 / 18, 0)


def test_where_all_say_the_same_of_every_lead_alpha_is_not_defined() -> None:
    found = reliability(tally_of([("yyyyyy", 0), ("yyyyyy", 1)]))
    assert np.isnan(found.alpha).all()
    assert found.same == 1.0


def test_full_agreement_on_different_leads_is_one() -> None:
    found = reliability(tally_of([("yynnyn", 0), ("yynnyn", 1)]))
    assert found.alpha == (1, 1, 1)


def test_with_few_leads_there_is_no_interval() -> None:
    found = reliability(tally_of([("yynn", 0), ("yynn", 1)]))
    assert found.alpha.value == 1
    assert np.isnan(found.alpha[1:]).all()


def test_the_interval_lies_around_alpha_and_is_always_the_same() -> None:
    rows = [("yynnynyynnyynnyn", 0), ("yynnynyynnynnnyn", 0), ("ynnnyyyynnyynyyn", 1)]
    found = reliability(tally_of(rows))
    assert found.alpha.low < found.alpha.value < found.alpha.high < 1
    assert found == reliability(tally_of(rows))


def test_a_team_may_agree_with_itself_and_not_with_the_other() -> None:
    counts = tally_of([("yyynnn", 0), ("yyynnn", 0), ("nnnyyy", 1), ("nnnyyy", 1)])
    assert [team_reliability(counts, team).alpha.value for team in (0, 1)] == [1, 1]
    assert reliability(counts).alpha.value < 0


def test_without_judgements_nothing_is_known() -> None:
    found = reliability(tally(votes_of("...", "..."), np.array([0, 1])))
    assert np.isnan([*found.alpha, found.same, found.unsure]).all()
    assert found.leads == 0
