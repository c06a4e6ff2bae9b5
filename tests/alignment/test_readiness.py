"""Before a draft is frozen, everybody can see what it lacks, and how it will read."""

from __future__ import annotations

import pytest

from alignment.actions.definition import freeze
from alignment.actions.people import remove_participant
from alignment.readiness import lacks, likely_signatories, preview
from alignment.refused import Refused
from alignment.standing import unsettled
from definitions.document import sha256
from tests.alignment.drafting import agreed_room
from tests.alignment.rooms import Room, criterion, opened_room, staffed_room, threshold
from tests.alignment.stages import Stage, room_at


def names(room: Room) -> set[str]:
    return {person.name for person in likely_signatories(room.workshop)}


def freezable(room: Room) -> bool:
    """Whether the host can freeze the draft when everybody signs."""
    try:
        room.copy().act(freeze, "p1", [person.id for person in room.workshop.voters()])
    except Refused:
        return False
    return True


def test_an_empty_workshop_of_one_lacks_substance_people_and_a_decider() -> None:
    assert lacks(opened_room().workshop) == (
        "A definition needs at least one criterion.",
        "A definition needs a threshold.",
        "Nobody from sales is in the workshop, and each team must sign.",
        "Nobody from executives is in the workshop, and each team must sign.",
        "There is no decider yet, who must sign too.",
    )


def test_a_threshold_that_no_lead_can_reach_is_lacking_sense() -> None:
    room = agreed_room(criterion(best=5), threshold(6))
    assert lacks(room.workshop) == (
        "No lead could ever qualify: the threshold is 6 points, and the criteria give at most 5.",
    )


@pytest.mark.parametrize(
    "stage", [s for s in Stage if s not in {Stage.REVIEWING, Stage.FROZEN, Stage.PUBLISHED}]
)
def test_a_draft_that_lacks_nothing_can_be_frozen_and_no_other(stage: Stage) -> None:
    room = room_at(stage)
    ready = not lacks(room.workshop) and not unsettled(room.workshop, room.now)
    assert freezable(room) == ready


@pytest.mark.parametrize(
    "room",
    [
        agreed_room(criterion()),
        agreed_room(threshold()),
        agreed_room(criterion(best=5), threshold(6)),
        agreed_room(criterion(best=5), threshold(5)),
    ],
    ids=["no threshold", "no criterion", "out of reach", "just within reach"],
)
def test_what_is_said_to_be_lacking_is_what_freezing_refuses(room: Room) -> None:
    assert freezable(room) == (not lacks(room.workshop))


def test_a_removed_decider_is_missed() -> None:
    room = room_at(Stage.SETTLED)
    room.act(remove_participant, "p1", room.id("Dee"))
    assert lacks(room.workshop) == ("There is no decider yet, who must sign too.",)
    assert not freezable(room)


def test_the_preview_is_the_text_that_freezing_fixes() -> None:
    room = room_at(Stage.SETTLED)
    signers = [person for person in room.workshop.voters() if person.name in {"Mark", "Dee", "Eve"}]
    text = preview(room.workshop, signers, room.now)
    room.act(freeze, "p1", [person.id for person in signers])
    assert text is not None
    assert room.workshop.frozen is not None
    assert sha256(text) == room.workshop.frozen.sha256


def test_there_is_no_preview_before_a_criterion_and_the_threshold_are_settled() -> None:
    assert preview(room_at(Stage.DISPUTED).workshop, (), room_at(Stage.DISPUTED).now) is None


def test_at_first_the_decider_and_whoever_is_a_team_alone_are_likely_to_sign() -> None:
    room = staffed_room()
    assert names(room) == {"Dee"}
    room.act(remove_participant, "p1", room.id("Eve"))
    assert names(room) == {"Dee", "Xan"}


def test_after_a_signed_version_those_who_signed_are_likely_to_sign_again() -> None:
    room = room_at(Stage.REDRAFTING)
    assert names(room) == {"Mark", "Sal", "Dee", "Eve"}
    room.act(remove_participant, "p1", room.id("Mark"))
    assert names(room) == {"Hana", "Sal", "Dee", "Eve"}
