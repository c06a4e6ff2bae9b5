"""A file of leads on its way in: read in the background until it is understood, refused or called off."""

from __future__ import annotations

import logging
import shutil
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Generic, TypeVar

from alignment.refused import Refused
from data.holding import Held, remove_abandoned
from data.importing import Options, Progress, Understood, understand

Found = TypeVar("Found")
AT_ONCE = 2
"""Files that one server reads at a time; the others wait their turn."""
PREFIX = "leads-"
WAITING = Progress(step="Waiting for other files to be read", done=0, of=0)
BROKEN = "The file could not be read. Nothing of it was kept; try it as CSV in UTF-8, or ask the host."
_turns = threading.BoundedSemaphore(AT_ONCE)


class Intake(Generic[Found]):
    """One file and what is known of it so far; its folder goes when nobody holds it any more.

    ``found`` is what ``look`` gave for the last reading that worked; ``refusal`` says why the latest did not.
    """

    def __init__(
        self,
        folder: Path,
        raw: bytes,
        name: str,
        look: Callable[[Understood], Found],
        leads: Callable[[Options, Path, Callable[[Progress], None], Event], Understood] | None = None,
    ) -> None:
        """Take the file; nothing is read yet. ``leads``: reads what is there already, instead of a file."""
        remove_abandoned(folder, PREFIX)
        held = Held(folder, PREFIX)
        self.work = held.path
        self._remove = weakref.finalize(self, held.let_go)
        self._source = self.work / "source"
        self._source.write_bytes(raw)
        self.name, self._look, self._leads = name, look, leads
        self._thread: threading.Thread | None = None
        self._cancelled = threading.Event()
        self.progress = WAITING
        self.found: Found | None = None
        self.refusal: str | None = None
        self.readings = 0

    @property
    def reading(self) -> bool:
        """Whether it is being read now."""
        return self._thread is not None and self._thread.is_alive()

    def read(self, options: Options, patience: float) -> None:
        """Begin to read the file like this, and wait for as many seconds: a small file is understood then."""
        self._cancelled, self.refusal, self.progress = threading.Event(), None, WAITING
        place = self.work / f"reading-{self.readings}"
        self.readings += 1
        place.mkdir()
        self._thread = threading.Thread(target=self._read, args=(options, place), daemon=True)
        self._thread.start()
        self._thread.join(patience)

    def cancel(self) -> None:
        """Call the reading off; what was understood before stays."""
        self._cancelled.set()
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """Call it off and remove everything that was written."""
        self.cancel()
        self._remove()

    def _read(self, options: Options, place: Path) -> None:
        refused: str | None = None
        try:
            if self._may_begin():
                self._understand(options, place)
        except Refused as refusal:
            refused = str(refusal)
        except Exception:
            logging.getLogger(__name__).exception("A file of leads could not be read.")
            refused = BROKEN
        if refused is not None:
            shutil.rmtree(place, ignore_errors=True)
            self.refusal = None if self._cancelled.is_set() else refused

    def _may_begin(self) -> bool:
        """Wait for a turn; ``False`` if it was called off meanwhile."""
        while not self._cancelled.is_set():
            if _turns.acquire(timeout=0.1):
                return True
        return False

    def _understand(self, options: Options, place: Path) -> None:
        try:
            self.found = self._look(self._read_leads(options, place))
        finally:
            _turns.release()
        for other in set(self.work.glob("reading-*")) - {place}:
            shutil.rmtree(other, ignore_errors=True)

    def _read_leads(self, options: Options, place: Path) -> Understood:
        if self._leads is not None:
            return self._leads(options, place, self._report, self._cancelled)
        return understand(self._source, options, place, self._report, self._cancelled, file_name=self.name)

    def _report(self, progress: Progress) -> None:
        self.progress = progress


def importing_folder(folder: Path) -> Path:
    """Where the files on their way in are, in the folder of everything."""
    return folder / "importing"


def remove_left_behind(folder: Path) -> None:
    """Remove the files on their way in of servers that were killed in the middle."""
    remove_abandoned(importing_folder(folder), PREFIX)
