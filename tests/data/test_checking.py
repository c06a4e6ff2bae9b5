"""Checking a file or a fingerprint: in itself, and against the record of all workshops."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest
import sqlalchemy as sa

from alignment.composing import signed_document
from alignment.drafts import Published
from data.checking import (
    DAMAGED,
    HOLDS,
    MOST_BYTES,
    NEITHER,
    NOT_OURS,
    OTHER_SIGNATURES,
    OTHER_TEXT,
    UNKNOWN,
    check_against,
    check_file,
)
from data.databases import facts
from data.fingerprints import Fingerprints, find_in, fingerprint_in
from data.ledger import Ledger
from data.publishing import files
from data.room import Room
from data.rooms import Rooms
from tests.alignment.stages import Stage, freeze_for, room_at, sign_all
from tests.definitions.documents import published


@pytest.fixture
def here(ledger: Ledger) -> Rooms:
    """Two workshops: one has published version 1, the other is drafting."""
    found = Rooms(ledger)
    found.keep("w", room_at(Stage.PUBLISHED).record)
    found.keep("v", room_at(Stage.SETTLED).record)
    return found


def version_of(room: Room) -> Published:
    version = room.workshop().in_force
    assert version is not None
    return version


def exported(here: Rooms) -> bytes:
    """The definition in force as JSON."""
    room = here.enter("w")
    assert room is not None
    version = version_of(room)
    return files.json(signed_document(room.workshop(), version.draft, version))


def changed(raw: bytes, *path: str | int, to: object) -> bytes:
    """The file with one value replaced."""
    whole = json.loads(raw)
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return json.dumps(whole).encode()


def test_a_file_as_it_was_exported_holds_whatever_its_spacing() -> None:
    raw = files.json(published())
    for form in (raw, json.dumps(json.loads(raw), indent=4).encode()):
        checked = check_file(form)
        assert (checked.holds, checked.sentence, checked.fingerprint) == (True, HOLDS, published().sha256)


@pytest.mark.parametrize(
    ("path", "to", "why"),
    [
        (("document", "company"), "Another", OTHER_TEXT),
        (("sha256",), "0" * 64, OTHER_TEXT),
        (("signatures", 0, "sha256"), "0" * 64, "One signature in this file is for another text."),
    ],
)
def test_a_file_in_which_something_was_changed_does_not_hold(
    path: tuple[str | int, ...], to: object, why: str
) -> None:
    checked = check_file(changed(files.json(published()), *path, to=to))
    assert (checked.holds, checked.sentence) == (False, why)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.7",
        b"[]",
        b"{}",
        b'"' * 9,
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"document": {"version": NaN}}',
    ],
)
def test_what_is_no_definition_is_told_so(raw: bytes) -> None:
    checked = check_file(raw)
    assert (checked.holds, checked.sentence, checked.fingerprint) == (False, NOT_OURS, "")


def test_a_file_made_to_keep_the_server_busy_is_refused_in_a_moment() -> None:
    handoff = {"kind": "handoff", "business_hours": {"time_zone": "UTC", "country": "DE"}}
    clause = {"clause_id": "a", "revision": 1, "content": handoff}
    document = {**json.loads(published().document.model_dump_json()), "clauses": [clause] * 12_000}
    raw = json.dumps({"document": document, "sha256": "0" * 64}).encode()
    assert MOST_BYTES / 2 < len(raw) < MOST_BYTES
    began = process_time()
    assert check_file(raw).sentence == NOT_OURS
    assert process_time() - began < 5


def test_a_file_beyond_the_limit_is_not_read() -> None:
    assert "2 MB" in check_file(b" " * (MOST_BYTES + 1)).sentence


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("a" * 64, "a" * 64),
        (f" {'AB' * 32}\n", "ab" * 32),
        ("ab " * 32, "ab" * 32),
        ("a" * 63, None),
        ("g" * 64, None),
        ("", None),
        ("\u0661" * 64, None),
    ],
)
def test_a_fingerprint_is_64_hexadecimal_digits(typed: str, found: str | None) -> None:
    assert fingerprint_in(typed) == found


def test_a_published_version_is_found_by_its_fingerprint_in_every_workshop(here: Rooms) -> None:
    room = here.enter("w")
    assert room is not None
    found = find_in(here, version_of(room).draft.sha256)
    assert found is not None
    assert (found.workshop.id, found.version.version, found.in_force) == ("w", 1, True)
    assert found.sentence.endswith("with four signatures. It has been in force since 2 March 2026.")


def test_what_is_frozen_or_unknown_is_not_found(here: Rooms) -> None:
    frozen = room_at(Stage.FROZEN)
    here.keep("u", frozen.record)
    assert frozen.workshop.frozen is not None
    assert find_in(here, "0" * 64) is None


def test_a_version_that_was_replaced_says_until_when_it_was_in_force(ledger: Ledger) -> None:
    room = room_at(Stage.REDRAFTING)
    freeze_for(room)
    sign_all(room)
    here = Rooms(ledger)
    here.keep("w", room.record)
    found = find_in(here, room.workshop.published[0].draft.sha256)
    assert found is not None
    assert not found.in_force
    assert "when version 2 replaced it." in found.sentence


def test_what_another_process_publishes_is_found_too(here: Rooms, ledger: Ledger) -> None:
    known = Fingerprints(ledger)
    room = room_at(Stage.REDRAFTING)
    freeze_for(room)
    sign_all(room)
    second = room.workshop.published[1].draft.sha256
    assert known.workshop_id(second) is None
    Rooms(ledger).keep("x", room.record)
    assert known.workshop_id(second) == "x"


def test_asking_again_reads_no_publication_again(here: Rooms, ledger: Ledger) -> None:
    known, reads = Fingerprints(ledger), list[str]()

    def count(*details: object) -> None:
        reads.append(str(details[2]))

    assert known.workshop_id("0" * 64) is None
    sa.event.listen(ledger._reader, "before_cursor_execute", count)
    assert known.workshop_id("0" * 64) is None
    assert not [read for read in reads if "facts" in read]


def test_a_file_and_a_fingerprint_are_checked_against_the_record(here: Rooms, tmp_path: Path) -> None:
    raw, path = exported(here), tmp_path / "definition.json"
    path.write_bytes(raw)
    sha256 = json.loads(raw)["sha256"]
    for what in (str(path), sha256, sha256.upper()):
        checked = check_against(here, what)
        assert checked.holds
        assert "version 1 of the definition of a qualified lead at Acme" in checked.sentence


def test_signatures_that_are_not_on_record_do_not_hold(here: Rooms, tmp_path: Path) -> None:
    path = tmp_path / "definition.json"
    for forged in (
        changed(exported(here), "signatures", 0, "name", to="Mallory"),
        changed(exported(here), "signatures", to=[]),
        changed(exported(here), "published_at", to="2020-01-01T00:00:00Z"),
    ):
        path.write_bytes(forged)
        assert check_against(here, str(path)).sentence == OTHER_SIGNATURES


def test_what_was_published_elsewhere_is_not_vouched_for(here: Rooms, tmp_path: Path) -> None:
    path = tmp_path / "definition.json"
    path.write_bytes(files.json(published()))
    checked = check_against(here, str(path))
    assert not checked.holds
    assert checked.sentence == f"{HOLDS} {UNKNOWN}"


def test_a_record_that_was_tampered_with_vouches_for_nothing(here: Rooms, ledger: Ledger) -> None:
    sha256 = json.loads(exported(here))["sha256"]
    with ledger._engine.begin() as connection:
        row = sa.and_(facts.c.workshop_id == "w", facts.c.seq == 3)
        connection.execute(facts.update().where(row).values(actor="p9"))
    assert check_against(here, sha256).sentence == DAMAGED


@pytest.mark.parametrize("what", ["nothing.json", "a" * 63, "\0", "x" * 5000])
def test_what_is_neither_a_file_nor_a_fingerprint_is_told_so(here: Rooms, what: str) -> None:
    checked = check_against(here, what)
    assert (checked.holds, checked.sentence) == (False, NEITHER)
