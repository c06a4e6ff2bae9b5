"""Column names that sound as if they were filled after sales touched a lead."""

from __future__ import annotations

import re

from definitions.texts import fold_name

LATE = re.compile(
    r"\b(duration|call ?(length|time|result)|talk ?time|clos(e|ed|ing)|reason|lost|won|win|stage|"
    r"last|final|result|disposition|contract|signed|invoice|order(ed)?|paid|revenue|deal|"
    r"quality|tags?|probability|forecast|next step|days (open|to close)|cycle|rejected|accepted)\b"
)


def words(header: str) -> str:
    """A column's name as words: "lastCallDuration" and "last_call_duration" are "last call duration"."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^\w]+|_+", " ", header)
    return fold_name(parted)


def sounds_late(header: str) -> bool:
    """Whether a column's name speaks of something that comes after sales talked to the lead."""
    return bool(LATE.search(words(header)))
