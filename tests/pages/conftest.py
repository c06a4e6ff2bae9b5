"""Each test of a page has a folder, a record and a secret of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.room import Room
from data.rooms import forget_rooms
from tests.pages.rooms import staffed_room


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Everything that the app keeps goes to a folder of the test's own."""
    for name in ("DATABASE_URL", "PUBLIC_URL", "HOST_KEY", "UPLOAD_MB"):
        monkeypatch.delenv(f"COMMON_TERMS_{name}", raising=False)
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    forget_rooms()
    yield tmp_path
    forget_rooms()


@pytest.fixture
def room() -> Room:
    """A workshop with three teams of two, a decider and an observer, and no clauses yet."""
    return staffed_room()
