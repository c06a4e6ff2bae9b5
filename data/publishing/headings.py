"""Where a Markdown file's headings are found: the addresses that GitHub and others give them."""

from __future__ import annotations

import re
from collections import Counter

HEADING = re.compile(r"^#+ (?P<words>.*?)(?: \{#term_(?P<term>\d+)\})?$", re.MULTILINE)
HELD_BACK = re.compile(r"\\([!-/:-@\[-`{-~])")
DROPPED = re.compile(r"[^\w\- ]")


def addresses(source: str) -> dict[int, str]:
    """The address of each term's heading in the file, by the term's place in the glossary."""
    seen: Counter[str] = Counter()
    found: dict[int, str] = {}
    for heading in HEADING.finditer(source):
        words = _address(heading["words"])
        if heading["term"] is not None:
            found[int(heading["term"])] = f"{words}-{seen[words]}" if seen[words] else words
        seen[words] += 1
    return found


def _address(words: str) -> str:
    """A heading as an address: small letters, digits and hyphens."""
    return DROPPED.sub("", HELD_BACK.sub(r"\1", words).lower()).replace(" ", "-")
