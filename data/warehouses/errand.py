"""An errand to a warehouse: something that takes a while, can be called off, and ends in an answer or not."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

from alignment.refused import Refused

Found = TypeVar("Found")
AT_ONCE = 3
"""Errands of one server at a time; the others wait their turn."""
BROKEN = (
    "Something went wrong on the way to the warehouse. Nothing was changed; tell whoever runs the server."
)
_turns = threading.BoundedSemaphore(AT_ONCE)


class Errand(Generic[Found]):
    """Runs in the background. ``found`` is what came of it, or ``refusal`` says why nothing did."""

    def __init__(self, work: Callable[[threading.Event], Found], broken: str = BROKEN) -> None:
        """Nothing runs yet; ``work`` is given what tells it that it was called off.

        ``broken``: what is said when it fails and nobody knows why.
        """
        self._work, self._broken = work, broken
        self._called_off = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._begun: float | None = None
        self.found: Found | None = None
        self.refusal: str | None = None

    @property
    def running(self) -> bool:
        """Whether it is still under way."""
        return self._thread.is_alive()

    @property
    def seconds(self) -> float | None:
        """How long it has been at the warehouse; ``None`` while it waits its turn."""
        return None if self._begun is None else monotonic() - self._begun

    def start(self, patience: float) -> None:
        """Begin, and wait for as many seconds: what is quick is done then."""
        self._thread.start()
        self._thread.join(patience)

    def cancel(self) -> None:
        """Call it off; what it changed by then stays changed."""
        self._called_off.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            if self._may_begin():
                self._do()
        except Refused as refusal:
            self.refusal = str(refusal)
        except Exception:
            logging.getLogger(__name__).exception("An errand to a warehouse failed.")
            self.refusal = self._broken

    def _may_begin(self) -> bool:
        """Wait for a turn; ``False`` if it was called off meanwhile."""
        while not self._called_off.is_set():
            if _turns.acquire(timeout=0.1):
                return True
        return False

    def _do(self) -> None:
        try:
            self._begun = monotonic()
            self.found = self._work(self._called_off)
        finally:
            _turns.release()
