"""Who agrees with whom, on which leads they do not, and how far the scorecard agrees with each team."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings

from definitions.calibration.disputes import disputes
from definitions.calibration.matching import matches
from definitions.calibration.pairs import pair_agreements
from definitions.calibration.votes import tally
from definitions.intervals import share
from definitions.profiles import Decimals
from tests.definitions.calibration.judged import VOTES, tally_of, votes_of


@settings(max_examples=30, deadline=None)
@given(VOTES)
def test_agreement_of_two_teams_counts_every_pair_of_their_people(votes: Decimals) -> None:
    teams = np.arange(len(votes)) % 3
    for found in pair_agreements(tally(votes, teams, 3)):
        ones, others = np.flatnonzero(teams == found.first), np.flatnonzero(teams == found.second)
        pairs = combinations(ones, 2) if found.first == found.second else product(ones, others)
        sides = [
            (a, b) for p, q in pairs for a, b in zip(votes[p], votes[q], strict=True) if {a, b} <= {0.0, 1.0}
        ]
        alike = sum(a == b for a, b in sides) / len(sides) if sides else np.nan
        assert found.alike.value == pytest.approx(alike, nan_ok=True)


def test_teams_that_agree_within_and_not_between() -> None:
    found = pair_agreements(tally_of([("yyynnn", 0), ("yyynnn", 0), ("nnnyyn", 1), ("nnnyyn", 1)]))
    assert [(p.first, p.second, round(p.alike.value, 3)) for p in found] == [
        (0, 0, 1),
        (0, 1, 0.167),
        (1, 1, 1),
    ]
    assert found[1].alike.low <= found[1].alike.value <= found[1].alike.high < 0.7


def test_few_leads_to_compare_give_no_interval() -> None:
    (_, between, _) = pair_agreements(tally_of([("yyyy....", 0), ("....yynn", 0), ("yn..nn..", 1)]))
    assert (between.leads, between.alike.value) == (4, 0.25)
    assert np.isnan(between.alike.low)


def test_the_agenda_begins_with_what_teams_dispute_and_ends_with_what_all_say() -> None:
    found = disputes(tally_of([("yyyy.", 0), ("yyyn.", 0), ("nyyy.", 1), ("n?yn.", 1)]))
    assert [each.lead for each in found] == [0, 3, 1, 2]
    assert [each.between for each in found] == pytest.approx([1.0, 0.5, 0.25, 0.0])
    assert found[1].within == 0.5
    assert found[2].leaning == (1.0, 0.75)


@settings(max_examples=30, deadline=None)
@given(VOTES)
def test_the_agenda_does_not_depend_on_who_is_called_yes(votes: Decimals) -> None:
    teams = np.arange(len(votes)) % 3
    one, other = disputes(tally(votes, teams)), disputes(tally(1 - votes, teams))
    assert [each.lead for each in one] == [each.lead for each in other]
    assert len(one) == np.isfinite(votes).any(axis=0).sum()


def test_the_scorecard_agrees_with_a_team_where_most_of_it_say_the_same() -> None:
    votes = votes_of("yynn", "yyn?", "yn.y", "nnny")
    found = matches(votes, np.array([0, 0, 1, 1]), np.array([True, False, False, True]), 3)
    assert [(m.agreed, m.leads) for m in found] == [(2, 4), (3, 3), (0, 0)]
    assert found[0].share == share(2, 4)
    assert np.isnan(found[2].share.value)


def test_a_lead_on_which_a_team_is_split_says_nothing() -> None:
    (found,) = matches(votes_of("yy", "ny"), np.zeros(2, dtype=int), np.array([True, True]))
    assert (found.agreed, found.leads) == (1, 1)


@pytest.mark.parametrize(
    ("votes", "teams", "message"),
    [([[0.3]], [0], "a vote is"), ([[1.0]], [0, 1], "one team"), ([[1.0]], [-1], "in a team")],
)
def test_votes_that_mean_nothing_are_refused(
    votes: list[list[float]], teams: list[int], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        tally(np.array(votes), np.array(teams))
