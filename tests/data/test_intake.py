"""A file on its way in: understood, refused, called off, read again, and gone without a trace."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data.holding import FORGOTTEN_SECONDS
from data.importing import Options, Understood
from data.intake import BROKEN, Intake, importing_folder, remove_left_behind

LEADS = b"Budget;Outcome\nready;won\nnone;lost\n"
PATIENCE = 30.0
ROOT = Path(__file__).parents[2]


def intake(folder: Path, raw: bytes = LEADS) -> Intake[Understood]:
    return Intake(folder, raw, "march.csv", lambda read: read)


def found(file: Intake[Understood]) -> Understood:
    assert file.refusal is None
    assert file.found is not None
    return file.found


def test_a_file_is_understood_under_the_name_it_was_given(tmp_path: Path) -> None:
    file = intake(tmp_path)
    file.read(Options(), PATIENCE)
    assert not file.reading
    assert (found(file).file_name, found(file).rows_kept, found(file).options.delimiter) == (
        "march.csv",
        2,
        ";",
    )


def test_a_refused_file_leaves_a_sentence_and_no_rows(tmp_path: Path) -> None:
    file = intake(tmp_path, b"")
    file.read(Options(), PATIENCE)
    assert file.found is None
    assert file.refusal is not None
    assert file.refusal.endswith(".")
    assert not list(file.work.glob("reading-*"))


def test_what_was_understood_stays_when_another_reading_is_refused(tmp_path: Path) -> None:
    file = intake(tmp_path)
    file.read(Options(), PATIENCE)
    before = found(file)
    file.read(Options(header_row=2), PATIENCE)
    assert file.refusal is not None
    assert file.found is before
    assert before.raw.exists()


def test_a_new_reading_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    file = intake(tmp_path)
    file.read(Options(), PATIENCE)
    before = found(file)
    file.read(Options(delimiter=","), PATIENCE)
    assert len(found(file).columns) == 1
    assert not before.raw.exists()


def test_a_reading_that_is_called_off_is_no_refusal(tmp_path: Path) -> None:
    file = intake(tmp_path, b"Budget,Outcome\n" + b"ready,won\n" * 2_000_000)
    file.read(Options(), 0.0)
    assert file.reading
    file.cancel()
    assert not file.reading
    assert (file.found, file.refusal) == (None, None)
    assert not list(file.work.glob("reading-*"))


def test_a_fault_of_ours_is_a_sentence_too(tmp_path: Path) -> None:
    def fail(read: Understood) -> Understood:
        raise ZeroDivisionError

    file = Intake(tmp_path, LEADS, "march.csv", fail)
    file.read(Options(), PATIENCE)
    assert (file.found, file.refusal) == (None, BROKEN)


@pytest.mark.parametrize("how", ["closed", "forgotten"])
def test_nothing_stays_on_the_disk(tmp_path: Path, how: str) -> None:
    file = intake(tmp_path)
    file.read(Options(), PATIENCE)
    if how == "closed":
        file.close()
    del file
    gc.collect()
    assert list(tmp_path.iterdir()) == []


SERVER = """
import sys, time
from pathlib import Path
from data.intake import Intake, importing_folder

file = Intake(importing_folder(Path(sys.argv[1])), b"Budget\\nready\\n", "march.csv", lambda read: read)
print(file.work, flush=True)
time.sleep(60)
"""


@contextmanager
def another_server(folder: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another process with a file on its way in, and where that is."""
    program = (sys.executable, "-c", SERVER, str(folder))
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        assert server.stdout is not None
        try:
            yield server, Path(server.stdout.readline().strip())
        finally:
            server.kill()


def test_what_a_killed_server_left_behind_is_removed_at_the_next_start(tmp_path: Path) -> None:
    ours = intake(importing_folder(tmp_path))
    with another_server(tmp_path) as (server, theirs):
        remove_left_behind(tmp_path)
        assert (ours.work / "source").exists()
        assert (theirs / "source").exists()
        server.kill()
        server.wait()
        assert theirs.exists()
        remove_left_behind(tmp_path)
        assert not theirs.exists()
        assert (ours.work / "source").exists()


def test_what_nobody_ever_held_is_removed_a_day_later(tmp_path: Path) -> None:
    old, new = tmp_path / "leads-old", tmp_path / "leads-new"
    old.mkdir()
    new.mkdir()
    past = time.time() - FORGOTTEN_SECONDS - 60
    os.utime(old, (past, past))
    intake(tmp_path)
    assert not old.exists()
    assert new.exists()
