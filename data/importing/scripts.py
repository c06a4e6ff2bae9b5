"""Which encoding of which script a text has that is not Unicode, by what its bytes come to as letters."""

from __future__ import annotations

import re
from collections.abc import Callable

LEAST = 0.6
"""The share of what was looked at that must speak for an encoding."""
CENTRAL = re.compile(rb"(?<=[A-Za-z])[\xb3\xb9\xbf\x9c\x9f](?=[a-z\x80-\xff])|\xb3[\xf3\xb9]|\xbf[\xf3\xea]")
"""Signs amid a word in Western European, letters in Central European: \u0142, \u0105, \u017c."""
LETTERS = {"cp1251": "\u0400-\u045f", "koi8-r": "\u0400-\u045f", "cp1253": "\u0386-\u03ce"}
KANA = re.compile("[\u3040-\u30ff\uff66-\uff9f]")
HANGUL = re.compile("[\uac00-\ud7a3]")
BEYOND = re.compile(r"[^\x00-\x7f]+")


def is_central(sample: bytes) -> bool:
    """Whether a Latin text is rather Central European."""
    beyond = len(re.findall(rb"[\x80-\xff]", sample))
    return len(CENTRAL.findall(sample)) > 0.1 * beyond


def east_asian(sample: bytes) -> str | None:
    """The encoding of a Chinese, Japanese or Korean text; None if it is none.

    All of it must be readable, and the characters must be those that such texts mostly have.
    """
    tests: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
        ("cp932", _is_japanese),
        ("euc-jp", _is_japanese),
        ("euc-kr", _is_korean),
        ("gb18030", _is_chinese),
        ("big5", _is_chinese),
    )
    return next((encoding for encoding, test in tests if _fits(sample, encoding, test)), None)


def _fits(sample: bytes, encoding: str, test: Callable[[str, str], bool]) -> bool:
    text = sample[: sample.rfind(b"\n") + 1 or len(sample)].decode(encoding, "replace")
    signs = "".join(BEYOND.findall(text))
    return len(signs) > 1 and text.count("\ufffd") <= 0.01 * len(signs) and test(signs, encoding)


def _is_japanese(signs: str, encoding: str) -> bool:
    full = len(re.findall("[\u3040-\u30ff\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e]", signs))
    return full >= 0.9 * len(signs) and len(KANA.findall(signs)) >= 0.2 * len(signs)


def _is_korean(signs: str, encoding: str) -> bool:
    return len(HANGUL.findall(signs)) >= 0.9 * len(signs)


def _is_chinese(signs: str, encoding: str) -> bool:
    """Frequent characters stand first in both sets: from B0 to D7 in the one, from A4 to C6 in the other."""
    first, last = (0xB0, 0xD7) if encoding == "gb18030" else (0xA4, 0xC6)
    leads = [sign.encode(encoding, "replace")[0] for sign in signs if "\u4e00" <= sign <= "\u9fff"]
    return sum(first <= lead <= last for lead in leads) >= 0.8 * len(signs)


def european(sample: bytes) -> str | None:
    """The encoding of a Cyrillic or Greek text; None if it is none.

    Words have letters of one script, and are small, or large, or begin with a capital.
    """
    shares = {name: _regular(sample.decode(name, "replace"), LETTERS[name]) for name in LETTERS}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= LEAST else None


def _regular(text: str, letters: str) -> float:
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text) if not word.isascii()]
    found = (word for word in words if re.fullmatch(f"[{letters}]+", word))
    regular = [word for word in found if word.islower() or word.isupper() or word.istitle()]
    return len(regular) / max(len(words), 1)
