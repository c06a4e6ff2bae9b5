"""Two versions of the definition side by side, by the word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from definitions.differences import ChangeKind, WordChange, word_changes
from definitions.document import Document
from definitions.enclosures import ClauseChange, Fate
from definitions.since import clause_changes
from definitions.wording import clause_sentence

Pieces = tuple[WordChange, ...]


@dataclass(frozen=True)
class Line:
    """One thing that is not as it was: what it is (empty for a whole clause), and its words."""

    what: str
    pieces: Pieces


@dataclass(frozen=True)
class Compared:
    """A clause that is not as it was, line by line."""

    name: str
    fate: Fate
    lines: tuple[Line, ...]


def compared(before: Document, after: Document) -> tuple[Compared, ...]:
    """Every clause that changed, came or went from one version to another, in the order of the document."""
    changes = list(clause_changes(before.clauses, after.clauses))
    came, went = _only_in(after, before), _only_in(before, after)
    return tuple(Compared(c.name, c.fate, tuple(_lines(c, came, went))) for c in changes)


def _only_in(one: Document, other: Document) -> Iterator[str]:
    """The clauses that only one of two versions has, as sentences in the order of the document."""
    known = {clause.clause_id for clause in other.clauses}
    return (clause_sentence(c.content) for c in one.clauses if c.clause_id not in known)


def _lines(change: ClauseChange, came: Iterator[str], went: Iterator[str]) -> Iterator[Line]:
    """Clauses that came or went are taken one after the other, as their changes are listed."""
    if change.fate is Fate.ADDED:
        yield Line("", (WordChange(ChangeKind.ADDED, next(came)),))
    elif change.fate is Fate.REMOVED:
        yield Line("", (WordChange(ChangeKind.REMOVED, next(went)),))
    for detail in change.details:
        yield Line(detail.what, word_changes(detail.before, detail.after))
