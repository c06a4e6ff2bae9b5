"""Blind calibration: each judges alone, sees the others after the reveal; arrays for whoever computes."""

from __future__ import annotations

import numpy as np
import pytest
from pydantic import ValidationError

from alignment.actions.calibrations import (
    open_calibration,
    propose_points,
)
from alignment.actions.leads import add_lead_set
from alignment.actions.people import change_team, remove_participant
from alignment.facts import CalibrationOpened
from alignment.finishing import finished_by_team
from alignment.judgements import Judgement
from alignment.judging import judgements, open_calibration_of, qualified_by
from alignment.people import Participant, Team
from alignment.present import present_scorecard
from alignment.refused import NotNow, NotUnderstood, Refused
from alignment.telling import tell
from alignment.topics import topic
from definitions.drawn_leads import DrawnLead, DrawnLeads, OwnCard
from tests.alignment.judging import NO, SECRET, UNSURE, YES, judge, judging_room, latest, reveal
from tests.alignment.rooms import LEADS, Room, staffed_room
from tests.alignment.stages import DRAWN, SALS_CARD, Stage, calibration_id, room_at


def told(room: Room, reader: Participant | None) -> str:
    return "\n".join(tell(room.workshop, entry, reader, room.now) for entry in room.record)


def test_before_the_reveal_one_sees_ones_own_judgements_and_points_only() -> None:
    room = judging_room()
    sal = room.person("Sal")
    assert latest(room).shown(sal.id, sal)[3].judgement is UNSURE
    assert latest(room).card_shown(sal.id, sal) == SALS_CARD
    for reader in (None, *(room.person(name) for name in ("Hana", "Mark", "Dee", "Ofi", "Obi", "Rex"))):
        assert not latest(room).shown(sal.id, reader)
        assert latest(room).card_shown(sal.id, reader) is None
    assert judgements(room.workshop, latest(room)) is None


@pytest.mark.parametrize("name", ["Hana", "Mark", "Dee", "Ofi", "Obi", "Rex"])
def test_the_record_tells_others_only_that_somebody_judged(name: str) -> None:
    room = judging_room()
    record = told(room, room.person(name))
    assert SECRET not in record
    assert "qualified from" not in record
    assert "judged a lead" in record
    assert "proposed points of their own" in record


def test_after_the_reveal_the_record_tells_everybody_who_judged_how() -> None:
    room = reveal(judging_room())
    record = told(room, room.person("Obi"))
    assert f"judged lead 3 to be not qualified: {SECRET}" in record
    assert "proposed points of their own, qualified from 7" in record


def test_judgements_are_arrays_of_people_by_leads_in_the_order_of_joining() -> None:
    room = reveal(judging_room())
    found = judgements(room.workshop, latest(room))
    assert found is not None
    assert [person.name for person in found.people] == ["Mark", "Sal"]
    np.testing.assert_array_equal(found.teams, [0, 1])
    np.testing.assert_array_equal(found.votes, [[1, np.nan, 1, np.nan], [1, 1, 0, 0.5]])
    np.testing.assert_array_equal(found.answers, [[0, 0], [0, 2], [1, 0], [1, -1]])
    np.testing.assert_array_equal(found.points, [[np.nan] * 5, [5, 0, 3, 2, 0]])
    np.testing.assert_array_equal(found.thresholds, [np.nan, 7])
    np.testing.assert_array_equal(found.gates, [[-1, -1], [0, -1]])


def test_a_calibration_that_nobody_judged_is_revealed_as_empty_arrays() -> None:
    room = staffed_room()
    room.act(add_lead_set, "p1", LEADS)
    room.act(open_calibration, "p1", "Before", LEADS.lead_set, 7, DRAWN)
    found = judgements(reveal(room).workshop, latest(room))
    assert found is not None
    assert (found.votes.shape, found.points.shape, found.gates.shape) == ((0, 4), (0, 5), (0, 2))


def test_those_who_were_removed_or_observe_now_do_not_count() -> None:
    room = judging_room()
    room.act(remove_participant, "p1", room.id("Mark"))
    room.act(change_team, "p1", room.id("Sal"), Team.OBSERVERS)
    found = judgements(reveal(room).workshop, latest(room))
    assert found is not None
    assert found.people == ()


def test_a_person_counts_for_the_team_they_belong_to_now() -> None:
    room = judging_room()
    room.act(change_team, "p1", room.id("Sal"), Team.EXECUTIVES)
    found = judgements(reveal(room).workshop, latest(room))
    assert found is not None
    np.testing.assert_array_equal(found.teams, [0, 2])


def test_the_last_judgement_counts_until_the_reveal() -> None:
    room = judging_room()
    judge(room, "Sal", 0, NO)
    assert latest(room).shown(room.id("Sal"), room.person("Sal"))[0].judgement is NO
    reveal(room)
    with pytest.raises(NotNow, match="stand as they are"):
        judge(room, "Sal", 0, YES)
    with pytest.raises(NotNow, match="stand as they are"):
        room.act(propose_points, room.id("Sal"), calibration_id(room), SALS_CARD)


@pytest.mark.parametrize(
    ("name", "lead", "judgement", "why"),
    [
        ("Obi", 0, YES, "Only members of the three teams"),
        ("Sal", 4, YES, "no such lead"),
        ("Sal", -1, YES, "no such lead"),
        ("Dee", 0, None, "Please choose first"),
        ("Mark", 0, YES, "how you judged this lead already"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_a_sentence(
    name: str, lead: int, judgement: Judgement | None, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        judge(judging_room(), name, lead, judgement)


@pytest.mark.parametrize(
    "card",
    [
        OwnCard(points=((5, 0),), threshold=7, gates=(0,)),
        OwnCard(points=((5, 0), (3, 2)), threshold=7, gates=(0, -1)),
        OwnCard(points=((5, 0), (3, 2, 0)), threshold=7, gates=(2, -1)),
        OwnCard(points=((5, 0), (3, 2, 0)), threshold=7, gates=(0,)),
    ],
)
def test_own_points_fit_the_drawn_leads_criteria(card: OwnCard) -> None:
    room = judging_room()
    with pytest.raises(NotUnderstood, match="each answer of each criterion"):
        room.act(propose_points, room.id("Sal"), calibration_id(room), card)


def test_points_of_ones_own_may_change_and_the_last_ones_count() -> None:
    room = judging_room()
    with pytest.raises(NotNow, match="proposed already"):
        room.act(propose_points, room.id("Sal"), calibration_id(room), SALS_CARD)
    other = SALS_CARD.model_copy(update={"threshold": 3})
    room.act(propose_points, room.id("Sal"), calibration_id(room), other)
    assert latest(room).card_shown(room.id("Sal"), room.person("Sal")) == other


def test_one_calibration_goes_on_at_a_time_and_several_after_one_another() -> None:
    room = judging_room()
    with pytest.raises(NotNow, match="Reveal it first"):
        room.act(open_calibration, "p1", "After", LEADS.lead_set, 8, DRAWN)
    reveal(room)
    assert open_calibration_of(room.workshop) is None
    room.act(open_calibration, "p1", "After", LEADS.lead_set, 8, DRAWN)
    assert open_calibration_of(room.workshop) == latest(room)
    assert [calibration.name for calibration in room.workshop.calibrations.values()] == ["Before", "After"]


def test_leads_are_drawn_from_a_lead_set_of_the_workshop() -> None:
    with pytest.raises(NotUnderstood, match="no such lead set"):
        room_at(Stage.DRAFTS).act(open_calibration, "p1", "After", "0" * 64, 8, DRAWN)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"leads": DRAWN.leads[:3]}, "4 to 40 leads"),
        ({"leads": (*DRAWN.leads, DrawnLead(answers=(2, 0)))}, "its criterion does not have"),
        ({"leads": (*DRAWN.leads, DrawnLead(answers=(0,)))}, "its criterion does not have"),
        ({"labels": DRAWN.labels[:1]}, "each criterion needs its answers"),
        ({"criteria": ("Budget", "Budget")}, "two criteria are the same"),
    ],
)
def test_drawn_leads_that_do_not_fit_their_criteria_are_none(changes: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        DrawnLeads(**{**dict(DRAWN), **changes})


def test_a_drawn_lead_says_nothing_but_answers() -> None:
    opened = next(e.fact for e in judging_room().record if isinstance(e.fact, CalibrationOpened))
    assert set(opened.drawn.leads[0].model_dump()) == {"answers", "stratum", "leads"}
    assert opened.drawn.answers_of(3) == {"Budget": "No", "Role": None}


def test_a_scorecard_says_which_of_the_drawn_leads_it_qualifies() -> None:
    scorecard = present_scorecard(room_at(Stage.DRAFTS).workshop)
    assert scorecard is not None
    np.testing.assert_array_equal(qualified_by(scorecard, DRAWN), [1, 1, 0, 0])


def test_the_progress_counts_people_by_team_and_says_nothing_of_their_judgements() -> None:
    room = judging_room()
    assert finished_by_team(room.workshop, latest(room)) == {
        Team.MARKETING: (0, 2),
        Team.SALES: (1, 2),
        Team.EXECUTIVES: (0, 2),
    }


def test_what_one_person_judges_moves_nobody_elses_page() -> None:
    room = judging_room()
    assert {topic(entry.fact) for entry in room.record[-7:]} == {"judging"}


def test_a_revealed_calibration_remembers_how_the_workshop_stood_then() -> None:
    room = room_at(Stage.SETTLED)
    room.act(open_calibration, "p1", "After", LEADS.lead_set, 8, DRAWN)
    reveal(room)
    stood = latest(room).revealed
    assert stood is not None
    assert (stood.settled, stood.clauses) == (2, 2)
    assert stood.scorecard == present_scorecard(room.workshop)
