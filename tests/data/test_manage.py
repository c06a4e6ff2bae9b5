"""The host's commands: verify, backup, restore, demo; on every kind of database."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from alignment.actions.ballots import cast_ballot
from alignment.composing import signed_document
from alignment.stances import Stance
from benchmarks.rooms import Story
from data.access import split_link, token_hash
from data.checking import NEITHER, OTHER_TEXT, UNKNOWN
from data.databases import facts
from data.ledger import Ledger
from data.publishing import files
from data.room import Room
from data.rooms import Rooms, utc_now
from manage import main
from tests.alignment.stages import Stage, room_at

LEADS = "a" * 64 + ".parquet"


@pytest.fixture
def place(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an installation with a key and a lead set; its record is in the database under test."""
    folder = tmp_path / "local"
    (folder / "leads").mkdir(parents=True)
    (folder / "leads" / LEADS).write_bytes(b"some leads")
    (folder / "leads" / LEADS.replace("parquet", "json")).write_bytes(b"how they are read")
    (folder / "secret.key").write_text("a secret")
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(folder))
    monkeypatch.setenv("COMMON_TERMS_DATABASE_URL", database_url)
    monkeypatch.delenv("COMMON_TERMS_PUBLIC_URL", raising=False)
    return folder


@pytest.fixture
def room(place: Path, ledger: Ledger) -> Room:
    """A workshop of 150 facts, half voted."""
    story = Story(participants=6, facts=0, until=utc_now())
    story.fill(150)
    return Rooms(ledger).keep(story.rehearsal.workshop.id, story.rehearsal.entries)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def damage(ledger: Ledger, workshop_id: str) -> None:
    with ledger._engine.begin() as connection:
        here = sa.and_(facts.c.workshop_id == workshop_id, facts.c.seq == 7)
        connection.execute(facts.update().where(here).values(actor="p2"))


def emptied(ledger: Ledger, place: Path) -> None:
    """The installation is lost: nothing is left of it."""
    for workshop_id in ledger.workshop_ids():
        ledger.remove(workshop_id)
    shutil.rmtree(place, ignore_errors=True)


def test_verify_says_that_a_sound_record_is_sound(room: Room) -> None:
    result = run("verify")
    assert result.exit_code == 0
    assert result.output == f"ok       {room.id}  A large workshop: 150 facts\n"


def test_verify_without_any_workshop_says_so(place: Path) -> None:
    result = run("verify")
    assert (result.exit_code, result.output) == (0, "There is no workshop yet.\n")


def test_verify_fails_and_names_the_workshop_and_the_fact_that_is_damaged(room: Room, ledger: Ledger) -> None:
    story = Story(participants=3, facts=0, until=utc_now())
    sound = Rooms(ledger).keep(story.rehearsal.workshop.id, story.rehearsal.entries)
    damage(ledger, room.id)
    result = run("verify")
    assert result.exit_code == 1
    assert f"DAMAGED  {room.id}" in result.output
    assert "Fact 7 was changed" in result.output
    assert f"ok       {sound.id}" in result.output


def test_verify_says_in_words_that_a_file_is_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "record.sqlite3").write_bytes(b"no database at all" * 1_000)
    monkeypatch.setenv("COMMON_TERMS_DATABASE_URL", f"sqlite:///{tmp_path / 'record.sqlite3'}")
    result = run("verify")
    assert result.exit_code == 1
    assert "cannot be read" in result.output


def test_a_backup_restored_elsewhere_is_the_same_workshop_with_its_leads_and_key(
    room: Room, place: Path, ledger: Ledger, tmp_path: Path
) -> None:
    record = room.record()
    backup = tmp_path / "backup.zip"
    assert "1 workshop, 150 facts, 1 lead set." in run("backup", str(backup)).output
    assert backup.stat().st_mode & 0o077 == 0
    emptied(ledger, place)
    result = run("restore", str(backup))
    assert result.exit_code == 0, result.output
    assert f"ok       {room.id}" in result.output
    restored = Rooms(ledger).enter(room.id)
    assert restored is not None
    assert restored.record() == record
    assert (place / "leads" / LEADS).read_bytes() == b"some leads"
    assert (place / "leads" / LEADS.replace("parquet", "json")).read_bytes() == b"how they are read"
    assert (place / "secret.key").read_text() == "a secret"
    assert (place / "secret.key").stat().st_mode & 0o077 == 0
    restored.act(cast_ballot, "p1", list(restored.workshop().clauses)[-1], Stance.AGREE)


def test_a_backup_made_while_people_vote_is_whole_and_verifies(
    room: Room, place: Path, ledger: Ledger, tmp_path: Path
) -> None:
    clauses, stop = list(room.workshop().clauses), Event()

    def vote() -> None:
        number = 0
        while not stop.is_set():
            room.act(cast_ballot, "p1", clauses[number % 60], Stance.AGREE, f"{number}")
            number += 1

    voting = Thread(target=vote)
    voting.start()
    try:
        backups = [tmp_path / f"{number}.zip" for number in range(4)]
        for backup in backups:
            before = room.head
            while voting.is_alive() and room.head < before + 5:
                sleep(0.01)
            assert run("backup", str(backup)).exit_code == 0
    finally:
        stop.set()
        voting.join()
    assert room.workshop().head >= 150 + 4 * 5
    for backup in backups:
        emptied(ledger, place)
        assert run("restore", str(backup)).exit_code == 0


def test_a_backup_is_never_written_over_another(room: Room, tmp_path: Path) -> None:
    backup = tmp_path / "backup.zip"
    run("backup", str(backup))
    before = backup.read_bytes()
    result = run("backup", str(backup))
    assert result.exit_code == 1
    assert "there already" in result.output
    assert backup.read_bytes() == before
    assert list(tmp_path.glob(".*.part")) == []


def test_restore_refuses_where_there_is_a_workshop(room: Room, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "backup.zip"))
    result = run("restore", str(tmp_path / "backup.zip"))
    assert result.exit_code == 1
    assert "nothing yet" in result.output
    assert room.workshop().head == 150


def test_a_backup_with_any_byte_changed_restores_nothing_or_all_of_it(
    room: Room, place: Path, ledger: Ledger, tmp_path: Path
) -> None:
    record, backup, chance, refused = room.record(), tmp_path / "backup.zip", random.Random(3), 0
    run("backup", str(backup))
    whole = backup.read_bytes()
    for _ in range(25):
        emptied(ledger, place)
        at = chance.randrange(len(whole))
        backup.write_bytes(whole[:at] + bytes([whole[at] ^ chance.randint(1, 255)]) + whole[at + 1 :])
        result = run("restore", str(backup))
        if result.exit_code:
            assert "Nothing was changed" in result.output, result.output
            assert ledger.workshop_ids() == []
            refused += 1
        else:
            restored = Rooms(ledger).enter(room.id)
            assert restored is not None
            assert restored.record() == record
    assert refused > 15


def test_what_was_damaged_when_it_was_backed_up_is_restored_as_it_was_and_said(
    room: Room, place: Path, ledger: Ledger, tmp_path: Path
) -> None:
    damage(ledger, room.id)
    rows = ledger.rows(room.id)
    assert run("backup", str(tmp_path / "backup.zip")).exit_code == 0
    emptied(ledger, place)
    result = run("restore", str(tmp_path / "backup.zip"))
    assert result.exit_code == 1
    assert "as it was when it was backed up" in result.output
    assert ledger.rows(room.id) == rows


@pytest.mark.parametrize(("options", "versions"), [((), 0), (("--signed",), 2)])
def test_demo_makes_a_workshop_and_prints_a_link_that_opens_it(
    place: Path, ledger: Ledger, options: tuple[str, ...], versions: int
) -> None:
    result = run("demo", *options)
    assert result.exit_code == 0, result.output
    link = re.search(r"http://localhost:8501/device/(\S+)", result.output)
    assert link is not None
    parts = split_link(link[1])
    assert parts is not None
    made = Rooms(ledger).enter(parts[0])
    assert made is not None
    assert made.workshop().demo
    assert len(made.workshop().published) == versions
    assert [known.token_hash for known in made.workshop().device_links.values()] == [token_hash(parts[1])]


@pytest.fixture
def definition(place: Path, ledger: Ledger, tmp_path: Path) -> Path:
    """The JSON file of a definition that was published here."""
    room = Rooms(ledger).keep("w", room_at(Stage.PUBLISHED).record)
    version = room.workshop().published[0]
    path = tmp_path / "definition.json"
    path.write_bytes(files.json(signed_document(room.workshop(), version.draft, version)))
    return path


def test_verify_says_that_a_file_and_its_fingerprint_are_what_was_signed(definition: Path) -> None:
    sha256 = json.loads(definition.read_bytes())["sha256"]
    for what in (str(definition), sha256):
        result = run("verify", what)
        assert result.exit_code == 0, result.output
        assert "version 1 of the definition of a qualified lead at Acme, with four" in result.output


def test_verify_fails_for_a_file_that_was_changed_and_for_what_is_not_known(definition: Path) -> None:
    definition.write_text(definition.read_text().replace("Acme", "Bcme"))
    for what, why in ((str(definition), OTHER_TEXT), ("0" * 64, UNKNOWN), ("nothing.json", NEITHER)):
        result = run("verify", what)
        assert result.exit_code == 1
        assert why in result.output
