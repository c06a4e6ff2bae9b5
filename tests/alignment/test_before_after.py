"""Alignment before and after: first and last calibration, understanding, clauses settled."""

from __future__ import annotations

import numpy as np

from alignment.actions.calibrations import judge_lead, open_calibration, reveal_calibration
from alignment.actions.understanding import answer_understanding
from alignment.before_after import Matches, before_and_after, matching_now
from alignment.judgements import Judgement
from alignment.people import Team
from definitions.scorecard import Verdict
from tests.alignment.rooms import LEADS, Room, staffed_room
from tests.alignment.stages import DRAWN, Stage, calibration_id, room_at

YES, NO, UNSURE = Judgement.QUALIFIED, Judgement.NOT, Judgement.UNSURE


def calibrate(room: Room, name: str, **judged: tuple[Judgement, ...]) -> None:
    """A whole calibration, in which each named person judged the leads in order."""
    room.act(open_calibration, "p1", name, LEADS.lead_set, 8, DRAWN)
    for person, judgements in judged.items():
        for lead, judgement in enumerate(judgements):
            room.act(judge_lead, room.id(person), calibration_id(room), lead, judgement)
    room.act(reveal_calibration, "p1", calibration_id(room))


def test_with_nothing_measured_there_is_neither_before_nor_after() -> None:
    room = staffed_room()
    found = before_and_after(room.workshop, room.now)
    assert (found.first, found.last, found.understood_first, found.understood_last) == (None,) * 4
    assert (found.settled, found.clauses) == (0, 0)


def test_before_is_the_first_calibration_and_after_the_last_one_that_somebody_judged() -> None:
    room = room_at(Stage.SETTLED)
    calibrate(room, "After", Sal=(YES, YES, NO, UNSURE), Mark=(NO, YES, NO))
    calibrate(room, "Nobody came")
    found = before_and_after(room.workshop, room.now)
    assert found.first is not None
    assert found.last is not None
    assert (found.first.calibration.name, found.last.calibration.name) == ("Before", "After")
    np.testing.assert_array_equal(found.first.judgements.votes, [[1, np.nan, np.nan, np.nan]])
    np.testing.assert_array_equal(found.last.judgements.votes, [[0, 1, 0, np.nan], [1, 1, 0, 0.5]])
    assert (found.first.settled, found.first.clauses) == (0, 0)
    assert (found.last.settled, found.last.clauses, found.settled, found.clauses) == (2, 2, 2, 2)


def test_a_calibration_that_is_still_sealed_is_not_in_it() -> None:
    room = room_at(Stage.SETTLED)
    room.act(open_calibration, "p1", "After", LEADS.lead_set, 8, DRAWN)
    room.act(judge_lead, room.id("Sal"), calibration_id(room), 0, NO)
    assert before_and_after(room.workshop, room.now).last is None
    assert matching_now(room.workshop, room.workshop.calibrations[calibration_id(room)]) == {}


def test_agreement_with_the_scorecard_counts_each_teams_sure_judgements() -> None:
    room = room_at(Stage.SETTLED)
    calibrate(room, "After", Sal=(YES, YES, NO, UNSURE), Dee=(NO,), Mark=(NO, YES, NO))
    last = before_and_after(room.workshop, room.now).last
    assert last is not None
    assert last.matches == {
        Team.MARKETING: Matches(2, 3),
        Team.SALES: Matches(3, 4),
        Team.EXECUTIVES: Matches(0, 0),
    }
    assert last.matches[Team.SALES].share == 0.75
    assert last.matches[Team.EXECUTIVES].share is None
    assert matching_now(room.workshop, last.calibration) == last.matches


def test_before_there_was_a_scorecard_there_is_nothing_to_agree_with() -> None:
    first = before_and_after(room_at(Stage.DRAFTS).workshop, room_at(Stage.DRAFTS).now).first
    assert first is not None
    assert first.matches == {}


def test_understanding_is_that_of_the_first_and_the_last_check_that_somebody_answered() -> None:
    room = room_at(Stage.REDRAFTING)
    room.act(answer_understanding, room.id("Dee"), 0, Verdict.NOT_QUALIFIED)
    found = before_and_after(room.workshop, room.now)
    assert found.understood_first is not None
    assert (found.understood_first.share, found.understood_last) == (0.5, None)
