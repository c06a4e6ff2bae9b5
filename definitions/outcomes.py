"""What became of a lead, and who answered its questions."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What became of a lead; what nobody knows counts as open."""

    WON = "won"
    LOST = "lost"
    OPEN = "open"


class QualifiedBy(StrEnum):
    """Who answered a lead's questions: itself, somebody who vets leads, or nobody."""

    SELF = "self-qualified"
    VETTED = "vetted"
    NOBODY = "unqualified"
