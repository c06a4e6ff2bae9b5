"""A record on a clock that the test moves, another system, and a workshop that is to tell it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.ledger import Ledger
from data.rooms import Rooms
from tests.data.webhooks.receiving import Receiver, receiver

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


class Clock:
    """A time of day that the test moves."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of the test's own; this computer may be called."""
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    monkeypatch.setenv("COMMON_TERMS_PUBLIC_URL", "https://terms.example.org/app")
    monkeypatch.setenv("COMMON_TERMS_WEBHOOK_PRIVATE", "1")


@pytest.fixture
def rooms(ledger: Ledger, clock: Clock) -> Rooms:
    return Rooms(ledger, clock)


@pytest.fixture
def system() -> Iterator[Receiver]:
    with receiver() as found:
        yield found
