"""When other systems last came with their keys: in memory of this process, so it begins anew with it."""

from __future__ import annotations

from datetime import datetime
from threading import Lock


class KeyUses:
    """The last use of each key, by the hash of its token. Safe to use from many threads."""

    def __init__(self) -> None:
        """No key has been used yet."""
        self._lock = Lock()
        self._uses: dict[str, datetime] = {}

    def used(self, token_hash: str, now: datetime) -> None:
        """A key was right just now."""
        with self._lock:
            self._uses[token_hash] = now

    def wrong(self, token_hash: str) -> None:
        """A token opens nothing (any more)."""
        with self._lock:
            self._uses.pop(token_hash, None)

    def last(self, token_hash: str) -> datetime | None:
        """When a key was last right; ``None`` if it was not since this process began."""
        return self._uses.get(token_hash)


KEY_USES = KeyUses()
"""The uses that this process has seen."""
