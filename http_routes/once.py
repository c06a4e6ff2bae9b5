"""A form sent twice acts once: what the first sending gave is given again."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from data.access import Identity, token_hash

SECONDS = 600.0
_MOST = 2000
_lock = Lock()
_given: OrderedDict[str, tuple[Identity, float]] = OrderedDict()


def once(key: str, act: Callable[[], Identity]) -> Identity:
    """What ``act`` gives, or gave when the same key was used in the last ten minutes.

    Sendings wait for each other, so that the second of a double click finds what the first did.
    """
    with _lock:
        kept, until = _given.get(token_hash(key), (None, 0.0))
        if kept is not None and time.monotonic() < until:
            return kept
        identity = act()
        _given[token_hash(key)] = (identity, time.monotonic() + SECONDS)
        while len(_given) > _MOST:
            _given.popitem(last=False)
        return identity
