"""The understanding check of a published version: asked once, judged alone, shown as shares."""

from __future__ import annotations

import pytest

from alignment.actions.definition import open_draft
from alignment.actions.people import change_team, choose_smallest_group
from alignment.actions.understanding import answer_understanding, ask_understanding
from alignment.people import Team
from alignment.refused import NotNow, NotUnderstood, Refused
from alignment.telling import tell
from alignment.understanding import UnderstandingCheck
from alignment.understood import Understood, receipt_of, understood
from definitions.scorecard import Verdict
from tests.alignment.rooms import Room
from tests.alignment.stages import Stage, room_at

QUALIFIED, NOT = Verdict.QUALIFIED, Verdict.NOT_QUALIFIED


def checked_room() -> Room:
    """Version 1 (Budget: Yes 5, No 0; qualified from 4) is in force, and everybody is asked about it."""
    room = room_at(Stage.PUBLISHED)
    room.act(ask_understanding, "p1")
    return room


def check(room: Room) -> UnderstandingCheck:
    return room.workshop.understanding[1]


def answer(room: Room, name: str, *verdicts: Verdict | None) -> None:
    """Somebody judges the leads, in order."""
    for lead, verdict in enumerate(verdicts):
        room.act(answer_understanding, room.id(name), lead, verdict)


def right_ones(room: Room) -> list[Verdict]:
    return [receipt_of(room.workshop, check(room), lead).verdict for lead in range(len(check(room).leads))]


def shown(room: Room) -> Understood:
    return understood(room.workshop, check(room))


def test_the_leads_asked_about_are_golden_ones_of_different_verdicts() -> None:
    room = checked_room()
    assert check(room).leads == ({"Budget": "Yes"}, {"Budget": "No"})
    assert right_ones(room) == [QUALIFIED, NOT]


def test_everybody_is_asked_once_a_version_and_only_about_one_in_force() -> None:
    with pytest.raises(NotNow, match="No definition is in force"):
        room_at(Stage.SETTLED).act(ask_understanding, "p1")
    room = checked_room()
    with pytest.raises(NotNow, match="asked about this version already"):
        room.act(ask_understanding, "p1")
    published = room_at(Stage.PUBLISHED)
    with pytest.raises(NotNow, match="Nobody has been asked"):
        published.act(answer_understanding, published.id("Sal"), 0, NOT)


def test_the_share_right_is_counted_by_team_and_by_lead() -> None:
    room = checked_room()
    answer(room, "Sal", QUALIFIED, NOT)
    answer(room, "Dee", NOT, NOT)
    answer(room, "Mark", None)
    found = shown(room)
    assert (found.together.right, found.together.given, found.together.people) == (3, 5, 3)
    assert found.by_team[Team.SALES].share == 0.75
    assert found.by_team[Team.MARKETING].share == 0.0
    assert Team.EXECUTIVES not in found.by_team, "nobody answered"
    assert [right.share for right in found.by_lead] == [1 / 3, 1.0]


def test_the_clause_that_was_misread_most_comes_first_with_its_id() -> None:
    room = checked_room()
    answer(room, "Sal", NOT, QUALIFIED)
    answer(room, "Dee", Verdict.NURTURE)
    found = [(misread.name, misread.times, misread.clause_id) for misread in shown(room).misread]
    assert found == [
        ("Budget", 2.0, room.clause("Budget").id),
        ("Threshold", 1.0, room.clause("Threshold").id),
    ]


def test_a_group_smaller_than_the_host_chose_is_not_shown_on_its_own() -> None:
    room = checked_room()
    answer(room, "Sal", QUALIFIED)
    answer(room, "Dee", QUALIFIED)
    answer(room, "Eve", QUALIFIED)
    room.act(choose_smallest_group, "p1", 2)
    assert set(shown(room).by_team) == {Team.SALES}
    assert shown(room).together.people == 3
    for number, why in ((0, "1 to 10 people"), (11, "1 to 10 people"), (2, "so already")):
        with pytest.raises(Refused, match=why):
            room.act(choose_smallest_group, "p1", number)


def test_a_lead_is_judged_once_because_the_right_answer_is_shown_then() -> None:
    room = checked_room()
    answer(room, "Sal", QUALIFIED)
    with pytest.raises(NotNow, match="judged this lead already"):
        answer(room, "Sal", NOT)
    for lead in (-1, 2):
        with pytest.raises(NotUnderstood, match="no such lead"):
            room.act(answer_understanding, room.id("Sal"), lead, NOT)


def test_the_record_tells_nobody_else_how_somebody_answered() -> None:
    room = checked_room()
    answer(room, "Sal", NOT)
    tellings = {
        name: tell(room.workshop, room.record[-1], room.person(name), room.now) for name in ("Sal", "Hana")
    }
    assert tellings == {
        "Sal": "judged lead 1 by version 1: not qualified",
        "Hana": "judged a lead by version 1",
    }


def test_the_check_goes_on_while_the_next_version_is_drafted_and_counts_those_who_vote() -> None:
    room = checked_room()
    room.act(open_draft, "p1")
    answer(room, "Sal", QUALIFIED)
    assert shown(room).together.share == 1.0
    room.act(change_team, "p1", room.id("Sal"), Team.OBSERVERS)
    assert shown(room).together.share is None
