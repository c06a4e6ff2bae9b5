"""A file of text as UTF-8 that every reader reads the same way."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.importing.counts import some
from data.importing.encodings import ENCODINGS, MEND, legacy, marked
from data.importing.scanning import Scan
from data.leads_refused import LeadsRefused

PIECE = 1 << 20
CONTROLS = "".join(map(chr, (*range(1, 9), *range(14, 27), *range(28, 32))))
NOT_TEXT = "This is not a text and no workbook either; save the leads as CSV or XLSX."


@dataclass(frozen=True)
class Text:
    """A text in UTF-8 without byte order mark and zeros, the encoding it had, and what was done to it.

    ``taken_apart``: its rows stood in quotation marks, so it is not as the file was scanned.
    """

    path: Path
    encoding: str
    warnings: tuple[str, ...] = ()
    taken_apart: bool = False


def as_utf8(source: Path, found: Scan, wanted: str | None, place: Path) -> Text:
    """The text as UTF-8; the file itself if it is so already. May raise LeadsRefused."""
    if wanted is not None and wanted not in ENCODINGS:
        raise LeadsRefused(f"Texts in the encoding “{wanted[:40]}” cannot be read; choose one of the list.")
    with source.open("rb") as file:
        head = file.read(PIECE)
    encoding = wanted or _detected(head, found)
    if encoding == "utf-8" and not (found.broken or found.zeros or head.startswith(codecs.BOM_UTF8)):
        _refuse_binary(head.decode("utf-8", "ignore"))
        return Text(source, encoding)
    text = place / "text.txt"
    lost = _rewrite(source, text, encoding)
    return Text(text, encoding, tuple(_warnings(encoding, wanted, found, lost)))


def _detected(head: bytes, found: Scan) -> str:
    unicode = marked(head)
    if unicode or not found.broken or found.beyond - found.broken >= 3 * found.broken:
        return unicode or "utf-8"
    return legacy(found.odd)


def _rewrite(source: Path, target: Path, encoding: str) -> int:
    """Write the file as UTF-8; how many characters had to be replaced."""
    lost, first = 0, True
    with target.open("w", encoding="utf-8", newline="", errors="replace") as out:
        for text in _decoded(source, encoding):
            if first:
                _refuse_binary(text := text.lstrip("\ufeff"))
            first = False
            lost += text.count("\ufffd")
            out.write(text.replace("\0", ""))
    return lost


def _decoded(source: Path, encoding: str) -> Iterator[str]:
    utf8 = encoding == "utf-8"
    decoder = codecs.getincrementaldecoder(encoding)(MEND if utf8 else "replace")
    with source.open("rb") as file:
        try:
            while piece := file.read(PIECE):
                yield decoder.decode(piece)
            yield decoder.decode(b"", final=True)
        except UnicodeError as error:
            raise LeadsRefused(f"The file is not written in {encoding}; choose another encoding.") from error


def _refuse_binary(text: str) -> None:
    sample = text[:PIECE]
    if sum(sample.count(control) for control in CONTROLS) > 0.01 * len(sample):
        raise LeadsRefused(NOT_TEXT)


def _warnings(encoding: str, wanted: str | None, found: Scan, lost: int) -> Iterator[str]:
    if encoding == "utf-8" and found.broken:
        bytes_are = some(found.broken, "byte is not UTF-8 and was", "bytes are not UTF-8 and were")
        yield f"{bytes_are} read as Western European; look at the accents."
    elif not encoding.startswith("utf") and wanted is None:
        yield f"The text is not Unicode and was read as {encoding}; if accents look wrong, change that."
    if lost:
        could_not = some(lost, "character could not be read and is", "characters could not be read and are")
        yield f"In {encoding} {could_not} shown as \ufffd."
    if found.zeros and not encoding.startswith(("utf-16", "utf-32")):
        were = some(found.zeros, "zero byte was", "zero bytes were")
        yield f"{were} left out; the file may have been damaged on its way."
