"""Who wants to hear when a workshop changes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock

Changed = Callable[[int, frozenset[str]], None]
"""Called with a workshop's new head and the topics of what was added, from any thread; must be quick."""
log = logging.getLogger(__name__)


class Watchers:
    """The callbacks of those who listen, by workshop."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._lock = Lock()
        self._callbacks: dict[str, list[Changed]] = {}

    def add(self, workshop_id: str, callback: Changed) -> None:
        """Call back from now on whenever the workshop changes."""
        with self._lock:
            self._callbacks[workshop_id] = [*self._callbacks.get(workshop_id, ()), callback]

    def drop(self, workshop_id: str, callback: Changed) -> None:
        """Call back no more; nothing happens if that was so."""
        with self._lock:
            rest = [known for known in self._callbacks.get(workshop_id, ()) if known != callback]
            self._callbacks[workshop_id] = rest
            if not rest:
                del self._callbacks[workshop_id]

    def watched(self) -> frozenset[str]:
        """The workshops that somebody listens to."""
        with self._lock:
            return frozenset(self._callbacks)

    def number(self, workshop_id: str) -> int:
        """How many listen to a workshop."""
        return len(self._callbacks.get(workshop_id, ()))

    def tell(self, workshop_id: str, head: int, topics: frozenset[str]) -> None:
        """Let everybody who listens to a workshop know; one who fails keeps nobody else from hearing."""
        for callback in self._callbacks.get(workshop_id, ()):
            try:
                callback(head, topics)
            except Exception:
                log.exception("workshop %s: a listener failed", workshop_id)
