"""The database that a URL names: its tables, and the settings under which a commit is durable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa

MOST_CONNECTIONS = 20
WAIT_SECONDS = 30
SQLITE_PRAGMAS = (f"busy_timeout={WAIT_SECONDS}000", "journal_mode=WAL", "synchronous=FULL", "fullfsync=ON")
SQLITE_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR")

tables = sa.MetaData()

facts = sa.Table(
    "facts",
    tables,
    sa.Column("workshop_id", sa.Text, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("recorded_at", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("previous_hash", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Every fact of every workshop. No second index, so that there is one copy of each byte to watch."""

heads = sa.Table(
    "heads",
    tables,
    sa.Column("workshop_id", sa.Text, primary_key=True),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)
"""How far each record goes: the number and hash of its last fact."""


def connect(url: str) -> sa.Engine:
    """An engine whose commits are on disk when they return: SQLite in a file, or PostgreSQL."""
    place = sa.make_url(url.replace("postgres://", "postgresql://", 1))
    if place.get_backend_name() != "sqlite":
        return sa.create_engine(place, pool_size=MOST_CONNECTIONS, pool_pre_ping=True)
    Path(place.database or "").parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = sa.create_engine(place, pool_size=MOST_CONNECTIONS, connect_args={"timeout": WAIT_SECONDS})
    sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def notes_folder(place: sa.URL) -> Path | None:
    """Where notes about a SQLite file are kept; ``None`` for a database that keeps its own watch."""
    if place.get_backend_name() != "sqlite":
        return None
    return Path(f"{place.database}-heads")


def damaged(error: Exception) -> bool:
    """Whether a database's error says that what it holds is damaged, not that it is busy or out of reach."""
    name = getattr(getattr(error, "orig", error), "sqlite_errorname", None)
    if name is not None:
        return str(name).startswith(SQLITE_DAMAGE)
    return not isinstance(error, sa.exc.OperationalError)


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.text_factory = _text
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _text(stored: bytes) -> str:
    """Text that is damaged still arrives, as something that its hash does not fit."""
    return stored.decode("utf-8", "backslashreplace")
