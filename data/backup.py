"""A backup: one ZIP file with the whole record, what is kept beside it, the lead sets and the cookies' key.

It holds everything that people wrote, and with the key its holder could pass for any participant: keep it as
safe as the server itself. The file can be read by its owner only.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from data.ledger import Ledger
from data.settings import Settings

FORMAT = 1
MANIFEST, RECORD, HEADS, KEY, LEADS = "manifest.json", "record.jsonl", "heads.json", "secret.key", "leads/"
BESIDE = "beside/"
"""The folder with the tables that are kept beside the record, a file each."""


class NotBackedUp(Exception):
    """There is no backup; the message says why."""


@dataclass(frozen=True)
class Copied:
    """What a backup holds: how many workshops, facts and lead sets."""

    workshops: int
    facts: int
    lead_sets: int


def back_up(ledger: Ledger, settings: Settings, file: Path, now: datetime) -> Copied:
    """Write everything as it is at one moment to a new file, whole or not at all, while the server runs."""
    if file.exists():
        raise NotBackedUp(f"{file} is there already. Choose another name, so that no backup is lost.")
    with _appearing_whole(file) as target, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        packing = _Packing(archive)
        with ledger.whole() as everything:
            packing.add(
                HEADS, [json.dumps({key: asdict(end) for key, end in everything.heads.items()}).encode()]
            )
            facts = packing.add(RECORD, (_line(asdict(row)) for row in everything.rows))
            for name, rows in everything.others.items():
                packing.add(f"{BESIDE}{name}.jsonl", map(_line, rows))
        leads = sorted(settings.leads.glob("*.parquet"))
        for path in (*leads, *sorted(settings.leads.glob("*.json"))):
            packing.add(LEADS + path.name, _pieces(path), ZIP_STORED)
        if settings.secret_key.exists():
            packing.add(KEY, _pieces(settings.secret_key))
        copied = Copied(len(everything.heads), facts, len(leads))
        manifest = {"format": FORMAT, "made_at": now.isoformat(), **asdict(copied), "files": packing.hashes}
        packing.add(MANIFEST, [json.dumps(manifest, indent=2).encode()])
    return copied


class _Packing:
    """Files put into an archive one after the other, with the hash of each."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.hashes: dict[str, str] = {}

    def add(self, name: str, pieces: Iterable[bytes], method: int = ZIP_DEFLATED) -> int:
        """One more file, in pieces; how many pieces there were."""
        entry, digest, count = ZipInfo(name), hashlib.sha256(), 0
        entry.compress_type = method
        with self._archive.open(entry, "w", force_zip64=True) as packed:
            for piece in pieces:
                packed.write(piece)
                digest.update(piece)
                count += 1
        self.hashes[name] = digest.hexdigest()
        return count


def _line(row: Mapping[str, object]) -> bytes:
    return json.dumps(row, ensure_ascii=True).encode() + b"\n"


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as source:
        while piece := source.read(1_000_000):
            yield piece


@contextmanager
def _appearing_whole(file: Path) -> Iterator[IO[bytes]]:
    """A file that only its owner can read and that bears its name only when it is complete and on disk."""
    aside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with open(os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        os.replace(aside, file)
    finally:
        aside.unlink(missing_ok=True)
