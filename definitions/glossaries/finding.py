"""What a check of the glossary finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from definitions.phrases import counted, listed, quoted

MOST_NAMED = 3


class FindingKind(StrEnum):
    """What can be amiss with the words of a definition, the most serious first."""

    COLLISION = "two meanings"
    CIRCULAR = "circular"
    RETIRED = "retired word in use"
    MISSING = "names what is not there"
    UNDEFINED = "not defined"


@dataclass(frozen=True)
class Finding:
    """One thing that is amiss, in a sentence; the word, and the names of the clauses it is about."""

    kind: FindingKind
    word: str
    sentence: str
    names: tuple[str, ...]


def named(names: tuple[str, ...]) -> str:
    """Clauses by name as they stand in a sentence, the first few of many."""
    if len(names) <= MOST_NAMED:
        return listed([quoted(name) for name in names])
    shown = [quoted(name) for name in names[: MOST_NAMED - 1]]
    return listed([*shown, counted(len(names) - len(shown), "other clause")])
