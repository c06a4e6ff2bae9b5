"""Restoring a backup into a place where there is nothing yet."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from data.backup import BESIDE, FORMAT, HEADS, KEY, LEADS, MANIFEST, RECORD, Copied
from data.copying import NotEmpty, beside
from data.ledger import Ledger
from data.rows import Head, Row
from data.settings import Settings

KNOWN_NAME = re.compile(
    rf"{re.escape(RECORD)}|{re.escape(HEADS)}|{re.escape(KEY)}|{LEADS}[0-9a-f]{{64}}\.(parquet|json)"
    rf"|{BESIDE}[a-z_]+\.jsonl"
)
NOT_EMPTY = "There are workshops here already. A backup is restored only where there is nothing yet."
NO_BACKUP = "This file is no backup of Common Terms, or it is damaged: {}. Nothing was changed."
UNUSABLE = (
    BadZipFile,
    zlib.error,
    LookupError,
    TypeError,
    AttributeError,
    ValueError,
    EOFError,
    RuntimeError,
)


class NotRestored(Exception):
    """Nothing was restored; the message says why."""


def restore(ledger: Ledger, settings: Settings, file: Path) -> Copied:
    """Bring back everything in a backup; nothing is changed unless every file in it is as it was written."""
    if ledger.heads():
        raise NotRestored(NOT_EMPTY)
    try:
        with ZipFile(file) as archive:
            manifest = _checked(archive)
            _unpack(archive, manifest["files"], settings)
            ends = {key: Head(**end) for key, end in json.loads(archive.read(HEADS)).items()}
            others = {
                _table(name): _beside(archive, name) for name in manifest["files"] if name.startswith(BESIDE)
            }
            ledger.fill(ends, _rows(archive), others)
    except NotEmpty as error:
        raise NotRestored(NOT_EMPTY) from error
    except UNUSABLE as error:
        raise NotRestored(NO_BACKUP.format(error)) from error
    return Copied(manifest["workshops"], manifest["facts"], manifest["lead_sets"])


def _checked(archive: ZipFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise ValueError(f"its format {manifest['format']} is not one that this version reads")
    for name, expected in manifest["files"].items():
        if not KNOWN_NAME.fullmatch(name):
            raise ValueError("it holds a file that does not belong there")
        if _hash(archive, name) != expected:
            raise ValueError(f"{name} in it was changed")
    return manifest


def _hash(archive: ZipFile, name: str) -> str:
    with archive.open(name) as packed:
        return hashlib.file_digest(packed, "sha256").hexdigest()  # type: ignore[arg-type]


def _unpack(archive: ZipFile, names: list[str], settings: Settings) -> None:
    for name in names:
        if name.startswith(LEADS):
            _write(settings.leads / name.removeprefix(LEADS), archive, name)
        elif name == KEY:
            _write(settings.secret_key, archive, name)


def _write(path: Path, archive: ZipFile, name: str) -> None:
    """A file that only its owner can read, there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, aside = tempfile.mkstemp(dir=path.parent, prefix=".restoring-")
    try:
        with open(number, "wb") as target, archive.open(name) as packed:
            while piece := packed.read(1_000_000):
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
        os.replace(aside, path)
    finally:
        Path(aside).unlink(missing_ok=True)


def _rows(archive: ZipFile) -> Iterator[Row]:
    with archive.open(RECORD) as lines:
        for line in lines:
            yield Row(**json.loads(line))


def _table(name: str) -> str:
    """The table that a file of a backup holds; ``ValueError`` for one that this version does not have."""
    table = name.removeprefix(BESIDE).removesuffix(".jsonl")
    if table not in beside():
        raise ValueError(f"it holds {table}, which this version does not know")
    return table


def _beside(archive: ZipFile, name: str) -> Iterator[dict[str, object]]:
    known = set(beside()[_table(name)].c.keys())
    with archive.open(name) as lines:
        for line in lines:
            row: dict[str, object] = json.loads(line)
            if set(row) != known:
                raise ValueError(f"{name} has other columns than this version")
            yield row
