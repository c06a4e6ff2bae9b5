"""A brake on guessing: too many wrong tokens from one client, or from all, and the door waits."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

WINDOW_SECONDS = 60.0


class Guesses:
    """Counts wrong guesses of the last minute, a client and in all. In memory of this process."""

    def __init__(
        self, per_client: int = 20, in_all: int = 400, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_client, self._in_all, self._clock = per_client, in_all, clock
        self._wrong: deque[tuple[float, str]] = deque()
        self._counts: dict[str, int] = {}
        self._lock = Lock()

    def may_try(self, client: str) -> bool:
        """Whether a client may try now."""
        with self._lock:
            self._forget()
            return self._counts.get(client, 0) < self._per_client and len(self._wrong) < self._in_all

    def was_wrong(self, client: str) -> None:
        """Remember a wrong guess."""
        with self._lock:
            self._forget()
            if len(self._wrong) < self._in_all:
                self._wrong.append((self._clock(), client))
                self._counts[client] = self._counts.get(client, 0) + 1

    def forget_all(self) -> None:
        """Begin again with no wrong guesses."""
        with self._lock:
            self._wrong.clear()
            self._counts.clear()

    def _forget(self) -> None:
        oldest = self._clock() - WINDOW_SECONDS
        while self._wrong and self._wrong[0][0] <= oldest:
            _, client = self._wrong.popleft()
            self._counts[client] -= 1
            if not self._counts[client]:
                del self._counts[client]


GUESSES = Guesses()
"""The brake shared by everything in this process that takes a token or the host key."""
