"""The process that reads: it can be stopped and watched, has limits, and leaves nothing behind."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest

from data.importing import ImportCancelled, Options, Progress, understand
from data.importing.limits import Limits
from data.leads_refused import LeadsRefused
from tests.data.importing.files import LEADS, rows, xlsx

MANY = "Lead,Source,Note\n" + "".join(f"L-{n},Web,\n" for n in range(150_000))


@pytest.fixture
def upload(tmp_path: Path) -> Path:
    path = tmp_path / "leads [1]*.csv"
    path.write_text(LEADS)
    return path


def test_the_answer_names_files_that_are_there(upload: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    found = understand(upload, Options(), work)
    assert found.file_name == upload.name
    assert found.raw_sha256 == sha256(upload.read_bytes()).hexdigest()
    assert sorted(os.listdir(work)) == ["raw.parquet", "set-aside.csv"]
    assert (found.raw.parent, found.set_aside.path.parent) == (work, work)
    assert len(rows(found)) == found.rows_kept == 20
    assert upload.read_text() == LEADS


def test_a_refusal_leaves_nothing(upload: Path, tmp_path: Path) -> None:
    upload.write_text("Lead,Source\n")
    with pytest.raises(LeadsRefused, match="no leads"):
        understand(upload, Options(), tmp_path / "work")
    assert os.listdir(tmp_path / "work") == []


def test_progress_is_told(upload: Path, tmp_path: Path) -> None:
    upload.write_text(MANY)
    told: list[Progress] = []
    understand(upload, Options(), tmp_path / "work", told.append)
    assert {at.step for at in told} == {"Checking the file", "Reading the rows", "Looking at the columns"}
    assert all(0 <= at.done <= at.of for at in told)


def test_it_can_be_stopped_midway(upload: Path, tmp_path: Path) -> None:
    upload.write_text(MANY)
    stop = Event()
    with pytest.raises(ImportCancelled, match="nothing was kept"):
        understand(upload, Options(), tmp_path / "work", lambda _: stop.set(), stop)
    assert os.listdir(tmp_path / "work") == []


def test_too_slow_is_refused(upload: Path, tmp_path: Path) -> None:
    with pytest.raises(LeadsRefused, match="too long"):
        understand(upload, Options(), tmp_path / "work", limits=Limits(seconds=0))
    assert os.listdir(tmp_path / "work") == []


def test_a_sheet_that_needs_too_much_memory_is_refused(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    source = tmp_path / "leads.xlsx"
    source.write_bytes(xlsx({"Leads": [["Lead", "Value"], ["L1", 1.0]]}, extra=far))
    with pytest.raises(LeadsRefused, match=r"more memory|cannot be read"):
        understand(source, Options(), tmp_path / "work")
    assert os.listdir(tmp_path / "work") == []


def test_the_child_does_not_get_the_servers_secrets(
    upload: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    tell = f"import os; open({str(told)!r}, 'w').write(' '.join(os.environ))"
    monkeypatch.setenv("COMMON_TERMS_HOST_KEY", "secret")
    monkeypatch.setattr("data.importing.importing.CHILD", (sys.executable, "-c", tell))
    with pytest.raises(LeadsRefused, match="cannot be read"):
        understand(upload, Options(), tmp_path / "work")
    assert "PATH" in told.read_text().split()
    assert "COMMON_TERMS_HOST_KEY" not in told.read_text()
