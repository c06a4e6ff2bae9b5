"""What verdicts would cost each team."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from definitions.calibration.losses import Loss, losses
from definitions.calibration.matching import matches
from definitions.calibration.votes import tally

TEAMS = np.array([0, 0, 1])


def test_a_team_misses_what_it_wants_and_gets_what_it_does_not() -> None:
    votes = np.array([[1.0, 0, 1, 0.5], [1, 0, 0, np.nan], [0, 1, np.nan, 1]])
    found = losses(tally(votes, TEAMS), np.array([False, True, True, True]))
    assert found == (Loss(0, missed=1, unwanted=1, leads=2), Loss(1, missed=0, unwanted=0, leads=3))


@given(st.lists(st.tuples(st.sampled_from([0.0, 0.5, 1.0]), st.booleans()), min_size=1, max_size=12))
def test_losses_are_all_the_leads_on_which_the_verdict_does_not_match(each: list[tuple[float, bool]]) -> None:
    votes, qualified = np.array([[vote for vote, _ in each]]), np.array([verdict for _, verdict in each])
    (loss,), (match,) = losses(tally(votes, TEAMS[:1]), qualified), matches(votes, TEAMS[:1], qualified)
    assert (loss.missed + loss.unwanted, loss.leads) == (match.leads - match.agreed, match.leads)
