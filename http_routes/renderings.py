"""Definitions already rendered, kept for the next reader: making one takes some 50 to 80 ms."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from definitions.document import SignedDocument

MOST = 64
_lock = Lock()
_kept: OrderedDict[tuple[str, int, str], bytes] = OrderedDict()


def rendered(signed: SignedDocument, ending: str, make: Callable[[SignedDocument], bytes]) -> bytes:
    """The document in one form; made once for a text, its signatures and the form."""
    key = (signed.sha256, hash((signed.signatures, signed.published_at)), ending)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    body = make(signed)
    with _lock:
        _kept[key] = body
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return body
