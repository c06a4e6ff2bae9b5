"""Clauses before the decider: by a facilitator, or by themselves after two rounds without agreement."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.actions.ballots import close_ballot, lift_objection, open_ballot
from alignment.actions.clauses import comment, propose_clause, restore_clause, revise_clause, withdraw_clause
from alignment.actions.rulings import escalate, reopen, rule
from alignment.clauses import Status
from alignment.escalating import BeforeDecider, affected, before_decider, escalation_rate
from alignment.outcomes import Outcome
from alignment.refused import NotNow
from alignment.stances import Stance
from alignment.waiting import Errand, Waiting, clauses_to_watch, waiting_for
from definitions.business_days import after_business_days
from definitions.business_hours import BusinessHours
from definitions.handoff import Handoff
from tests.alignment.rooms import Room, criterion, staffed_room, term
from tests.alignment.stages import Stage, everybody_votes, room_at, vote


def disputed_rounds(number: int) -> Room:
    """Mark's Budget after so many rounds in which Sal disagreed; the last one is closed."""
    room = staffed_room()
    room.act(propose_clause, room.id("Mark"), criterion())
    for _ in range(number):
        fail_a_round(room)
    return room


def fail_a_round(room: Room) -> None:
    room.act(open_ballot, "p1", budget(room))
    everybody_votes(room, "Budget", but={"Sal": Stance.DISAGREE})
    room.act(close_ballot, "p1", budget(room))


def budget(room: Room) -> str:
    return room.clause("Budget").id


def waits(room: Room) -> BeforeDecider | None:
    return before_decider(room.workshop, room.clause("Budget"), room.now)


def test_after_the_second_round_without_agreement_a_clause_is_before_the_decider_by_itself() -> None:
    assert waits(disputed_rounds(1)) is None
    room = disputed_rounds(2)
    found = waits(room)
    assert found is not None
    assert (found.by, found.note) == (None, "")
    assert found.since == room.clause("Budget").rounds[-1].complete_at


def test_the_decider_may_rule_on_it_and_it_waits_for_them() -> None:
    room = disputed_rounds(2)
    assert waiting_for(room.workshop, room.person("Dee"), room.now) == (Waiting(Errand.RULE, budget(room)),)
    room.act(rule, room.id("Dee"), budget(room), Outcome.STANDS, 1, "We try it.")
    assert room.status("Budget") is Status.RULED
    assert waits(room) is None


def test_after_one_round_only_a_facilitator_brings_it_there() -> None:
    room = disputed_rounds(1)
    with pytest.raises(NotNow, match="is not before the decider"):
        room.act(rule, room.id("Dee"), budget(room), Outcome.STANDS, 1, "We try it.")
    room.act(escalate, "p1", budget(room), "No end in sight.")
    found = waits(room)
    assert found is not None
    assert (found.by, found.note, found.since) == ("p1", "No end in sight.", room.now)


def test_the_decider_has_three_business_days() -> None:
    room = disputed_rounds(2)
    found = waits(room)
    assert found is not None
    assert found.due == found.since + timedelta(days=3)
    assert not found.overdue(found.due)
    assert found.overdue(found.due + timedelta(seconds=1))


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("Mon 2026-03-02", "Thu 2026-03-05"),
        ("Wed 2026-03-04", "Mon 2026-03-09"),
        ("Fri 2026-03-06", "Wed 2026-03-11"),
        ("Sat 2026-03-07", "Wed 2026-03-11"),
        ("Sun 2026-03-08", "Wed 2026-03-11"),
    ],
)
def test_a_weekend_does_not_count_as_business_days(start: str, due: str) -> None:
    begin = datetime.strptime(f"{start[4:]} 15:30", "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
    assert f"{after_business_days(begin, 3):%a %Y-%m-%d %H:%M}" == f"{due} 15:30"


@given(st.datetimes(max_value=datetime(9000, 1, 1)), st.integers(0, 30))
def test_business_days_are_never_a_weekend_and_there_are_as_many_as_were_asked(
    start: datetime, days: int
) -> None:
    end = after_business_days(start, days)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(day.weekday() < 5 for day in between) == days
    assert days == 0 or end.weekday() < 5


@pytest.mark.parametrize(("agreed", "days"), [(True, 7), (False, 3)])
def test_the_deciders_days_follow_the_calendar_of_an_agreed_handoff(agreed: bool, days: int) -> None:
    room = disputed_rounds(2)
    found = waits(room)
    assert found is not None
    closed = tuple(found.since.date() + timedelta(days=n) for n in range(1, 5))
    hours = BusinessHours(days=tuple(range(7)), closed=closed)
    room.act(propose_clause, room.id("Mark"), Handoff(business_hours=hours))
    if agreed:
        room.act(open_ballot, "p1", room.clause("Handoff").id)
        everybody_votes(room, "Handoff")
    found = waits(room)
    assert found is not None
    assert found.due == found.since + timedelta(days=days)


def test_a_calendar_keeps_the_time_of_day_where_its_clocks_change() -> None:
    berlin = BusinessHours(time_zone="Europe/Berlin", country="DE")
    friday = datetime(2026, 3, 27, 15, 30, tzinfo=UTC)
    assert after_business_days(friday, 1, berlin) == datetime(2026, 3, 30, 14, 30, tzinfo=UTC)
    thursday = datetime(2026, 4, 2, 23, 30, tzinfo=UTC)
    assert after_business_days(thursday, 1, berlin) == datetime(2026, 4, 6, 23, 30, tzinfo=UTC), (
        "Friday and Monday are no work"
    )


def test_a_round_that_a_new_wording_cut_short_does_not_count() -> None:
    room = disputed_rounds(1)
    room.act(open_ballot, "p1", budget(room))
    room.act(revise_clause, "p1", budget(room), 1, criterion(best=6))
    assert waits(room) is None
    everybody_votes(room, "Budget", but={"Sal": Stance.DISAGREE})
    found = waits(room)
    assert found is not None, "one round on the old wording and one on the new"


def test_a_new_wording_takes_it_back_to_the_teams_until_they_disagree_again() -> None:
    room = disputed_rounds(2)
    room.act(revise_clause, room.id("Mark"), budget(room), 1, criterion(best=6))
    assert waits(room) is None
    everybody_votes(room, "Budget", but={"Eve": Stance.DISAGREE})
    assert waits(room) is not None
    vote(room, "Eve", "Budget")
    assert waits(room) is None


def test_a_round_in_which_the_teams_agreed_is_none_without_agreement() -> None:
    room = disputed_rounds(1)
    room.act(open_ballot, "p1", budget(room))
    everybody_votes(room, "Budget")
    room.act(revise_clause, "p1", budget(room), 1, criterion(best=6))
    room.wait(days=7)
    assert waits(room) is not None, "the first and the third round"
    agreed_first = staffed_room()
    agreed_first.act(propose_clause, "p1", criterion())
    agreed_first.act(open_ballot, "p1", budget(agreed_first))
    everybody_votes(agreed_first, "Budget")
    agreed_first.act(revise_clause, "p1", budget(agreed_first), 1, criterion(best=6))
    agreed_first.wait(days=7)
    assert waits(agreed_first) is None


@pytest.mark.parametrize("how", ["reopened", "brought back"])
def test_a_clause_that_begins_anew_has_two_rounds_again(how: str) -> None:
    room = disputed_rounds(2)
    if how == "reopened":
        room.act(rule, room.id("Dee"), budget(room), Outcome.STANDS, 1, "We try it.")
        room.act(reopen, room.id("Dee"), budget(room))
    else:
        room.act(withdraw_clause, "p1", budget(room))
        room.act(restore_clause, "p1", budget(room))
    fail_a_round(room)
    assert waits(room) is None
    fail_a_round(room)
    assert waits(room) is not None


def test_a_clause_in_force_that_is_revised_has_two_rounds() -> None:
    room = room_at(Stage.REDRAFTING)
    room.act(revise_clause, "p1", budget(room), 1, criterion(best=6))
    room.wait(days=7)
    assert room.status("Budget") is Status.DISPUTED
    assert waits(room) is None


def test_after_two_rounds_the_author_revises_and_only_a_facilitator_opens_another() -> None:
    room = disputed_rounds(2)
    with pytest.raises(NotNow, match="Two rounds brought no agreement"):
        room.act(open_ballot, room.id("Mark"), budget(room))
    room.act(open_ballot, "p1", budget(room))
    assert waits(room) is None


def test_an_objection_lifted_in_the_open_second_round_takes_it_away_from_the_decider() -> None:
    room = disputed_rounds(1)
    room.act(open_ballot, "p1", budget(room))
    for name in ("Hana", "Mark", "Dee", "Eve", "Xan"):
        vote(room, name, "Budget")
    vote(room, "Sal", "Budget", Stance.DISAGREE)
    assert waits(room) is not None
    assert budget(room) in clauses_to_watch(room.workshop, room.person("Dee"), room.now)
    vote(room, "Sal", "Budget")
    assert waits(room) is None
    with pytest.raises(NotNow):
        room.act(lift_objection, room.id("Sal"), budget(room))


def test_how_often_clauses_came_before_the_decider_is_counted_also_after_they_were_settled() -> None:
    room = disputed_rounds(2)
    room.act(propose_clause, "p1", term())
    assert escalation_rate(room.workshop, room.now).share == 1.0
    room.act(open_ballot, "p1", room.clause("Suspect").id)
    everybody_votes(room, "Suspect")
    room.act(revise_clause, "p1", budget(room), 1, criterion(best=6))
    everybody_votes(room, "Budget")
    rate = escalation_rate(room.workshop, room.now)
    assert (rate.escalated, rate.voted, rate.share) == (1, 2, 0.5)


def test_what_a_facilitator_escalated_counts_after_a_new_wording_too() -> None:
    room = room_at(Stage.ESCALATED)
    room.act(revise_clause, "p1", budget(room), 1, criterion(best=6))
    assert escalation_rate(room.workshop, room.now).escalated == 1
    assert escalation_rate(staffed_room().workshop, room.now).share is None


def test_those_who_wrote_voted_or_spoke_are_affected_by_a_ruling_if_they_are_still_here() -> None:
    room = room_at(Stage.VOTING)
    assert [person.name for person in affected(room.workshop, room.clause("Budget"))] == [
        "Mark",
        "Sal",
        "Dee",
    ], "Sal commented too"
    room.act(comment, room.id("Ofi"), budget(room), "Why?")
    assert "Ofi" in {person.name for person in affected(room.workshop, room.clause("Budget"))}
