"""What each team is expected to say of leads it has not judged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definitions.bridge.learned import GATED, learned, shrunk
from definitions.bridge.logistic import Prior, loss, most_likely
from definitions.bridge.population import population
from definitions.bridge.room import Proposals, Room
from definitions.bridge.starting import start_card
from tests.definitions.bridge.rooms import SEEDS, card, room

PRESENT = card([[5, 3, 0], [5, 3, 0]], 5)


def chances(found: Room) -> np.ndarray:
    """The chance of a yes, heard teams x leads expected."""
    people = population(found)
    return learned(found, start_card(found), people).yes / people.shares


@settings(max_examples=20, deadline=None)
@given(SEEDS, st.integers(1, 40), st.integers(1, 6), st.floats(0.1, 4))
def test_no_other_parameters_are_more_likely(seed: int, votes: int, parameters: int, spread: float) -> None:
    random = np.random.default_rng(seed)
    features, said = random.normal(size=(votes, parameters)), random.choice([0, 0.5, 1], votes)
    prior = Prior(np.ones(parameters), np.full(parameters, spread))
    best = most_likely(features, said, prior)
    lowest = loss(best, features, said, prior)
    for near in best + 0.01 * random.normal(size=(50, parameters)):
        assert loss(near, features, said, prior) >= lowest - 1e-7


def test_votes_that_leave_no_doubt_do_not_run_away() -> None:
    features, prior = np.full((500, 1), 100.0), Prior(np.zeros(1), np.ones(1))
    assert np.isfinite(most_likely(features, np.ones(500), prior)).all()


def test_without_votes_the_prior_is_kept() -> None:
    prior = Prior(np.array([2.0, 0.0]), np.ones(2))
    assert most_likely(np.zeros((0, 2)), np.zeros(0), prior).tolist() == [2.0, 0.0]


def test_a_team_that_says_yes_to_everything_is_expected_to_go_on_so() -> None:
    found = room(5, people=6)
    votes = found.votes.copy()
    votes[found.teams == 1] = 1.0
    votes[found.teams == 2] = 0.0
    expected = chances(replace(found, votes=votes)).mean(axis=1)
    assert expected[1] > 0.8
    assert expected[2] < 0.2


def test_unsure_counts_as_half_a_yes() -> None:
    answers = np.zeros((2, 2), dtype=int)
    both = Room(answers, np.array([[1.0, 0.0]]), np.array([0]), PRESENT)
    torn = Room(answers, np.array([[0.5, 0.5]]), np.array([0]), PRESENT)
    assert chances(torn) == pytest.approx(chances(both))


def test_a_lead_that_fails_a_gate_which_everybody_named_is_a_no() -> None:
    answers = np.array([[-1, 0], [0, 0], [2, 0]])
    own = Proposals(np.full((2, 6), np.nan), np.full(2, np.nan), np.array([[1, -1], [1, -1]]))
    found = Room(answers, np.ones((2, 3)), np.zeros(2, dtype=int), PRESENT, own, pool=answers)
    assert chances(found)[0, 1] > 0.5
    assert chances(found)[0, [0, 2]].tolist() == pytest.approx([GATED, GATED])


def test_a_card_is_shrunk_half_way_to_the_teams_mean() -> None:
    nan = np.nan
    points = np.array([[8.0, 0, 0, 0, 0, 0], [4.0, 0, 0, 0, 0, 0], [nan] * 6, [nan] * 6])
    own = Proposals(points, np.array([10.0, 4.0, nan, nan]), np.full((4, 2), -1))
    found = Room(np.array([[0, 0]]), np.ones((4, 1)), np.array([0, 0, 0, 1]), PRESENT, own)
    cards = shrunk(found, PRESENT)
    assert cards.points[:, 0].tolist() == [7.0, 5.0, 6.0, 5.0]
    assert cards.thresholds.tolist() == [8.5, 5.5, 7.0, 5.0]


def test_people_who_did_not_judge_change_nothing_but_their_team() -> None:
    found = room(7, people=6)
    votes = found.votes.copy()
    votes[found.teams == 2] = np.nan
    people = population(found)
    leaning = learned(replace(found, votes=votes), start_card(found), people)
    assert leaning.teams == (0, 1)
    assert leaning.yes == pytest.approx(learned(found, start_card(found), people).yes[:2])
