"""Notes beside a SQLite file of how far each record goes, written after each commit.

SQLite drops the end of its write-ahead log in silence when a byte in it is damaged, and the heads with it. A
note is in another file, so the loss shows. It waits for no disk: one that is behind raises no false alarm.
"""

from __future__ import annotations

import logging
import re
import zlib
from pathlib import Path

from data.rows import Head

log = logging.getLogger(__name__)
FILE_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
NOTE = re.compile(rb"(\d{12}) ([0-9a-f]{64}) (\d{10})")


class Notes:
    """One small file a workshop in a folder; without a folder (PostgreSQL), nothing is noted."""

    def __init__(self, folder: Path | None) -> None:
        """The folder is made when something is first noted."""
        self._folder = folder

    def write(self, workshop_id: str, head: Head) -> None:
        """Note how far a record goes now. What was committed stays so if the note cannot be written."""
        path = self._path(workshop_id)
        if path is None:
            return
        text = f"{head.seq:012} {head.hash}".encode()
        try:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text + b" %010d" % zlib.crc32(text))
        except OSError:
            log.exception("workshop %s: its head could not be noted", workshop_id)

    def read(self, workshop_id: str) -> Head | None:
        """How far a record went at the least; ``None`` if that was not noted or cannot be read."""
        path = self._path(workshop_id)
        try:
            line = path.read_bytes() if path is not None else b""
        except OSError:
            return None
        found = NOTE.fullmatch(line)
        if found is None or zlib.crc32(line[:77]) != int(found[3]):
            return None
        return Head(int(found[1]), found[2].decode())

    def remove(self, workshop_id: str) -> None:
        """Forget a workshop."""
        path = self._path(workshop_id)
        if path is not None:
            path.unlink(missing_ok=True)

    def workshop_ids(self) -> frozenset[str]:
        """The workshops that are noted."""
        if self._folder is None or not self._folder.is_dir():
            return frozenset()
        return frozenset(path.name for path in self._folder.iterdir() if self.read(path.name))

    def _path(self, workshop_id: str) -> Path | None:
        if self._folder is None or not FILE_NAME.fullmatch(workshop_id):
            return None
        return self._folder / workshop_id
