"""Each test of a page has a folder, a record and a secret of its own."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
import streamlit as st

from data.access import GUESSES
from data.room import Room
from data.rooms import forget_rooms
from pages.start.calibration import judging
from tests.data.warehouses.conftest import needed
from tests.pages.rooms import staffed_room
from tests.pages.warehouses import LEADS, do
from tests.postgres import NoServer, fresh_schema


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


@pytest.fixture
def quick_clicks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test clicks faster than a person."""
    monkeypatch.setattr(judging, "DOUBLE_CLICK", 0.0)


@pytest.fixture
def no_guesses() -> None:
    """Nobody has tried a key yet."""
    GUESSES.forget_all()


@pytest.fixture
def bound_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server is bound to an address that others can reach, and its key is known."""
    option = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda name: "0.0.0.0" if name == "server.address" else option(name)
    )
    monkeypatch.setenv("COMMON_TERMS_HOST_KEY", "open sesame")


@pytest.fixture
def crm(postgres: str | NoServer) -> Iterator[sa.Engine]:
    """A warehouse with 600 leads."""
    with fresh_schema(needed(postgres), f"test_{secrets.token_hex(6)}") as url:
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        do(engine, LEADS.format(rows=600))
        yield engine
        engine.dispose()
