"""Finding clauses by words: in their names, in synonyms, then anywhere in them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from definitions.contents import Content
from definitions.glossaries.speaking import texts
from definitions.glossary import Term
from definitions.texts import fold_name
from definitions.wording import clause_sentence


class Place(IntEnum):
    """Where the words that were sought stand, the most telling place first."""

    NAME = 0
    SYNONYM = 1
    TEXT = 2


def place_of(content: Content, sought: str) -> Place | None:
    """The most telling place in which all words that were sought stand; ``None`` if there is none.

    Case does not count, and a part of a word is enough.
    """
    words = fold_name(sought).split()
    for place, text in _places(content):
        folded = fold_name(text)
        if all(word in folded for word in words):
            return place
    return None


def _places(content: Content) -> Iterator[tuple[Place, str]]:
    yield Place.NAME, content.name
    if isinstance(content, Term):
        yield from ((Place.SYNONYM, synonym) for synonym in content.synonyms)
    yield Place.TEXT, "\n".join((clause_sentence(content), *texts(content)))
