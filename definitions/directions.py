"""Writing directions: text typed in one direction stays apart from a sentence written in the other."""

from __future__ import annotations

import unicodedata

OPEN, CLOSE = "\u2068", "\u2069"
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
REORDERING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def isolated(text: str) -> str:
    """The text, each line that runs from right to left kept from mixing with what stands around it.

    Invisible characters that reorder their surroundings are spelled out (``[U+202E]``), so that
    nobody signs a text that reads differently from what it says.
    """
    return "\n".join(_line(line) for line in text.split("\n"))


def spelled(character: str) -> str:
    """A character that cannot be shown, as its number in Unicode."""
    return f"[U+{ord(character):04X}]"


def _line(line: str) -> str:
    shown = "".join(spelled(c) if unicodedata.bidirectional(c) in REORDERING else c for c in line)
    if any(unicodedata.bidirectional(c) in RIGHT_TO_LEFT for c in shown):
        return f"{OPEN}{shown}{CLOSE}"
    return shown
