"""A room knows what other processes write, and survives being killed and being removed."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest
import sqlalchemy as sa

from alignment.actions.ballots import cast_ballot, close_ballot
from alignment.actions.opening import open_workshop
from alignment.refused import NotNow
from alignment.stances import Stance
from data.ledger import Ledger
from data.rooms import Rooms
from tests.data.voting_rooms import OPENING, again, reasons, voting

ROOT = Path(__file__).parents[2]


def test_every_acknowledged_ballot_of_two_processes_worth_of_threads_is_there_exactly_once(
    database_url: str,
) -> None:
    one, other = Rooms(Ledger(database_url)), Rooms(Ledger(database_url))
    room = voting(one)
    clauses, people = list(room.workshop().clauses), [person.id for person in room.workshop().voters()]

    def vote(thread: int) -> list[str]:
        mine = (one, other)[thread % 2].enter(room.id)
        assert mine is not None
        said = [f"{thread}.{number}" for number in range(40)]
        for number, reason in enumerate(said):
            mine.act(cast_ballot, people[thread], clauses[number], Stance.AGREE, reason)
        return said

    with ThreadPoolExecutor(8) as at_once:
        acknowledged = [reason for said in at_once.map(vote, range(8)) for reason in said]
    for afresh in (again(one, room.id), room, other.enter(room.id)):
        assert afresh is not None
        assert reasons(afresh) == Counter(acknowledged)
        assert afresh.damage is None
    assert again(one, room.id).workshop() == room.workshop()
    one.ledger.close()
    other.ledger.close()


def test_an_action_is_decided_on_what_another_process_has_just_written(database_url: str) -> None:
    one, other = Rooms(Ledger(database_url)), Rooms(Ledger(database_url))
    here = voting(one)
    there = other.enter(here.id)
    assert there is not None
    clause_id = next(iter(here.workshop().clauses))
    there.act(close_ballot, "p1", clause_id)
    with pytest.raises(NotNow):
        here.act(cast_ballot, "p1", clause_id, Stance.AGREE)
    one.ledger.close()
    other.ledger.close()


def test_killed_twenty_times_in_mid_voting_no_acknowledged_ballot_is_lost(database_url: str) -> None:
    rooms = Rooms(Ledger(database_url))
    workshop_id = voting(rooms).id
    acknowledged: set[str] = set()
    for run in range(20):
        acknowledged |= set(killed_while_voting(database_url, workshop_id, run))
        room = again(rooms, workshop_id)
        assert room.damage is None
        kept = reasons(room)
        assert acknowledged <= set(kept)
        assert max(kept.values()) == 1
        assert len(kept) <= len(acknowledged) + run + 1
    assert len(acknowledged) > 200
    rooms.ledger.close()


def killed_while_voting(url: str, workshop_id: str, run: int) -> Sequence[str]:
    """The ballots that a process acknowledged before it was killed, each time a little later."""
    child = [sys.executable, str(Path(__file__).with_name("voting_child.py")), url, workshop_id, str(run)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(child, stdout=subprocess.PIPE, text=True, env=environment) as voting:
        assert voting.stdout is not None
        said = [voting.stdout.readline() for _ in range(10 + run)]
        voting.kill()
        said += voting.stdout.readlines()
    assert voting.returncode == -9
    return [line.strip() for line in said if line.endswith("\n")]


def test_the_watcher_tells_listeners_what_another_process_wrote(database_url: str) -> None:
    here, there = Rooms(Ledger(database_url)), Rooms(Ledger(database_url))
    room = voting(here)
    clause_id = next(iter(room.workshop().clauses))
    heard, came = [], Event()

    def hear(head: int, topics: frozenset[str]) -> None:
        heard.append((head, topics))
        came.set()

    here.subscribe(room.id, hear)
    other = there.enter(room.id)
    assert other is not None

    async def watched() -> None:
        watching = asyncio.create_task(here.watch(every=0.01))
        head = await asyncio.to_thread(lambda: other.act(cast_ballot, "p1", clause_id, Stance.AGREE).head)
        assert await asyncio.to_thread(came.wait, 5)
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        assert heard == [(head, frozenset({f"clause:{clause_id}", "person:p1"}))]

    asyncio.run(watched())
    here.ledger.close()
    there.ledger.close()


def test_a_removed_workshop_is_entered_no_more_and_takes_no_action(database_url: str) -> None:
    here, there = Rooms(Ledger(database_url)), Rooms(Ledger(database_url))
    room = voting(here)
    there.enter(room.id)
    heard: list[frozenset[str]] = []
    here.subscribe(room.id, lambda head, topics: heard.append(topics))
    there.remove(room.id)
    with pytest.raises(NotNow, match="not exist"):
        room.act(close_ballot, "p1", next(iter(room.workshop().clauses)))
    assert here.enter(room.id) is None
    assert there.enter(room.id) is None
    assert here.ledger.rows(room.id) == []
    here.remove(room.id)
    assert heard[-1] == frozenset({"workshop"})
    here.ledger.close()
    there.ledger.close()


def test_a_removed_workshop_leaves_no_note_behind_even_if_the_removing_is_cut_short(tmp_path: Path) -> None:
    ledger = Ledger(f"sqlite:///{tmp_path / 'record.sqlite3'}")
    room = Rooms(ledger).open(open_workshop(**OPENING))
    note = tmp_path / "record.sqlite3-heads" / room.id
    assert note.exists()

    def killed(_: object) -> None:
        raise KeyboardInterrupt

    sa.event.listen(ledger._engine, "commit", killed)
    with suppress(KeyboardInterrupt):
        ledger.remove(room.id)
    assert not note.exists()
    ledger.close()
