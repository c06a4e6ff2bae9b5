"""The exact programme finds the best card there is; tuning finds the best threshold."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definitions.bridge.card import Card
from definitions.bridge.exact import exact, objective
from definitions.bridge.leaning import observed
from definitions.bridge.room import Limits, Room, limits_of
from definitions.bridge.starting import start_card
from definitions.bridge.tuning import tuned
from tests.definitions.bridge.rooms import ROOMS, SEEDS, card, room

PENALTIES = st.sampled_from([0.0, 0.001, 0.005, 0.02, 0.1])


@settings(max_examples=6, deadline=None)
@given(SEEDS, PENALTIES)
def test_no_card_at_all_is_better_than_the_exact_one(seed: int, penalty: float) -> None:
    found = room(seed, leads=6, people=4, criteria=2, cards=False)
    answers, start, votes = found.answers.clip(max=1), card([[2, 1], [2, 0]], 3), observed(found)
    best = exact(start, answers, votes, Limits(0, 2), penalty)
    every = (
        Card((points[:2], points[2:]), threshold, gates)
        for points in product(range(3), repeat=4)
        for threshold in range(6)
        for gates in product((-1, 0), repeat=2)
    )
    values = [objective(each, start, answers, votes, penalty) for each in every]
    assert objective(best, start, answers, votes, penalty) == pytest.approx(max(values), abs=1e-6)


@settings(max_examples=25, deadline=None)
@given(ROOMS, PENALTIES)
def test_the_exact_card_is_never_worse_than_the_threshold_alone(found: Room, penalty: float) -> None:
    start, votes = start_card(found), observed(found)
    simple = tuned(start, found.answers, votes, penalty)
    whole = exact(start, found.answers, votes, limits_of(found), penalty)
    values = [objective(each, start, found.answers, votes, penalty) for each in (start, simple, whole)]
    assert values == sorted(values)


@settings(max_examples=25, deadline=None)
@given(ROOMS, PENALTIES, PENALTIES)
def test_the_more_a_change_costs_the_less_is_changed(found: Room, one: float, other: float) -> None:
    start, votes, limits = start_card(found), observed(found), limits_of(found)
    low, high = sorted((one, other))
    dear = exact(start, found.answers, votes, limits, high), tuned(start, found.answers, votes, high)
    cheap = exact(start, found.answers, votes, limits, low), tuned(start, found.answers, votes, low)
    for one_card, other_card in zip(dear, cheap, strict=True):
        assert one_card.distance(start) <= other_card.distance(start)


@settings(deadline=None)
@given(ROOMS, PENALTIES)
def test_no_other_threshold_is_better_than_the_tuned_one(found: Room, penalty: float) -> None:
    start, votes = start_card(found), observed(found)
    best = tuned(start, found.answers, votes, penalty)
    assert (best.points, best.gates) == (start.points, start.gates)
    others = (Card(start.points, threshold, start.gates) for threshold in range(-5, 60))
    most = max(objective(each, start, found.answers, votes, penalty) for each in others)
    assert objective(best, start, found.answers, votes, penalty) == pytest.approx(most)


def test_a_gate_that_everybody_goes_by_is_found() -> None:
    found = room(3, leads=16, people=6, criteria=2, cards=False)
    start = card([[5, 3, 0], [5, 3, 0]], 0)
    votes = (found.answers[:, 0] == 0).astype(float)[None].repeat(6, axis=0)
    gated = Room(found.answers, votes, found.teams, start)
    best = exact(start, gated.answers, observed(gated), Limits(0, 5))
    assert objective(best, start, gated.answers, observed(gated)) >= 1.1 - 3 * 0.005 - 1e-9
