"""The texts people type: how they are tidied and how long they may be."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator

SHORT = 200
LONG = 20_000
_UNKEEPABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters (Unicode Cc) but for line feed and tab, and lone surrogates (Cs)."""


_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""Characters that show nothing: Unicode's default ignorables, and the two blanks that are no white space."""


def tidy(text: str) -> str:
    """The text without outer blanks and without characters that no record can hold."""
    return _UNKEEPABLE.sub("", text).strip()


def line(text: str) -> str:
    """The text on one line, blanks folded."""
    return " ".join(tidy(text).split())


def says_nothing(value: object) -> bool:
    """Whether an optional field says nothing: it is then not written, as before there was one.

    So a definition that was signed before a field existed keeps its fingerprint.
    """
    return value is None or value in ("", ())


def _short(text: str) -> str:
    text = line(text)
    if not text:
        raise ValueError("is empty")
    if len(text) > SHORT:
        raise ValueError(f"is longer than {SHORT} characters")
    return text


def _long(text: str) -> str:
    text = tidy(text)
    if len(text) > LONG:
        raise ValueError(f"is longer than {LONG:,} characters")
    return text


def _needed(text: str) -> str:
    text = _long(text)
    if not text:
        raise ValueError("is empty")
    return text


ShortText = Annotated[str, AfterValidator(_short)]
"""One line, 1 to 200 characters, blanks folded."""
LongText = Annotated[str, AfterValidator(_long)]
"""Any number of lines, up to 20,000 characters, may be empty."""
NeededText = Annotated[str, AfterValidator(_needed)]
"""Any number of lines, 1 to 20,000 characters."""


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same to a reader: case, blanks and what cannot be seen do not count."""
    return fold_name(seen(one)) == fold_name(seen(other))


def seen(text: str) -> str:
    """What a reader sees of a text: without invisible characters and outer blanks."""
    return tidy(_UNSEEN.sub("", text))


def fold_name(name: str) -> str:
    """A name as it is compared: one Unicode form, one case, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
