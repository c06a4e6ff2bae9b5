"""What a bridge is searched in is checked, and a search starts from what people propose."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given

from definitions.bridge.leaning import observed
from definitions.bridge.population import population
from definitions.bridge.room import Limits, Proposals, Room, limits_of
from definitions.bridge.starting import start_card
from tests.definitions.bridge.rooms import ROOMS, card, room

PRESENT = card([[5, 3, 0]], 4)


def one_criterion(points: list[list[float]], thresholds: list[float], gates: list[int]) -> Room:
    people = len(points)
    proposals = Proposals(np.array(points), np.array(thresholds), np.array(gates)[:, None])
    return Room(np.array([[0]]), np.ones((people, 1)), np.zeros(people, dtype=int), PRESENT, proposals)


def test_the_start_is_the_rounded_mean_of_what_people_propose() -> None:
    nan = np.nan
    found = one_criterion([[8, 4, 0], [9, 1, 1], [nan, nan, nan]], [6, 5, nan], [1, 0, -1])
    assert start_card(found) == card([[9, 3, 1]], 6, [1])


def test_a_gate_that_only_half_of_those_who_propose_name_is_not_in() -> None:
    assert start_card(one_criterion([[8, 4, 0], [8, 4, 0]], [6, 6], [1, -1])) == card([[8, 4, 0]], 6)


def test_what_nobody_proposed_stays_as_it_is() -> None:
    found = one_criterion([[8, np.nan, 0], [6, np.nan, 0]], [np.nan, np.nan], [-1, -1])
    assert start_card(found) == card([[7, 3, 0]], 4)


def test_without_proposals_the_start_is_the_present_scorecard() -> None:
    assert start_card(room(1, cards=False)) == room(1).present
    nobody = one_criterion([[np.nan] * 3], [np.nan], [-1])
    assert start_card(nobody) == PRESENT


@given(ROOMS)
def test_points_may_be_what_somebody_gave_or_proposed(found: Room) -> None:
    limits = limits_of(found)
    assert limits.lowest <= 0 <= limits.highest
    assert limits.lowest <= start_card(found).flat.min() <= start_card(found).flat.max() <= limits.highest


@given(ROOMS)
def test_without_a_pool_each_lead_expected_is_made_of_judged_ones(found: Room) -> None:
    expected = population(found)
    assert expected.shares.sum() == pytest.approx(1)
    assert (expected.leads[: len(found.answers)] == found.answers).all()
    for criterion in range(found.answers.shape[1]):
        assert set(expected.leads[:, criterion]) == set(found.answers[:, criterion])


def test_a_pool_is_expected_as_often_as_it_weighs() -> None:
    pool = np.array([[0, 0, 0, 1], [0, 0, 0, 0], [0, 0, 0, 1]])
    expected = population(replace(room(1), pool=pool, weights=np.array([2.0, 1.0, 1.0])))
    assert expected.leads.tolist() == [[0, 0, 0, 0], [0, 0, 0, 1]]
    assert expected.shares.tolist() == [0.25, 0.75]


def test_of_a_very_large_pool_as_much_is_taken_of_each_answer_as_there_is() -> None:
    random = np.random.default_rng(1)
    pool, weights = random.integers(-1, 3, (20_000, 8)), random.gamma(1, 1, 20_000)
    judged = Room(pool[:2], np.ones((1, 2)), np.array([0]), card([[5, 3, 0]] * 8, 20), None, pool, weights)
    expected = population(judged)
    assert len(expected.leads) <= 1_024
    for criterion, answer in product(range(8), range(-1, 3)):
        taken = expected.shares[expected.leads[:, criterion] == answer].sum()
        assert taken == pytest.approx(weights[pool[:, criterion] == answer].sum() / weights.sum(), abs=0.05)


def test_an_empty_pool_is_none() -> None:
    found = replace(room(1), pool=room(1).answers[:0], weights=np.zeros(0))
    assert (population(found).leads == population(room(1)).leads).all()


def test_unsure_agrees_half_with_either_verdict() -> None:
    votes = np.array([[1.0, 0.5, 0.0, np.nan]])
    found = Room(np.zeros((4, 1), dtype=int), votes, np.array([0]), PRESENT)
    verdicts = np.array([[True, True, True, True], [True, False, False, True], [False] * 4])
    assert observed(found).agreement(verdicts)[:, 0].tolist() == pytest.approx([1.5 / 3, 2.5 / 3, 1.5 / 3])


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"votes": np.full((9, 16), 0.4)}, "a vote is"),
        ({"votes": np.zeros((9, 15))}, "one column"),
        ({"teams": np.zeros(8, dtype=int)}, "one team"),
        ({"teams": np.full(9, -1)}, "in a team"),
        ({"answers": np.full((16, 4), 3)}, "an answer"),
        ({"answers": np.zeros((16, 3), dtype=int)}, "each criterion"),
        ({"pool": np.full((5, 4), -2)}, "an answer"),
        ({"weights": np.ones(3)}, "weights"),
        ({"pool": np.zeros((1, 4), dtype=int), "weights": np.zeros(1)}, "not all 0"),
        ({"proposals": Proposals(np.zeros((9, 11)), np.zeros(9), np.zeros((9, 4), dtype=int))}, "proposals"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(room(1), **wrong)  # type: ignore[arg-type]


def test_limits_lie_within_what_a_criterion_allows() -> None:
    with pytest.raises(ValueError, match="points"):
        Limits(0, 1_001)
