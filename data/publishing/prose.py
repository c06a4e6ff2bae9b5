"""A section's text in Markdown, in which each term of the glossary is linked where it first occurs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from data.publishing.escaping import escaped, escaped_line, plain
from definitions.glossaries.occurrences import index_of, named_in
from definitions.glossary import Term
from definitions.texts import line

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Two of Unicode's characters for programs' own use; they mark a link while its text is escaped."""
MARKED = re.compile(f"{OPEN}(.*?){CLOSE}")
HEADING_ID = re.compile(r" \{#term_\d+\}$", re.MULTILINE)
LINK = re.compile(r"\]\(#term_(\d+)\)")


class Prose:
    """The texts of one section: ``text`` and ``line`` that people typed, ``sentence`` that we write."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Nothing is linked yet."""
        named = tuple((term.name, (term.name, *term.synonyms)) for term in terms)
        self._index, self._places = index_of(named), places(name for name, _ in named)
        self._linked: set[str] = set()

    def text(self, typed: str, about: str = "") -> str:
        """Typed text of any number of lines; the term that it is ``about`` is not linked."""
        return self._linking(typed, escaped, about)

    def line(self, typed: str, about: str = "") -> str:
        """Typed text on one line."""
        return self._linking(line(typed), escaped_line, about)

    def sentence(self, words: str) -> str:
        """A sentence of ours; what was typed in it is on one line, its direction kept apart."""
        return self._linking(words, plain, "")

    def name(self, term: str) -> str:
        """A term's name, linked."""
        self._linked.discard(term)
        return self.line(term)

    def _linking(self, text: str, write: Callable[[str], str], about: str) -> str:
        if OPEN in text or CLOSE in text:
            return write(text)
        pieces, links, done = list[str](), list[str](), 0
        for start, end, term in named_in(text, self._index):
            if term == about or term in self._linked or "\n" in text[start:end]:
                continue
            self._linked.add(term)
            links.append(f"](#{anchor(self._places[term])})")
            pieces += [text[done:start], OPEN, text[start:end], CLOSE]
            done = end
        ends = iter(links)
        return MARKED.sub(lambda found: f"[{found[1]}{next(ends)}", write("".join([*pieces, text[done:]])))


def places(names: Iterable[str]) -> dict[str, int]:
    """Each term's place in the glossary, from 0; of two with one name, the first."""
    found: dict[str, int] = {}
    for place, name in enumerate(names):
        found.setdefault(name, place)
    return found


def anchor(place: int) -> str:
    """The identifier of a term's heading."""
    return f"term_{place}"


def linked_elsewhere(source: str, address: Callable[[int], str]) -> str:
    """The Markdown without identifiers in headings; links to terms lead to another address each."""
    return LINK.sub(lambda link: f"](#{address(int(link[1]))})", HEADING_ID.sub("", source))
