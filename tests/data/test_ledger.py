"""The ledger appends durably, in order, once, and lets nobody continue from an old place."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from alignment.facts import ClauseRestored, DeciderNamed, Recorded
from data.ledger import Conflict, Ledger
from data.rows import START, Head, Row, next_row

NOW = datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC)


def rows(workshop_id: str, count: int, head: Head = START) -> list[Row]:
    made: list[Row] = []
    for seq in range(head.seq + 1, head.seq + count + 1):
        entry = Recorded(seq, NOW, "p1", DeciderNamed(participant_id=f"p{seq} ½ 🙂"))
        made.append(next_row(head, workshop_id, entry))
        head = Head(made[-1].seq, made[-1].hash)
    return made


def test_rows_come_back_exactly_as_they_were_appended(ledger: Ledger) -> None:
    ledger.append(rows("one", 3))
    assert ledger.rows("one") == rows("one", 3)
    assert ledger.rows("one", after=2) == rows("one", 3)[2:]
    assert ledger.stored("one").head == Head(3, rows("one", 3)[-1].hash)


def test_an_unknown_workshop_has_no_rows_and_no_head(ledger: Ledger) -> None:
    assert ledger.rows("nothing") == []
    assert ledger.head("nothing") is None


def test_what_one_ledger_appends_another_one_on_the_same_database_reads(database_url: str) -> None:
    writer, reader = Ledger(database_url), Ledger(database_url)
    writer.append(rows("one", 2))
    assert reader.rows("one") == rows("one", 2)
    writer.close()
    reader.close()


def test_whoever_continues_from_a_place_already_continued_is_refused_and_nothing_is_written(
    ledger: Ledger,
) -> None:
    ledger.append(rows("one", 2))
    with pytest.raises(Conflict):
        ledger.append(rows("one", 5))
    with pytest.raises(Conflict):
        ledger.append(rows("one", 1, Head(1, rows("one", 1)[0].hash)))
    assert ledger.rows("one") == rows("one", 2)


def test_nobody_continues_a_workshop_that_was_removed(ledger: Ledger) -> None:
    ledger.append(rows("one", 2))
    ledger.remove("one")
    with pytest.raises(Conflict):
        ledger.append(rows("one", 1, Head(2, rows("one", 2)[-1].hash)))
    assert ledger.rows("one") == []


def test_an_append_of_several_rows_is_all_or_nothing(ledger: Ledger) -> None:
    good = rows("one", 3)
    with pytest.raises(sa.exc.IntegrityError):
        ledger.append([*good, good[0]])
    assert ledger.rows("one") == []
    assert ledger.head("one") is None


def test_removing_a_workshop_leaves_the_others(ledger: Ledger) -> None:
    ledger.append(rows("one", 2))
    ledger.append(rows("two", 4))
    ledger.remove("one")
    assert ledger.heads() == {"two": 4}
    assert [row.workshop_id for row in ledger.openings()] == ["two"]
    assert ledger.workshop_ids() == ["two"]


def test_heads_can_be_asked_of_some_workshops_only(ledger: Ledger) -> None:
    for name in ("one", "two", "three"):
        ledger.append(rows(name, 1))
    assert ledger.heads({"one", "three", "four"}) == {"one": 1, "three": 1}


def test_a_sqlite_commit_waits_for_the_disk(tmp_path: object) -> None:
    ledger = Ledger(f"sqlite:///{tmp_path}/record.sqlite3")
    with ledger._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    ledger.close()


def test_the_hash_covers_every_field_and_the_hash_before() -> None:
    first, second = rows("one", 2)
    assert second.previous_hash == first.hash
    assert first.previous_hash == "0" * 64
    assert len({first.hash, rows("two", 1)[0].hash, second.hash}) == 3
    other = next_row(START, "one", Recorded(1, NOW, "p1", ClauseRestored(clause_id="p1 ½ 🙂")))
    assert other.hash != first.hash


def test_the_folder_that_is_made_for_a_record_is_for_its_owner_only(tmp_path: Path) -> None:
    Ledger(f"sqlite:///{tmp_path / 'new' / 'record.sqlite3'}").close()
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
