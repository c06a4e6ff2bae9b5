"""Golden leads are judged again after each edit, and one that flips blocks freezing until acknowledged."""

from typing import Any

import pytest

from alignment.actions.clauses import propose_clause, revise_clause
from alignment.actions.definition import freeze
from alignment.actions.golden_leads import acknowledge_golden_flip, drop_golden_lead, keep_golden_lead
from alignment.golden_runs import blocking, golden_runs
from alignment.present import present_scorecard
from alignment.readiness import lacks
from alignment.refused import NotNow, NotUnderstood, Overtaken, Refused
from definitions.scorecard import Verdict
from tests.alignment.drafting import agreed_room
from tests.alignment.rooms import Room, criterion, staffed_room, threshold
from tests.alignment.stages import Stage, golden_id, room_at

YES, NO = {"Budget": "Yes"}, {"Budget": "No", "Region": None}


def keep(room: Room, name: str, answers: Any, expected: Verdict = Verdict.QUALIFIED) -> str:
    room.act(keep_golden_lead, room.id("Sal"), name, answers, expected, "We know it.")
    return golden_id(room, name)


def acknowledge(room: Room, golden: str, verdict: Verdict, reason: str = "It is right so.") -> None:
    room.act(acknowledge_golden_flip, "p1", golden, verdict, reason)


def blocked(room: Room) -> list[str]:
    scorecard = present_scorecard(room.workshop)
    assert scorecard is not None
    return [run.lead.name for run in blocking(room.workshop, scorecard)]


def freeze_now(room: Room) -> None:
    room.act(freeze, "p1", [person.id for person in room.workshop.voters()])


def test_an_example_and_a_counter_example_that_are_judged_right_block_nothing() -> None:
    room = agreed_room(criterion(), threshold())
    keep(room, "Good", YES)
    keep(room, "Bad", NO, Verdict.NOT_QUALIFIED)
    assert blocked(room) == []
    assert lacks(room.workshop) == ()
    freeze_now(room)
    assert room.workshop.frozen is not None


def test_a_flipped_golden_lead_blocks_freezing_until_a_facilitator_acknowledges_it() -> None:
    room = agreed_room(criterion(), threshold())
    golden = keep(room, "Was good", NO)
    sentence = (
        "The golden lead “Was good” should be qualified, and would now be not qualified. "
        "Change the scorecard, or acknowledge it with a reason."
    )
    assert lacks(room.workshop) == (sentence,)
    with pytest.raises(NotNow) as refused:
        freeze_now(room)
    assert str(refused.value) == sentence
    acknowledge(room, golden, Verdict.NOT_QUALIFIED)
    assert lacks(room.workshop) == ()
    freeze_now(room)
    accepted = room.workshop.golden_leads[golden].acknowledged
    assert accepted is not None
    assert (accepted.by, accepted.reason) == ("p1", "It is right so.")


def test_an_acknowledgement_is_for_one_verdict_only() -> None:
    room = room_at(Stage.DRAFTS)
    golden = golden_id(room, "Odd")
    acknowledge(room, golden, Verdict.NOT_QUALIFIED)
    assert blocked(room) == []
    now = room.clause("Threshold")
    lower = threshold().model_copy(update={"nurture_from": 0})
    room.act(revise_clause, "p1", now.id, 1, lower)
    assert blocked(room) == ["Odd"]
    acknowledge(room, golden, Verdict.NURTURE)
    assert blocked(room) == []


def test_each_edit_runs_the_examples_again() -> None:
    room = room_at(Stage.DRAFTS)
    scorecard = present_scorecard(room.workshop)
    assert scorecard is not None
    assert [(r.lead.name, r.flipped) for r in golden_runs(room.workshop, scorecard)] == [
        ("Fine", False),
        ("Odd", True),
    ]
    room.act(revise_clause, room.id("Mark"), room.clause("Budget").id, 1, criterion(best=3))
    assert blocked(room) == ["Fine", "Odd"]


def test_only_the_verdict_that_the_lead_gets_now_can_be_acknowledged() -> None:
    room = room_at(Stage.DRAFTS)
    odd, fine = golden_id(room, "Odd"), golden_id(room, "Fine")
    with pytest.raises(Overtaken, match="would now be not qualified"):
        acknowledge(room, odd, Verdict.NURTURE)
    with pytest.raises(NotNow, match="nothing to acknowledge"):
        acknowledge(room, fine, Verdict.QUALIFIED)
    with pytest.raises(NotUnderstood, match="Say why"):
        acknowledge(room, odd, Verdict.NOT_QUALIFIED, " ")
    acknowledge(room, odd, Verdict.NOT_QUALIFIED)
    with pytest.raises(NotNow, match="acknowledged already"):
        acknowledge(room, odd, Verdict.NOT_QUALIFIED)
    with pytest.raises(NotUnderstood, match="no such golden lead"):
        acknowledge(room, "g0", Verdict.NOT_QUALIFIED)


def test_before_there_is_a_scorecard_no_golden_lead_can_flip() -> None:
    room = staffed_room()
    golden = keep(room, "Early", YES)
    assert not any("golden" in sentence for sentence in lacks(room.workshop))
    with pytest.raises(NotNow, match="nothing to acknowledge"):
        acknowledge(room, golden, Verdict.NOT_QUALIFIED)
    room.act(propose_clause, "p1", criterion("Region"))
    assert not any("golden" in sentence for sentence in lacks(room.workshop))


def test_a_golden_lead_that_is_dropped_blocks_no_longer() -> None:
    room = room_at(Stage.DRAFTS)
    room.act(drop_golden_lead, room.id("Sal"), golden_id(room, "Odd"))
    assert blocked(room) == []


def test_a_golden_lead_keeps_only_the_answers_it_gives() -> None:
    room = room_at(Stage.DRAFTS)
    kept = keep(room, "Bad", NO, Verdict.NOT_QUALIFIED)
    golden = room.workshop.golden_leads[kept]
    assert (golden.answers, golden.why, golden.by) == ({"Budget": "No"}, "We know it.", room.id("Sal"))


@pytest.mark.parametrize(("name", "message"), [("", "is empty"), (" fine ", "of this name already")])
def test_golden_leads_have_names_that_tell_them_apart(name: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        keep(room_at(Stage.DRAFTS), name, YES)


def test_a_workshop_keeps_at_most_200_golden_leads() -> None:
    room = room_at(Stage.DRAFTS)
    for number in range(198):
        keep(room, f"Lead {number}", YES)
    with pytest.raises(Refused, match="at most 200"):
        keep(room, "One more", YES)
