"""Folders that one process works in: others see that it does, and that it no longer does however it ended."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

try:
    import fcntl
except ImportError:  # Windows, where only age tells that a folder is abandoned
    fcntl = None  # type: ignore[assignment]

HELD = "held"
"""The file in a folder whose lock says that its process lives; the system drops the lock with the process."""
FORGOTTEN_SECONDS = 24 * 3600


class Held:
    """A new folder of this process, until it is let go or the process ends."""

    def __init__(self, among: Path, prefix: str) -> None:
        """Make it. It gets its name only when it is locked, so that nobody takes it for an abandoned one."""
        among.mkdir(parents=True, exist_ok=True)
        new = Path(mkdtemp(prefix=f".{prefix}", dir=among))
        self._lock = os.open(new / HELD, os.O_RDWR | os.O_CREAT, 0o600)
        if fcntl is not None:
            fcntl.flock(self._lock, fcntl.LOCK_EX)
        self.path = new.rename(among / new.name.removeprefix("."))

    def let_go(self) -> None:
        """Remove the folder and everything in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        with suppress(OSError):
            os.close(self._lock)


def remove_abandoned(among: Path, prefix: str) -> None:
    """Remove the folders whose process is gone, as after a power cut."""
    for pattern in (f"{prefix}*", f".{prefix}*"):
        for place in among.glob(pattern):
            with suppress(OSError):  # another process removed it just now
                if _is_abandoned(place):
                    shutil.rmtree(place, ignore_errors=True)


def _is_abandoned(place: Path) -> bool:
    """Whether nobody holds the lock; without one a folder is abandoned after a day."""
    if fcntl is None or place.name.startswith(".") or not (place / HELD).exists():
        return time.time() - place.stat().st_mtime > FORGOTTEN_SECONDS
    lock = os.open(place / HELD, os.O_RDWR)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True
