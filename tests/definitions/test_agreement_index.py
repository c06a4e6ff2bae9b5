"""The function-aware index beside the plain majority."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.agreement import Result, TeamResult
from alignment.people import Team
from definitions.agreement_index import agreement_index, plain_majority, smoothed

VOTES = st.lists(st.integers(0, 30).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1)


@pytest.mark.parametrize(
    ("agree", "positions", "share"),
    [(0, 0, 1 / 2), (1, 1, 3 / 4), (0, 1, 1 / 4), (2, 2, 5 / 6), (0, 2, 1 / 6)],
)
def test_a_small_teams_share_is_drawn_towards_a_half(agree: int, positions: int, share: float) -> None:
    assert smoothed(agree, positions) == pytest.approx(share)


def test_a_majority_with_one_team_against_is_not_agreement() -> None:
    assert plain_majority([8, 0], [8, 2]) == 0.8
    assert agreement_index([8, 0], [8, 2]) == pytest.approx(math.sqrt(8.5 / 9 * 0.5 / 3))


@given(VOTES)
def test_the_index_lies_between_the_lowest_and_the_highest_share(votes: list[tuple[int, int]]) -> None:
    shares = [smoothed(a, n) for a, n in votes]
    index = agreement_index(*zip(*votes, strict=True))
    assert min(shares) - 1e-9 <= index <= max(shares) + 1e-9
    assert 0 < index < 1


@given(VOTES, st.randoms(use_true_random=False))
def test_the_order_of_teams_changes_nothing(votes: list[tuple[int, int]], random: object) -> None:
    other = list(votes)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert agreement_index(*zip(*other, strict=True)) == pytest.approx(
        agreement_index(*zip(*votes, strict=True))
    )


@given(VOTES, st.integers(0, 100))
def test_another_yes_in_any_team_raises_the_index(votes: list[tuple[int, int]], place: int) -> None:
    agree, positions = (list(each) for each in zip(*votes, strict=True))
    before = agreement_index(agree, positions)
    agree[place % len(agree)] += 1
    positions[place % len(agree)] += 1
    assert agreement_index(agree, positions) > before


def test_more_can_not_agree_than_took_a_position() -> None:
    with pytest.raises(ValueError, match="no more can agree"):
        agreement_index([2], [1])


def test_without_teams_or_positions_there_is_no_number() -> None:
    assert math.isnan(agreement_index([], []))
    assert math.isnan(plain_majority([0, 0], [0, 0]))


def test_a_rounds_result_has_both_numbers() -> None:
    marketing = TeamResult(Team.MARKETING, 9, agree=6, reservations=2, abstain=1)
    sales = TeamResult(Team.SALES, 2, disagree=2)
    result = Result((marketing, sales))
    assert result.majority == 0.8
    assert result.index == pytest.approx(agreement_index([8, 0], [8, 2]))
