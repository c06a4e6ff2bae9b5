"""A handoff names a place whose holidays are known when it is proposed; later it is read all the same."""

from __future__ import annotations

import pytest

from alignment.actions.clauses import propose_clause, revise_clause
from alignment.actions.revising import Wanted, revise_all
from alignment.refused import NotUnderstood
from definitions.business_hours import BusinessHours
from definitions.handoff import Handoff
from tests.alignment.rooms import staffed_room

UNKNOWN = Handoff(business_hours=BusinessHours(country="DE", subdivision="TX"))
WORDS = "Germany has no part called TX with holidays of its own."


def test_no_place_is_proposed_of_which_no_holidays_are_known() -> None:
    room = staffed_room()
    with pytest.raises(NotUnderstood, match=WORDS):
        room.act(propose_clause, "p1", UNKNOWN)
    with pytest.raises(NotUnderstood, match=WORDS):
        room.act(revise_all, "p1", (Wanted(None, 0, UNKNOWN),), "")
    nowhere = Handoff(business_hours=BusinessHours(country="XX"))
    with pytest.raises(NotUnderstood, match="No public holidays are known for a country called XX"):
        room.act(propose_clause, "p1", nowhere)
    room.act(propose_clause, "p1", Handoff(business_hours=BusinessHours(country="DE", subdivision="BY")))
    with pytest.raises(NotUnderstood, match=WORDS):
        room.act(revise_clause, "p1", list(room.workshop.clauses)[-1], 1, UNKNOWN, "")
