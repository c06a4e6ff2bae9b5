"""Rounds of voting: how long they last, what they ask, and how votes move from one to the next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alignment.actions.ballots import (
    cast_ballot,
    close_ballot,
    lift_objection,
    open_all_ballots,
    open_ballot,
    reveal_ballot,
)
from alignment.actions.clauses import propose_clause, revise_clause
from alignment.actions.people import remove_participant
from alignment.clauses import Status
from alignment.facts import BallotOpened, read_fact
from alignment.movement import Movement, movement
from alignment.people import Team
from alignment.refused import NotNow, NotUnderstood
from alignment.rounds import Round
from alignment.stances import Mode, Seal, Stance
from alignment.standing import result
from alignment.telling import tell
from tests.alignment.rooms import MONDAY, Room, criterion, join, staffed_room, term
from tests.alignment.stages import everybody_votes, vote

AGREE, DISAGREE, RESERVATIONS = Stance.AGREE, Stance.DISAGREE, Stance.RESERVATIONS


def room_with_ballot(
    seal: Seal = Seal.UNTIL_VOTED, lasting: timedelta = timedelta(days=7), mode: Mode = Mode.APPROVAL
) -> Room:
    """Mark's Budget is being voted on; nobody has voted."""
    room = staffed_room()
    room.act(propose_clause, room.id("Mark"), criterion())
    room.act(open_ballot, "p1", budget(room), seal, lasting, mode)
    return room


def budget(room: Room) -> str:
    return room.clause("Budget").id


def latest(room: Room) -> Round:
    return room.clause("Budget").rounds[-1]


def moved(room: Room, reader: str = "Hana") -> Movement | None:
    return movement(room.workshop, room.clause("Budget"), room.person(reader), room.now)


# --- how long


def test_a_ballot_is_open_for_seven_days_unless_somebody_says_otherwise() -> None:
    room = room_with_ballot()
    assert latest(room).closes_at - latest(room).opened_at == timedelta(days=7)


def test_a_ballot_of_two_minutes_closes_by_itself_two_minutes_later() -> None:
    room = room_with_ballot(lasting=timedelta(minutes=2))
    room.wait(seconds=118)
    vote(room, "Sal", "Budget")
    room.wait(seconds=1)
    with pytest.raises(NotNow, match="is not open"):
        vote(room, "Mark", "Budget")
    assert room.status("Budget") is Status.DISPUTED


@pytest.mark.parametrize("lasting", [timedelta(seconds=59), timedelta(0), timedelta(days=91), -timedelta(1)])
def test_a_ballot_is_open_for_a_minute_at_least_and_ninety_days_at_most(lasting: timedelta) -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", criterion())
    with pytest.raises(NotUnderstood, match="one minute at least and 90 days at most"):
        room.act(open_ballot, "p1", budget(room), Seal.UNTIL_VOTED, lasting)
    with pytest.raises(NotUnderstood, match="one minute at least and 90 days at most"):
        room.act(open_all_ballots, "p1", Seal.UNTIL_VOTED, lasting)


def test_all_drafts_open_for_the_same_time_and_with_the_same_question() -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", criterion())
    room.act(propose_clause, "p1", term())
    room.act(open_all_ballots, "p1", Seal.UNTIL_REVEAL, timedelta(minutes=5), Mode.CONSENT)
    rounds = [clause.rounds[-1] for clause in room.workshop.clauses.values()]
    assert {r.closes_at - r.opened_at for r in rounds} == {timedelta(minutes=5)}
    assert {(r.mode, r.seal) for r in rounds} == {(Mode.CONSENT, Seal.UNTIL_REVEAL)}


def test_a_ballot_of_before_there_was_consent_reads_as_one_by_approval() -> None:
    body = (
        '{"kind":"ballot opened","clause_id":"c1","round":1,"revision":1,'
        f'"seal":"{Seal.UNTIL_VOTED.value}","closes_at":"{MONDAY.isoformat()}"}}'
    )
    fact = read_fact(body)
    assert isinstance(fact, BallotOpened)
    assert fact.mode is Mode.APPROVAL


def test_a_round_is_decided_at_its_end_or_when_all_have_voted_and_nothing_is_sealed() -> None:
    room = room_with_ballot()
    assert latest(room).decided_at == latest(room).closes_at
    everybody_votes(room, "Budget")
    assert latest(room).decided_at == room.now
    sealed = room_with_ballot(Seal.UNTIL_REVEAL)
    everybody_votes(sealed, "Budget")
    assert latest(sealed).decided_at == latest(sealed).closes_at
    sealed.wait(hours=1)
    sealed.act(reveal_ballot, "p1", budget(sealed))
    assert latest(sealed).decided_at == sealed.now
    closed = room_with_ballot()
    closed.act(close_ballot, "p1", budget(closed))
    assert latest(closed).decided_at == closed.now


# --- can you live with it?


def test_by_consent_a_lifted_objection_is_no_hindrance_whatever_the_share() -> None:
    for mode, status in ((Mode.APPROVAL, Status.DISPUTED), (Mode.CONSENT, Status.AGREED)):
        room = room_with_ballot(mode=mode)
        everybody_votes(room, "Budget", but={"Sal": DISAGREE})
        assert room.status("Budget") is Status.DISPUTED
        room.act(lift_objection, room.id("Sal"), budget(room))
        assert room.status("Budget") is status


def test_consent_needs_a_quorum_and_a_position_in_each_team() -> None:
    room = room_with_ballot(mode=Mode.CONSENT)
    for name in ("Hana", "Mark", "Sal", "Dee", "Eve"):
        vote(room, name, "Budget")
    assert result(room.workshop, latest(room)).missing == ("Executives needs one more vote.",)
    for name in ("Eve", "Xan"):
        vote(room, name, "Budget", Stance.ABSTAIN)
    assert "only abstained" in result(room.workshop, latest(room)).missing[0]


def test_an_objection_by_consent_needs_a_reason_and_is_told_in_the_ballots_words() -> None:
    room = room_with_ballot(mode=Mode.CONSENT)
    with pytest.raises(NotUnderstood, match="needs a reason"):
        room.act(cast_ballot, room.id("Sal"), budget(room), DISAGREE)
    vote(room, "Sal", "Budget", DISAGREE, "No.")
    assert tell(room.workshop, room.record[-1], room.person("Sal"), room.now) == (
        "voted “I cannot live with it” on Budget: No."
    )
    assert (Mode.CONSENT.question, Mode.APPROVAL.question) == ("Can you live with it?", "Do you agree?")
    assert all(Mode.CONSENT.words(stance) for stance in Stance)


# --- what stays from round to round


def test_a_new_wording_is_voted_on_under_the_same_seal_and_question_for_seven_days() -> None:
    room = room_with_ballot(Seal.UNTIL_REVEAL, timedelta(minutes=2), Mode.CONSENT)
    room.act(revise_clause, room.id("Mark"), budget(room), 1, criterion(best=6))
    second = latest(room)
    assert (second.number, second.revision, second.seal, second.mode) == (
        2,
        2,
        Seal.UNTIL_REVEAL,
        Mode.CONSENT,
    )
    assert second.closes_at - second.opened_at == timedelta(days=7)


def test_an_open_ballot_cannot_be_opened_again_with_a_looser_seal() -> None:
    room = room_with_ballot(Seal.UNTIL_REVEAL)
    with pytest.raises(NotNow, match="open already"):
        room.act(open_ballot, "p1", budget(room), Seal.UNTIL_VOTED)
    assert latest(room).seal is Seal.UNTIL_REVEAL


# --- movement


def two_rounds(seal: Seal = Seal.UNTIL_VOTED) -> Room:
    """Sal disagreed and Mark agreed; the first round is closed, the second is open and Sal agrees by now."""
    room = room_with_ballot()
    vote(room, "Sal", "Budget", DISAGREE)
    vote(room, "Mark", "Budget")
    vote(room, "Eve", "Budget")
    room.act(close_ballot, "p1", budget(room))
    room.act(open_ballot, "p1", budget(room), seal)
    vote(room, "Sal", "Budget")
    vote(room, "Mark", "Budget")
    vote(room, "Dee", "Budget", RESERVATIONS)
    return room


def test_the_movement_says_who_changed_from_what_to_what_by_team() -> None:
    room = two_rounds()
    found = moved(room, "Sal")
    assert found is not None
    assert [(m.person.name, m.before, m.after) for m in found.changed] == [("Sal", DISAGREE, AGREE)]
    assert found.counts(Team.SALES) == {(DISAGREE, AGREE): 1, (None, RESERVATIONS): 1}
    assert found.counts(Team.EXECUTIVES) == {(AGREE, None): 1}


def test_who_may_not_see_the_new_round_sees_no_movement() -> None:
    room = two_rounds()
    assert moved(room, "Hana") is None
    assert movement(room.workshop, room.clause("Budget"), None, room.now) is None
    room.act(close_ballot, "p1", budget(room))
    assert moved(room, "Hana") is not None
    sealed = two_rounds(Seal.UNTIL_REVEAL)
    assert moved(sealed, "Sal") is None
    sealed.act(reveal_ballot, "p1", budget(sealed))
    assert moved(sealed, "Sal") is not None


def test_who_may_not_see_the_old_round_sees_no_movement_either() -> None:
    room = room_with_ballot()
    vote(room, "Sal", "Budget", DISAGREE)
    room.act(revise_clause, "p1", budget(room), 1, criterion(best=6))
    vote(room, "Sal", "Budget")
    vote(room, "Mark", "Budget")
    assert moved(room, "Mark") is None
    assert moved(room, "Sal") is not None


def test_there_is_no_movement_with_one_round_and_only_those_who_vote_now_move() -> None:
    assert moved(room_with_ballot()) is None
    room = two_rounds()
    room.act(remove_participant, "p1", room.id("Sal"))
    join(room, "Nina", Team.SALES)
    found = moved(room, "Mark")
    assert found is not None
    assert [move.person.name for move in found.moves] == ["Mark", "Dee", "Eve"]
