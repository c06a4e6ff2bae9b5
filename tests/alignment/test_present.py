"""The scorecard on the table."""

from __future__ import annotations

from alignment.actions.clauses import propose_clause, revise_clause, withdraw_clause
from alignment.present import present, present_scorecard
from definitions.threshold import Threshold
from tests.alignment.rooms import criterion, opened_room, threshold


def test_without_a_criterion_there_is_no_scorecard() -> None:
    room = opened_room()
    room.act(propose_clause, "p1", threshold())
    assert present_scorecard(room.workshop) is None


def test_without_a_threshold_clause_four_fifths_of_the_points_are_the_threshold() -> None:
    room = opened_room()
    room.act(propose_clause, "p1", criterion(best=25))
    found = present(room.workshop)
    assert found is not None
    assert found.threshold is None
    assert found.scorecard.threshold == Threshold(qualified_from=20)


def test_the_latest_wordings_of_criteria_and_threshold_count() -> None:
    room = opened_room()
    room.act(propose_clause, "p1", criterion())
    room.act(propose_clause, "p1", threshold(4))
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=9))
    found = present(room.workshop)
    assert found is not None
    assert found.scorecard.highest == 9
    assert found.threshold is not None
    assert found.scorecard.threshold.qualified_from == 4


def test_a_clause_that_is_left_out_does_not_score() -> None:
    room = opened_room()
    for name in ("Budget", "Role"):
        room.act(propose_clause, "p1", criterion(name))
    room.act(withdraw_clause, "p1", room.clause("Role").id)
    found = present(room.workshop)
    assert found is not None
    assert [c.name for c in found.criteria] == ["Budget"]
