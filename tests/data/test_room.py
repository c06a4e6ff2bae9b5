"""A room decides in order, writes once, and tells its listeners; what cannot be written is said in words."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from alignment.actions.ballots import cast_ballot, close_ballot
from alignment.actions.clauses import comment, propose_all
from alignment.actions.joining import join_by_link, make_device_link, use_device_link
from alignment.actions.opening import invite_by_link, open_workshop
from alignment.facts import AnyFact
from alignment.people import Team
from alignment.refused import NotAllowed, Refused
from alignment.stances import Stance
from alignment.workshop import Workshop
from benchmarks.rooms import contents
from data.room import NotWritten
from data.rooms import Rooms, forget_rooms
from data.rooms import rooms as process_rooms
from tests.data.voting_rooms import OPENING, again, reasons, voting


def test_an_opened_workshop_is_entered_by_its_id_and_begins_with_its_opener(rooms: Rooms) -> None:
    room = rooms.open(open_workshop(**OPENING))
    assert len(room.id) == 12
    assert rooms.enter(room.id) is room
    assert room.record()[0].actor == "p1"
    assert again(rooms, room.id).workshop() == room.workshop()


def test_an_unknown_workshop_costs_one_query_and_is_not_there(rooms: Rooms) -> None:
    asked: list[str] = []
    sa.event.listen(rooms.ledger._engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert rooms.enter("unknown") is None
    assert len(asked) == 1


def test_reading_a_workshop_again_costs_one_small_query(rooms: Rooms) -> None:
    room = voting(rooms)
    asked: list[str] = []
    sa.event.listen(rooms.ledger._engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    first = room.workshop()
    assert room.workshop() is first
    assert len(asked) == 2
    assert not any("facts" in query for query in asked)


def test_an_action_is_recorded_with_who_did_it_and_when(rooms: Rooms) -> None:
    at = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
    room = Rooms(rooms.ledger, clock=lambda: at).open(open_workshop(**OPENING))
    workshop = room.act(propose_all, "p1", contents()[:2])
    last = again(rooms, room.id).record()[-1]
    assert (last.seq, last.at, last.actor) == (3, at, "p1")
    assert workshop == room.workshop() == again(rooms, room.id).workshop()


def test_a_refused_action_leaves_nothing_in_the_record(rooms: Rooms) -> None:
    room = voting(rooms)
    with pytest.raises(NotAllowed):
        room.act(cast_ballot, "nobody", next(iter(room.workshop().clauses)), Stance.AGREE)
    assert again(rooms, room.id).workshop() == room.workshop()


def test_who_joins_is_recorded_as_the_one_they_became(rooms: Rooms) -> None:
    room = rooms.open(open_workshop(**OPENING))
    room.act(invite_by_link, "p1", Team.SALES, "hash", 7)
    joined = list(room.act(join_by_link, None, "hash", "Bo").participants)[-1]
    assert room.record()[-1].actor == joined
    room.act(make_device_link, joined, "device")
    room.act(use_device_link, None, "device")
    assert room.record()[-1].actor == joined


def test_each_of_many_who_act_at_once_gets_their_own_answer(rooms: Rooms) -> None:
    room = rooms.open(open_workshop(**OPENING))
    room.act(invite_by_link, "p1", Team.SALES, "hash", 7)
    names = [f"Person {number % 20}" for number in range(40)]

    def join(name: str) -> str | None:
        try:
            return list(room.act(join_by_link, None, "hash", name).participants.values())[-1].name
        except Refused:
            return None

    with ThreadPoolExecutor(16) as at_once:
        answers = list(at_once.map(join, names))
    assert sorted(filter(None, answers)) == sorted(set(names))
    assert sorted(person.name for person in again(rooms, room.id).workshop().people) == sorted(
        {*names, "Ann"}
    )


def test_a_fault_in_one_action_does_not_touch_those_beside_it(rooms: Rooms) -> None:
    room = voting(rooms)
    clause_id = next(iter(room.workshop().clauses))

    def faulty(workshop: Workshop, actor: str | None, *, now: datetime) -> tuple[AnyFact, ...]:
        raise ZeroDivisionError

    def do(number: int) -> bool:
        if number % 2:
            with pytest.raises(ZeroDivisionError):
                room.act(faulty, "p1")
            return False
        room.act(cast_ballot, "p1", clause_id, Stance.AGREE, f"{number}")
        return True

    with ThreadPoolExecutor(8) as at_once:
        assert sum(at_once.map(do, range(60))) == 30
    assert reasons(again(rooms, room.id)).total() == 30


def test_listeners_hear_of_changes_in_this_process_with_what_they_are_about(rooms: Rooms) -> None:
    room = voting(rooms)
    clause_id = next(iter(room.workshop().clauses))
    heard: list[tuple[int, frozenset[str]]] = []

    def hear(head: int, topics: frozenset[str]) -> None:
        heard.append((head, topics))

    rooms.subscribe(room.id, hear)
    head = room.act(cast_ballot, "p1", clause_id, Stance.AGREE).head
    room.act(close_ballot, "p1", clause_id)
    rooms.unsubscribe(room.id, hear)
    room.act(comment, "p1", clause_id, "Done.")
    assert heard == [
        (head, frozenset({f"clause:{clause_id}", "person:p1"})),
        (head + 1, frozenset({"workshop", "person:p1"})),
    ]


def test_a_listener_that_fails_keeps_nobody_else_from_hearing(
    rooms: Rooms, caplog: pytest.LogCaptureFixture
) -> None:
    room = voting(rooms)
    heard: list[int] = []

    def fail(head: int, topics: frozenset[str]) -> None:
        raise ZeroDivisionError

    rooms.subscribe(room.id, fail)
    rooms.subscribe(room.id, lambda head, topics: heard.append(head))
    head = room.act(close_ballot, "p1", next(iter(room.workshop().clauses))).head
    assert heard == [head]
    assert "a listener failed" in caplog.text


def test_a_database_that_takes_nothing_is_said_in_plain_words_and_the_workshop_stays_readable(
    rooms: Rooms,
) -> None:
    room = voting(rooms)
    head, clause_id = room.workshop().head, next(iter(room.workshop().clauses))

    def refuse(*told: object) -> None:
        if "INSERT" in str(told[2]):
            raise sa.exc.OperationalError("INSERT", {}, OSError("disk full"))

    sa.event.listen(rooms.ledger._engine, "before_cursor_execute", refuse)
    with pytest.raises(NotWritten, match="could not be written"):
        room.act(close_ballot, "p1", clause_id)
    sa.event.remove(rooms.ledger._engine, "before_cursor_execute", refuse)
    assert room.workshop().head == head
    assert room.act(close_ballot, "p1", clause_id).head == head + 1


def test_the_rooms_of_a_process_are_made_once_from_its_settings(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMON_TERMS_DATABASE_URL", database_url)
    forget_rooms()
    with ThreadPoolExecutor(8) as at_once:
        made = list(at_once.map(lambda _: process_rooms(), range(8)))
    assert len({id(rooms) for rooms in made}) == 1
    room = made[0].open(open_workshop(**OPENING))
    forget_rooms()
    assert process_rooms().enter(room.id) is not None
    forget_rooms()


def test_a_look_of_a_moment_ago_will_do_for_others_facts_but_never_hides_one_s_own(rooms: Rooms) -> None:
    room = voting(rooms)
    head, clause_id = room.workshop().head, next(iter(room.workshop().clauses))
    again(rooms, room.id).act(comment, "p1", clause_id, "From another process.")
    assert room.workshop(within=60).head == head
    assert room.workshop().head == head + 1
    room.act(comment, "p1", clause_id, "From this one.")
    assert room.workshop(within=60).head == head + 2


def test_a_workshop_that_cannot_be_written_is_refused_in_words(rooms: Rooms) -> None:
    def refuse(conn: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT"):
            raise sa.exc.OperationalError("INSERT", {}, OSError("disk full"))

    sa.event.listen(rooms.ledger._engine, "before_cursor_execute", refuse)
    with pytest.raises(NotWritten, match="could not be written"):
        rooms.open(open_workshop(**OPENING))


def test_a_look_that_fails_is_not_the_last_one(rooms: Rooms) -> None:
    room = rooms.open(open_workshop(**OPENING))
    heard: list[int] = []
    rooms.subscribe(room.id, lambda head, topics: heard.append(head))
    heads, failures = rooms.ledger.heads, [OSError("too many open files")]

    def first_fails(*args: object) -> dict[str, int]:
        if failures:
            raise failures.pop()
        return heads(*args)  # type: ignore[arg-type]

    async def watch_a_moment() -> None:
        watching = asyncio.create_task(rooms.watch(every=0.01))
        await asyncio.sleep(0.3)
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching

    rooms.ledger.heads = first_fails  # type: ignore[method-assign,assignment]
    other = Rooms(rooms.ledger).enter(room.id)
    assert other is not None
    other.act(make_device_link, "p1", "a" * 64)
    asyncio.run(watch_a_moment())
    assert heard == [2]
