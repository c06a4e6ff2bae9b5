"""Which answers tell one team's yes from another's."""

from __future__ import annotations

import numpy as np
import pytest

from definitions.calibration.contrasts import contrasts
from definitions.calibration.votes import tally
from definitions.profiles import Decimals, Integers

SIZES = (2, 2)
ANSWERS = np.array([[a, b] for a in (0, 1) for b in (0, 1)] * 4)


def judged(first: Integers, second: Integers) -> tuple[Decimals, Integers]:
    """Two people a team, each of whom says yes where theirs is true."""
    return np.array([first, first, second, second], dtype=float), np.array([0, 0, 1, 1])


def test_the_answer_that_only_one_team_goes_by_comes_first() -> None:
    votes, teams = judged(ANSWERS[:, 0] == 0, ANSWERS[:, 1] == 0)
    found = contrasts(ANSWERS, SIZES, tally(votes, teams))
    assert {(c.criterion, c.answer): c.difference.value for c in found} == pytest.approx(
        {(0, 0): 1.0, (0, 1): -1.0, (1, 0): -1.0, (1, 1): 1.0}
    )
    assert all(each.sure for each in found)


def test_that_one_team_says_yes_more_often_to_everything_is_no_contrast() -> None:
    votes, teams = judged(np.ones(16), np.zeros(16))
    found = contrasts(ANSWERS, SIZES, tally(votes, teams))
    assert [each.difference for each in found] == [(0, 0, 0)] * 4
    assert not any(each.sure for each in found)


def test_an_answer_of_two_leads_is_not_enough_data() -> None:
    answers = ANSWERS.copy()
    answers[2:, 0] = -1
    votes, teams = judged(answers[:, 0] == 0, answers[:, 1] == 0)
    found = contrasts(answers, SIZES, tally(votes, teams))
    scarce = [each for each in found if not each.enough]
    assert [(c.criterion, c.answer, c.with_it, c.without) for c in scarce] == [(0, -1, 14, 2), (0, 0, 2, 14)]
    assert found[-2:] == tuple(scarce)
    assert np.isnan(scarce[0].difference.value)


def test_only_leads_that_both_teams_judged_count() -> None:
    votes, teams = judged(ANSWERS[:, 0] == 0, ANSWERS[:, 1] == 0)
    votes[2:, 8:] = np.nan
    found = contrasts(ANSWERS, SIZES, tally(votes, teams))
    assert {(each.with_it, each.without) for each in found} == {(4, 4)}


def test_guesses_of_chance_are_rarely_called_sure() -> None:
    random = np.random.default_rng(3)
    teams, sure, told = np.array([0, 0, 0, 1, 1, 1]), 0, 0
    for _ in range(40):
        answers = random.integers(0, 2, (16, 2))
        found = contrasts(answers, SIZES, tally(random.integers(0, 2, (6, 16)).astype(float), teams))
        sure, told = sure + sum(each.sure for each in found), told + sum(each.enough for each in found)
    assert sure / told < 0.15
