"""Damage to a record is noticed: any change, a gap, a lost end, and damage to the database's own file."""

from __future__ import annotations

import random
import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from alignment.actions.clauses import comment
from alignment.facts import AnyFact, Recorded
from alignment.refused import NotNow
from benchmarks.rooms import Story
from data.chain import read, verify
from data.databases import facts, heads
from data.ledger import Ledger, Unreadable
from data.rooms import Rooms, utc_now
from data.rows import START, Head, Row, next_row

STORY = Story(participants=6, facts=0, until=utc_now())
STORY.fill(150)
ENTRIES = STORY.rehearsal.entries
ID = STORY.rehearsal.workshop.id


def chained(entries: list[Recorded[AnyFact]]) -> list[Row]:
    rows: list[Row] = []
    head = START
    for entry in entries:
        rows.append(next_row(head, ID, entry))
        head = Head(rows[-1].seq, rows[-1].hash)
    return rows


ROWS = chained(ENTRIES)
HEAD = Head(ROWS[-1].seq, ROWS[-1].hash)


def test_an_untouched_record_verifies_and_reads_as_it_was_written() -> None:
    assert verify(ROWS, HEAD) is None
    assert list(read(ROWS).entries) == ENTRIES


@given(st.data())
def test_any_byte_changed_in_any_field_of_a_stored_fact_is_noticed(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(ROWS) - 1))
    field = data.draw(st.sampled_from([f.name for f in fields(Row) if f.name != "seq"]))
    stored = bytearray(getattr(ROWS[place], field).encode())
    at = data.draw(st.integers(0, len(stored) - 1))
    stored[at] ^= data.draw(st.integers(1, 255))
    damaged = replace(ROWS[place], **{field: bytes(stored).decode("utf-8", "backslashreplace")})
    found = verify([*ROWS[:place], damaged, *ROWS[place + 1 :]], HEAD)
    assert found is not None
    assert found.seq == place + 1


@given(st.integers(0, len(ROWS) - 1), st.integers(-5, 500))
def test_a_changed_number_is_noticed(place: int, number: int) -> None:
    if number != ROWS[place].seq:
        assert verify([*ROWS[:place], replace(ROWS[place], seq=number), *ROWS[place + 1 :]], HEAD)


@given(st.integers(0, len(ROWS) - 1), st.integers(1, 5))
def test_facts_cut_out_anywhere_are_noticed_also_at_the_end(place: int, count: int) -> None:
    assert verify([*ROWS[:place], *ROWS[place + count :]], HEAD) is not None


@given(st.integers(0, len(ROWS) - 2))
def test_facts_that_changed_places_are_noticed(place: int) -> None:
    assert verify([*ROWS[:place], ROWS[place + 1], ROWS[place], *ROWS[place + 2 :]], HEAD) is not None


def test_a_fact_written_anew_with_a_fitting_hash_is_noticed_by_the_one_after_it() -> None:
    forged = next_row(Head(9, ROWS[8].hash), ID, replace(ENTRIES[9], actor="p2"))
    found = verify([*ROWS[:9], forged, *ROWS[10:]], HEAD)
    assert found is not None
    assert found.seq == 11


def test_a_fact_that_this_version_does_not_know_is_told_apart_from_a_changed_one() -> None:
    known = next_row(START, ID, ENTRIES[0])
    from data.rows import seal

    body = '{"kind":"moon landed"}'
    hash_ = seal(
        known.workshop_id, 1, known.recorded_at, known.actor, "moon landed", body, known.previous_hash
    )
    found = verify([replace(known, kind="moon landed", body=body, hash=hash_)])
    assert found is not None
    assert "cannot read" in found.sentence


@pytest.mark.parametrize("field", [f.name for f in fields(Row) if f.name not in {"seq", "workshop_id"}])
def test_a_damaged_workshop_opens_read_only_with_what_came_before_the_damage(
    rooms: Rooms, field: str
) -> None:
    rooms.keep(ID, ENTRIES)
    change(
        rooms.ledger, facts.update().where(facts.c.seq == 30).values({field: getattr(ROWS[40], field) + "x"})
    )
    room = Rooms(rooms.ledger).enter(ID)
    assert room is not None
    assert room.damage is not None
    assert room.damage.seq == 30
    assert room.workshop().head == 29
    assert list(room.record()) == ENTRIES[:29]
    with pytest.raises(NotNow, match="damaged"):
        room.act(comment, "p1", next(iter(room.workshop().clauses)), "Still here?")
    assert len(rooms.ledger.rows(ID)) == len(ENTRIES)


def test_a_record_whose_end_was_cut_off_is_noticed_at_opening(rooms: Rooms) -> None:
    rooms.keep(ID, ENTRIES)
    change(rooms.ledger, facts.delete().where(facts.c.seq > 148))
    room = Rooms(rooms.ledger).enter(ID)
    assert room is not None
    assert room.damage is not None
    assert "2 of 150" in room.damage.sentence


def test_a_lost_or_changed_note_of_the_end_is_noticed(rooms: Rooms) -> None:
    rooms.keep(ID, ENTRIES)
    for statement in (heads.update().values(hash="0"), heads.delete()):
        change(rooms.ledger, statement)
        room = Rooms(rooms.ledger).enter(ID)
        assert room is not None
        assert room.damage is not None


def test_a_workshop_of_which_nothing_is_left_but_its_head_is_damaged_and_not_unknown(rooms: Rooms) -> None:
    rooms.keep(ID, ENTRIES)
    change(rooms.ledger, facts.delete())
    room = Rooms(rooms.ledger).enter(ID)
    assert room is not None
    assert room.damage is not None
    assert room.workshop().people == ()


def test_damage_done_while_the_workshop_is_open_is_noticed_with_the_next_fact(rooms: Rooms) -> None:
    room = rooms.keep(ID, ENTRIES)
    change(rooms.ledger, heads.update().values(seq=151, hash="0" * 64))
    assert room.workshop().head == 150
    assert room.damage is not None


def test_a_byte_changed_anywhere_in_the_sqlite_file_is_noticed_or_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "record.sqlite3"
    rooms = Rooms(Ledger(f"sqlite:///{file}"))
    rooms.keep(ID, ENTRIES)
    rooms.ledger.close()
    whole, chance, noticed = file.read_bytes(), random.Random(7), 0
    for _ in range(400):
        at = chance.randrange(len(whole))
        file.write_bytes(whole[:at] + bytes([whole[at] ^ chance.randint(1, 255)]) + whole[at + 1 :])
        noticed += damage_shows(file)
    assert noticed > 200


def test_a_byte_changed_in_what_sqlite_leaves_behind_when_killed_is_noticed_or_changes_nothing(
    tmp_path: Path,
) -> None:
    running, killed = tmp_path / "running", tmp_path / "killed"
    rooms = Rooms(Ledger(f"sqlite:///{running / 'record.sqlite3'}"))
    rooms.keep(ID, ENTRIES[:100])
    rooms.ledger.append(ROWS[100:])
    chance, noticed = random.Random(11), 0
    log = (running / "record.sqlite3-wal").read_bytes()
    for _ in range(150):
        shutil.rmtree(killed, ignore_errors=True)
        shutil.copytree(running, killed)
        at = chance.randrange(len(log))
        changed = log[:at] + bytes([log[at] ^ chance.randint(1, 255)]) + log[at + 1 :]
        (killed / "record.sqlite3-wal").write_bytes(changed)
        (killed / "record.sqlite3-shm").unlink()
        noticed += damage_shows(killed / "record.sqlite3")
    assert noticed > 100
    rooms.ledger.close()


def damage_shows(file: Path) -> bool:
    """Whether the damage is said; if it is not, everything must be as it was written."""
    try:
        ledger = Ledger(f"sqlite:///{file}")
    except Unreadable:
        return True
    room = Rooms(ledger).enter(ID)
    assert room is not None
    said = room.damage is not None
    assert list(room.record()) == ENTRIES[: len(room.record())]
    assert said or len(room.record()) == len(ENTRIES)
    ledger.close()
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    return said


def change(ledger: Ledger, statement: sa.Executable) -> None:
    """Do what no part of the program does: change what is written."""
    with ledger._engine.begin() as connection:
        connection.execute(statement)
