"""The form for prospects: who opens it, and what it may ask."""

from __future__ import annotations

import pytest

from alignment.actions.self_qualification import change_self_qualification
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from definitions.self_qualification import ProspectForm, Wish, usual_question
from tests.alignment.rooms import criterion
from tests.alignment.stages import Stage, room_at

FORM = ProspectForm(questions=(usual_question(criterion()),))


def test_a_facilitator_opens_changes_and_closes_it() -> None:
    room = room_at(Stage.PUBLISHED)
    room.act(change_self_qualification, "p1", True, FORM)
    found = room.workshop.self_qualification
    assert found is not None
    assert (found.open, found.form, found.by, found.at) == (True, FORM, "p1", room.now)
    other = FORM.model_copy(update={"email": Wish.NEEDED})
    room.act(change_self_qualification, "p1", False, other)
    assert room.workshop.self_qualification is not None
    assert (room.workshop.self_qualification.open, room.workshop.self_qualification.form) == (False, other)
    assert room.replayed() == room.workshop


def test_changing_nothing_is_no_fact() -> None:
    room = room_at(Stage.PUBLISHED)
    room.act(change_self_qualification, "p1", True, FORM)
    with pytest.raises(NotNow, match="so already"):
        room.act(change_self_qualification, "p1", True, FORM)


def test_prospects_are_asked_only_by_a_definition_in_force() -> None:
    with pytest.raises(NotNow, match="No definition is in force"):
        room_at(Stage.SETTLED).act(change_self_qualification, "p1", True, FORM)
    with pytest.raises(NotAllowed):
        room_at(Stage.PUBLISHED).act(change_self_qualification, "p2", True, FORM)


@pytest.mark.parametrize("other", [criterion("Colour"), criterion(name="Budget")])
def test_what_the_definition_does_not_ask_so_is_refused_and_may_stay_in_a_closed_form(other: object) -> None:
    room = room_at(Stage.PUBLISHED)
    question = usual_question(other)  # type: ignore[arg-type]
    if question.criterion == "Budget":
        question = question.model_copy(update={"labels": ("Yes", "Maybe"), "words": ("Yes", "Maybe")})
    form = ProspectForm(questions=(question,))
    with pytest.raises(NotUnderstood, match=question.criterion):
        room.act(change_self_qualification, "p1", True, form)
    room.act(change_self_qualification, "p1", False, form)
