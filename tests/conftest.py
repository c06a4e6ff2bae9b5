"""What tests share: a fresh database of each kind that the record can be kept in."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from data.ledger import Ledger
from data.rooms import Rooms
from tests.postgres import NoServer, fresh_schema, postgres_server

# How long an example takes says more about the machine than about the code.
settings.register_profile("by result", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("by result")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str | NoServer]:
    """The URL of a PostgreSQL server for tests, or why there is none."""
    try:
        with postgres_server() as url:
            yield url
    except NoServer as missing:
        yield missing


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database: a SQLite file, and a place on a PostgreSQL server if there is one."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'record.sqlite3'}"
        return
    server = request.getfixturevalue("postgres")
    if isinstance(server, NoServer):
        (pytest.fail if os.environ.get("COMMON_TERMS_REQUIRE_SERVERS") == "1" else pytest.skip)(str(server))
    with fresh_schema(server, f"test_{secrets.token_hex(6)}") as url:
        yield url


@pytest.fixture
def ledger(database_url: str) -> Iterator[Ledger]:
    """An empty ledger."""
    made = Ledger(database_url)
    yield made
    made.close()


@pytest.fixture
def rooms(ledger: Ledger) -> Rooms:
    """No workshops yet."""
    return Rooms(ledger)
