"""A brake on sending: so many in a while from one place, and the next has to wait."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock


class Pace:
    """Counts what was done in the last ``seconds`` by key, at most ``most`` each. In memory of this process.

    Of more than ``in_all`` together none is let through: so the memory it takes is bounded.
    """

    def __init__(
        self, most: int, seconds: float, in_all: int = 20_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._seconds, self._in_all, self._clock = most, seconds, in_all, clock
        self._done: deque[tuple[float, str]] = deque()
        self._counts: dict[str, int] = {}
        self._lock = Lock()

    def take(self, key: str) -> bool:
        """Whether one more may be done now; if so it is counted."""
        with self._lock:
            self._forget()
            if self._counts.get(key, 0) >= self._most or len(self._done) >= self._in_all:
                return False
            self._done.append((self._clock(), key))
            self._counts[key] = self._counts.get(key, 0) + 1
            return True

    def forget_all(self) -> None:
        """Begin again."""
        with self._lock:
            self._done.clear()
            self._counts.clear()

    def _forget(self) -> None:
        oldest = self._clock() - self._seconds
        while self._done and self._done[0][0] <= oldest:
            _, key = self._done.popleft()
            self._counts[key] -= 1
            if not self._counts[key]:
                del self._counts[key]
