"""In which encoding a text is written."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from data.importing.scripts import east_asian, european, is_central

ENCODINGS = (
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"),
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859-1", "iso8859-2", "iso8859-15", "mac-roman", "cp437", "cp850", "koi8-r"),
    *("cp932", "euc-jp", "gb18030", "big5", "euc-kr"),
)
"""Those that a person can choose."""
WESTERN, CENTRAL = "cp1252", "cp1250"
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MEND = "common-terms-mend"
"""The name of the error handler that reads single bytes which are not UTF-8 as Western European."""


def _mend(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(WESTERN, "replace"), error.end


codecs.register_error(MEND, _mend)


def marked(head: bytes) -> str | None:
    """The Unicode encoding that the first bytes give away: by a byte order mark, or by every other zero."""
    for mark, encoding in BOMS:
        if head.startswith(mark):
            return encoding
    half = max(1, len(head[:4_096]) // 2)
    if head[1:4_096:2].count(0) > 0.4 * half and head[:4_096:2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[:4_096:2].count(0) > 0.4 * half and head[1:4_096:2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def legacy(sample: bytes) -> str:
    """The likeliest encoding of a text that is not Unicode; Western European unless all speaks against it."""
    asian = east_asian(sample)
    if asian is not None:
        return asian
    words = re.findall(r"\w{2,}", sample.decode(WESTERN, "replace"))
    foreign = [word for word in words if not word.isascii()]
    if sum(_is_odd(word) for word in foreign) > len(foreign) / 2 and (found := european(sample)):
        return found
    return CENTRAL if is_central(sample) else WESTERN


def _is_odd(word: str) -> bool:
    return sum(not letter.isascii() for letter in word) > len(word) / 2


def counting(handler: str, counts: list[int]) -> Callable[[UnicodeError], tuple[str | bytes, int]]:
    """An error handler like the other one, which adds up how many bytes it had to mend."""
    mend = codecs.lookup_error(handler)

    def mend_and_count(error: UnicodeError) -> tuple[str | bytes, int]:
        replaced, end = mend(error)
        if isinstance(error, UnicodeDecodeError):
            counts[0] += error.end - error.start
        return replaced, end

    return mend_and_count
