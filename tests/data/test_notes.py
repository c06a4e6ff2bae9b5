"""The notes beside a SQLite file tell of a lost end, raise no false alarm, and are read for no other file."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.notes import Notes
from data.rows import Head

HEAD = Head(41, "ab" * 32)


def test_a_note_is_read_as_it_was_written_and_the_last_one_counts(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "heads")
    notes.write("one", Head(7, "cd" * 32))
    notes.write("one", HEAD)
    assert notes.read("one") == HEAD
    assert notes.workshop_ids() == {"one"}
    notes.remove("one")
    assert notes.read("one") is None


def test_a_note_with_any_byte_changed_says_nothing(tmp_path: Path) -> None:
    notes = Notes(tmp_path)
    notes.write("one", HEAD)
    whole = (tmp_path / "one").read_bytes()
    for at in range(len(whole)):
        (tmp_path / "one").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert notes.read("one") is None


@pytest.mark.parametrize("strange", ["../secret", "/etc/passwd", "", "a b", "x" * 65, "ü", "a\n"])
def test_an_id_that_is_no_plain_name_is_no_file(tmp_path: Path, strange: str) -> None:
    notes = Notes(tmp_path / "heads")
    notes.write(strange, HEAD)
    assert notes.read(strange) is None
    assert not (tmp_path / "heads").exists()


def test_what_was_committed_stays_so_where_nothing_can_be_noted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "heads").write_text("a file is in the way")
    Notes(tmp_path / "heads").write("one", HEAD)
    assert "could not be noted" in caplog.text


def test_without_a_folder_nothing_is_noted() -> None:
    notes = Notes(None)
    notes.write("one", HEAD)
    assert notes.read("one") is None
    assert notes.workshop_ids() == frozenset()
