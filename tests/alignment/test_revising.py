"""Revising several clauses together."""

from __future__ import annotations

import pytest

from alignment.actions.clauses import propose_clause
from alignment.actions.revising import Wanted, revise_all
from alignment.refused import NotUnderstood, Overtaken, Refused
from tests.alignment.rooms import Room, criterion, term
from tests.alignment.stages import Stage, room_at

HOST = "Hana"


def drafts() -> Room:
    room = room_at(Stage.DRAFTS)
    room.act(propose_clause, room.id(HOST), term("Prospect"))
    return room


def test_all_clauses_are_revised_by_one_action() -> None:
    room = drafts()
    budget, prospect = room.clause("Budget"), room.clause("Prospect")
    other = term("Prospect").model_copy(update={"definition": "Somebody else."})
    wanted = [Wanted(budget.id, 1, criterion(best=7)), Wanted(prospect.id, 1, other)]
    room.act(revise_all, room.id(HOST), wanted)
    assert [len(room.clause(name).revisions) for name in ("Budget", "Prospect")] == [2, 2]


def test_a_clause_that_is_not_there_yet_is_proposed_with_them() -> None:
    room = drafts()
    new = Wanted(None, 0, term("Inquiry"))
    room.act(revise_all, room.id(HOST), [Wanted(room.clause("Budget").id, 1, criterion(best=7)), new])
    assert room.clause("Inquiry").id == f"c{room.workshop.head}"


def test_if_one_wording_was_overtaken_nothing_is_revised() -> None:
    room = drafts()
    head = room.workshop.head
    wanted = [
        Wanted(room.clause("Budget").id, 1, criterion(best=7)),
        Wanted(room.clause("Prospect").id, 9, term("Other")),
    ]
    with pytest.raises(Overtaken):
        room.act(revise_all, room.id(HOST), wanted)
    assert room.workshop.head == head


def test_the_same_clause_twice_and_nothing_at_all_are_refused() -> None:
    room = drafts()
    budget = room.clause("Budget").id
    twice = [Wanted(budget, 1, criterion(best=7)), Wanted(budget, 1, criterion(best=8))]
    for wanted in (twice, []):
        with pytest.raises(NotUnderstood):
            room.act(revise_all, room.id(HOST), wanted)


def test_a_new_clause_that_is_there_already_is_refused() -> None:
    room = drafts()
    with pytest.raises(Refused, match="of this name already"):
        room.act(revise_all, room.id(HOST), [Wanted(None, 0, term("Prospect"))])
