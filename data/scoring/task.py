"""Scoring in the background, for somebody who watches it and can call it off."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from threading import Event
from uuid import uuid4

from alignment.refused import Refused
from data.importing.understood import Progress
from data.scoring.results import Output, Result
from data.scoring.scoring import Scoring, score_file

AT_ONCE = 2
"""Files that one server scores at a time; the others wait their turn."""
WAITING = Progress(step="Waiting for other files to be scored", done=0, of=0)
BROKEN = "The file could not be scored. Nothing of it was changed; try again, or ask the host."
_turns = threading.BoundedSemaphore(AT_ONCE)


class Task:
    """One scoring, begun when it is made: ``result`` once it is done, or why there is none."""

    def __init__(self, job: Scoring, folder: Path) -> None:
        """Begin. The scored file is written to the folder as CSV."""
        self.job, self.folder = job, folder
        self.target = folder / f"scored-{uuid4().hex}.csv"
        self.progress = WAITING
        self.result: Result | None = None
        self.refusal: str | None = None
        self._cancelled = Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Wait for it as long: a small file is scored then."""
        self._thread.join(seconds)

    def cancel(self) -> None:
        """Call it off; nothing is left of it."""
        self._cancelled.set()
        self._thread.join()
        self.target.unlink(missing_ok=True)

    def made(self, kind: Output) -> bytes:
        """The scored file in one of its kinds. Raises LeadsRefused."""
        if kind is Output.CSV:
            return self.target.read_bytes()
        other = self.folder / f"scored-{uuid4().hex}.{kind}"
        try:
            score_file(self.job, other, kind)
            return other.read_bytes()
        finally:
            other.unlink(missing_ok=True)

    def _run(self) -> None:
        try:
            if self._may_begin():
                self._score()
        except Refused as refusal:
            self.refusal = None if self._cancelled.is_set() else str(refusal)
        except Exception:
            logging.getLogger(__name__).exception("A file could not be scored.")
            self.refusal = BROKEN

    def _may_begin(self) -> bool:
        """Wait for a turn; ``False`` if it was called off meanwhile."""
        while not self._cancelled.is_set():
            if _turns.acquire(timeout=0.1):
                return True
        return False

    def _score(self) -> None:
        try:
            self.result = score_file(self.job, self.target, Output.CSV, self._report, self._cancelled)
        finally:
            _turns.release()

    def _report(self, progress: Progress) -> None:
        self.progress = progress
