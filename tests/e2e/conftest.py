"""A real server and a real browser for tests that use the app as people do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from data.rooms import forget_rooms
from tests.e2e.browsers import HOW_TO_GET_IT, People, chromium, started_browser
from tests.e2e.server import Server, running_server


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A fresh server. The test's own ``rooms()`` and cookies are of the same folder."""
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    forget_rooms()
    with running_server(tmp_path) as started:
        yield started
    forget_rooms()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests of this folder.

    Not for the whole session: while it runs, no other test of this process can start an event loop.
    """
    program = chromium()
    if program is None:
        (pytest.fail if os.environ.get("COMMON_TERMS_REQUIRE_SERVERS") == "1" else pytest.skip)(HOW_TO_GET_IT)
    with started_browser(program) as started:
        yield started


@pytest.fixture
def new_person(browser: Browser, server: Server) -> Iterator[People]:
    """Call it for a page in a fresh browser. At the end no page may have had a fault."""
    people = People(browser, server.url)
    yield people
    people.leave()
    assert people.faults == []
