"""What taking a glossary from a file would change, and taking it."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import cast_ballot, close_ballot, open_ballot
from alignment.actions.clauses import MOST_CLAUSES, propose_all, revise_clause, withdraw_clause
from alignment.actions.revising import revise_all
from alignment.actions.rulings import escalate, rule
from alignment.clauses import Status
from alignment.glossary_changes import RULED, Fault, GlossaryChanges, Row, changes
from alignment.outcomes import Outcome
from alignment.refused import NotAllowed, Overtaken, Refused
from alignment.stances import Stance
from definitions.glossaries.columns import Column
from tests.alignment.rooms import Room, staffed_room, term

HOST = "p1"


@pytest.fixture
def room() -> Room:
    room = staffed_room()
    room.act(propose_all, HOST, [term("Suspect"), term("Prospect"), term("Inquiry", "A first sign.")])
    return room


def row(line: int, name: str, definition: str = "Somebody who might buy.", **more: str) -> Row:
    cells = {Column.TERM: name, Column.DEFINITION: definition}
    return Row(line, {**cells, **{Column(field.replace("_", " ")): text for field, text in more.items()}})


def found(room: Room, *rows: Row) -> GlossaryChanges:
    return changes(room.workshop, rows)


def test_terms_are_new_changed_or_as_before_and_those_not_named_stay(room: Room) -> None:
    plan = found(room, row(2, "Suspect"), row(3, "prospect", owner="Sales"), row(4, "Champion"))
    assert [term.name for term in plan.new] == ["Champion"]
    assert [(change.before.owner, change.after.owner) for change in plan.changed] == [("", "Sales")]
    assert [term.name for term in plan.unchanged] == ["Suspect"]
    assert not plan.faults
    room.act(revise_all, HOST, plan.wanted)
    assert [clause.name for clause in room.workshop.clauses.values()] == [
        "Suspect",
        "prospect",
        "Inquiry",
        "Champion",
    ]


def test_the_same_file_again_changes_nothing(room: Room) -> None:
    room.act(revise_all, HOST, found(room, row(2, "Prospect", owner="Sales"), row(3, "New")).wanted)
    again = found(room, row(2, "Prospect", owner="Sales"), row(3, "New"))
    assert (again.wanted, len(again.unchanged)) == ((), 2)


def test_lines_that_cannot_be_taken_are_told_with_their_reasons(room: Room) -> None:
    plan = changes(
        room.workshop,
        [
            row(2, "Empty", ""),
            row(3, "", "Something."),
            row(4, "Deal", relations="somehow: Lead"),
            row(5, "Once"),
            row(6, "once"),
            row(7, "x" * 201),
        ],
        [Fault(1, "", "Unreadable.")],
    )
    assert [(fault.line, fault.reason.split(":")[0]) for fault in plan.faults] == [
        (1, "Unreadable."),
        (2, "Definition is empty."),
        (3, "Name is empty."),
        (4, "“somehow"),
        (6, "This term stands in line 5 already."),
        (7, "Name is longer than 200 characters."),
    ]
    assert [term.name for term in plan.new] == ["Once"]


def test_a_term_that_was_ruled_on_is_not_changed(room: Room) -> None:
    clause = room.clause("Inquiry")
    room.act(open_ballot, HOST, clause.id)
    room.act(cast_ballot, HOST, clause.id, Stance.DISAGREE, "Too vague.")
    room.act(close_ballot, HOST, clause.id)
    room.act(escalate, HOST, clause.id)
    room.act(rule, room.id("Dee"), clause.id, Outcome.STANDS, 1, "Enough.")
    plan = found(room, row(2, "Inquiry", "Otherwise."))
    assert (plan.wanted, plan.faults) == ((), (Fault(2, "Inquiry", RULED),))
    assert len(found(room, row(2, "Inquiry", "A first sign.")).unchanged) == 1


def test_a_term_that_was_left_out_is_new_again(room: Room) -> None:
    room.act(withdraw_clause, HOST, room.clause("Inquiry").id)
    assert [term.name for term in found(room, row(2, "Inquiry")).new] == ["Inquiry"]


def test_a_changed_term_that_was_put_to_the_vote_opens_again(room: Room) -> None:
    room.act(open_ballot, HOST, room.clause("Inquiry").id)
    plan = found(room, row(2, "Inquiry", "Otherwise."), row(3, "Suspect", "Otherwise."))
    assert plan.opens_again == 1
    room.act(revise_all, HOST, plan.wanted)
    assert room.status("Inquiry") is Status.OPEN
    assert room.clause("Inquiry").round is not None


def test_what_somebody_changed_after_the_preview_is_not_overwritten(room: Room) -> None:
    plan = found(room, row(2, "Inquiry", "Otherwise."), row(3, "New"))
    room.act(revise_clause, room.id("Sal"), room.clause("Inquiry").id, 1, term("Inquiry", "Mine."))
    with pytest.raises(Overtaken):
        room.act(revise_all, HOST, plan.wanted)
    assert len(room.workshop.clauses) == 3


def test_observers_cannot_take_a_file_over(room: Room) -> None:
    with pytest.raises(NotAllowed):
        room.act(revise_all, room.id("Obi"), found(room, row(2, "New")).wanted)


def test_a_file_with_more_terms_than_a_workshop_holds_is_refused_whole(room: Room) -> None:
    many = [row(line, f"Term {line}") for line in range(MOST_CLAUSES)]
    with pytest.raises(Refused, match="holds at most"):
        room.act(revise_all, HOST, found(room, *many).wanted)
    assert len(room.workshop.clauses) == 3
