"""Whether the server says truthfully that it works."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.rooms import forget_rooms
from tests.http_routes.conftest import Browser


def test_the_server_is_well_when_the_database_answers(browser: Browser) -> None:
    answer = browser().get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_the_server_is_not_well_without_its_database(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMON_TERMS_DATABASE_URL", f"sqlite:///{tmp_path}")
    forget_rooms()
    assert browser().get("/health").status_code == 503
