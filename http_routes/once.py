"""A form sent twice acts once: what the first sending gave is given again."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from data.access import token_hash

SECONDS = 600.0
Given = TypeVar("Given")
_MOST = 2000
_lock = Lock()
_given: OrderedDict[str, tuple[Any, float]] = OrderedDict()


def once(key: str, act: Callable[[], Given]) -> Given:
    """What ``act`` gives, or gave when the same key was used in the last ten minutes.

    Sendings wait for each other, so that the second of a double click finds what the first did.
    """
    with _lock:
        kept: tuple[Given, float] | None = _given.get(token_hash(key))
        if kept is not None and time.monotonic() < kept[1]:
            return kept[0]
        given = act()
        _given[token_hash(key)] = (given, time.monotonic() + SECONDS)
        while len(_given) > _MOST:
            _given.popitem(last=False)
        return given
