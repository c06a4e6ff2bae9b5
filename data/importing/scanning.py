"""One look at all bytes of a file: its hash, and what the text is like."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from data.importing.encodings import MEND, counting

PIECE = 1 << 20


@dataclass
class Scan:
    """SHA-256 of the bytes; how many are no UTF-8, how many characters beyond ASCII are; line ends.

    ``odd`` holds some bytes around the first that are not ASCII. ``plain`` is whether every line ends the
    same way, so that counting line ends counts rows, and no quotation mark stands beside a blank, which
    readers of CSV understand differently.
    """

    sha256: str = ""
    size: int = 0
    zeros: int = 0
    broken: int = 0
    beyond: int = 0
    line_ends: int = 0
    plain: bool = True
    last: bytes = b""
    odd: bytes = b""

    @property
    def ends_with_line_end(self) -> bool:
        """Whether the last line is ended."""
        return self.last.replace(b"\0", b"")[-1:] in (b"\n", b"\r")

    @property
    def lines(self) -> int:
        """Lines, the last one whether ended or not."""
        return self.line_ends + (not self.ends_with_line_end)


def scan(source: Path, seen: Callable[[int], None]) -> Scan:
    """Read the file once; ``seen`` is told the bytes so far."""
    found, sha, broken = Scan(), hashlib.sha256(), [0]
    codecs.register_error("common-terms-count", counting(MEND, broken))
    decoder = codecs.getincrementaldecoder("utf-8")("common-terms-count")
    with source.open("rb") as file, ThreadPoolExecutor(1) as hashing:
        while piece := file.read(PIECE):
            hashed = hashing.submit(sha.update, piece)
            _look(found, piece)
            if not piece.isascii() or decoder.getstate()[0]:
                found.beyond += _beyond(decoder.decode(piece))
                found.odd += piece if len(found.odd) < PIECE else b""
            hashed.result()
            seen(found.size)
    found.beyond += _beyond(decoder.decode(b"", final=True))
    found.sha256, found.broken = sha.hexdigest(), broken[0]
    return found


def _beyond(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _look(found: Scan, piece: bytes) -> None:
    joined = found.last + piece
    # Whether there is any is told thirty times as fast as how many there are.
    returns = joined.count(b"\r") if b"\r" in joined else 0
    ends = piece.count(b"\n")
    if b'"' in joined:
        found.plain &= b' "' not in joined and b'" ' not in joined
    found.zeros += piece.count(b"\0") if b"\0" in piece else 0
    found.line_ends += ends
    if returns:
        both = joined.count(b"\r\n")
        dangling = joined.endswith(b"\r")
        found.plain &= both == joined.count(b"\n") and returns == both + dangling
    found.plain &= bool(found.size) or piece[:1] not in (b"\n", b"\r")
    found.size += len(piece)
    tail = joined[-3:]
    found.last = tail[1:] if len(tail) == 3 and tail.startswith(b"\n") else tail
