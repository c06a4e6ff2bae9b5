"""Where the words of a glossary occur in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from definitions.glossary import Term
from definitions.texts import fold_name

_PIECE = re.compile(r"\w+|[^\w\s]")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SHORTEST = 3
"""Letters from which a word of capitals counts in any case: "IT" is not "it"."""
Named = tuple[str, tuple[str, ...]]
"""A term's name, and all the words for it."""
Pieces = tuple[str, ...]


class Occurrence(NamedTuple):
    """From where to where a term, or a synonym of it, stands in a text."""

    start: int
    end: int
    term: str


class _Word(NamedTuple):
    """A word for a term, piece by piece as it is compared. ``as_typed``: only in capitals, as it is."""

    pieces: Pieces
    term: str
    as_typed: str


Index = Mapping[str, tuple[_Word, ...]]
"""Words by the first piece of each."""


def occurrences(text: str, terms: Iterable[Term]) -> tuple[Occurrence, ...]:
    """Where terms stand in a text, in order; where two overlap, the longer one counts.

    Only whole words count, in any case, and plurals too: "qualified leads" is "Qualified lead". Of two
    terms with the same word the first counts.
    """
    index = _index(tuple((term.name, (term.name, *term.synonyms)) for term in terms))
    return named_in(text, index) if index else ()


def index_of(named: Iterable[Named]) -> Index:
    """Words indexed to look them up in texts with ``named_in``."""
    return _index(tuple(named))


def named_in(text: str, index: Index) -> tuple[Occurrence, ...]:
    """As ``occurrences``, of words that are indexed already."""
    found = sorted(_found(text, index), key=lambda one: (one.start - one.end, one.start))
    chosen: list[Occurrence] = []
    taken = bytearray(len(text))
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            chosen.append(one)
    return tuple(sorted(chosen))


def _found(text: str, index: Index) -> Iterator[Occurrence]:
    """Every occurrence, overlapping ones too."""
    spans = [piece.span() for piece in _PIECE.finditer(text)]
    folded = [_folded(text[start:end]) for start, end in spans]
    for place, piece in enumerate(folded):
        for word in index.get(piece, ()):
            last = place + len(word.pieces) - 1
            if last >= len(spans) or tuple(folded[place : last + 1]) != word.pieces:
                continue
            start, end = spans[place][0], spans[last][1]
            if not _goes_on(text, end) and text[start:end].startswith(word.as_typed):
                yield Occurrence(start, end, word.term)


_folded = lru_cache(maxsize=8_192)(fold_name)
"""Texts use the same words again and again."""


def _goes_on(text: str, end: int) -> bool:
    """Whether a sign that belongs to the letter before it follows, such as an accent of its own."""
    return text[end : end + 1] > "\u02ff" and unicodedata.category(text[end])[0] == "M"


@lru_cache(maxsize=64)
def _index(named: tuple[Named, ...]) -> Index:
    found: dict[str, list[_Word]] = {}
    known: set[Pieces] = set()
    for term, words in named:
        for word in words:
            as_typed = word if word.isupper() and len(word) < _SHORTEST else ""
            for pieces in _forms(word):
                if pieces not in known:
                    known.add(pieces)
                    found.setdefault(pieces[0], []).append(_Word(pieces, term, as_typed))
    return {piece: tuple(words) for piece, words in found.items()}


def _forms(word: str) -> Iterator[Pieces]:
    """A word piece by piece, and its plural."""
    pieces = tuple(fold_name(piece) for piece in _PIECE.findall(word))
    if not pieces:
        return
    yield pieces
    last = pieces[-1]
    if last.isalpha() and last.isascii() and len(last) > 1:
        plural = f"{last[:-1]}ies" if _CONSONANT_Y.search(last) else f"{last}s"
        yield *pieces[:-1], plural
