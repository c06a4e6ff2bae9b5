"""The glossary in Markdown: what each term means, its other names, and how it stands to others."""

from __future__ import annotations

from collections.abc import Iterator

from data.publishing.escaping import escaped, escaped_line
from data.publishing.prose import Prose, anchor
from definitions.document import Document
from definitions.glossary import RelationKind, Term
from definitions.phrases import listed

RELATED = {
    RelationKind.BEFORE: "It comes before {others}.",
    RelationKind.BROADER: "It is broader than {others}.",
    RelationKind.NARROWER: "It is narrower than {others}.",
    RelationKind.REPLACED_BY: "This word is retired: use {others} instead.",
}


def glossary(document: Document) -> Iterator[str]:
    """Every term under a heading of its own, to which the other sections link."""
    if document.terms:
        yield "## Glossary"
    for place, term in enumerate(document.terms):
        yield f"### {escaped_line(term.name)} {{#{anchor(place)}}}"
        yield from _entry(term, Prose(document.terms), {other.name for other in document.terms})


def _entry(term: Term, say: Prose, known: set[str]) -> Iterator[str]:
    yield say.text(term.definition, about=term.name)
    about = " ".join(_about(term, say, known))
    if about:
        yield about
    yield from _listed("For example:", term.examples)
    yield from _listed("But not:", term.counter_examples)


def _about(term: Term, say: Prose, known: set[str]) -> Iterator[str]:
    if term.synonyms:
        yield f"Also called {listed([escaped_line(synonym) for synonym in term.synonyms])}."
    for kind, words in RELATED.items():
        others = [say.name(name) if name in known else escaped_line(name) for name in term.related(kind)]
        if others:
            yield words.format(others=listed(others))
    if term.decided_by:
        yield f"Whether it applies is decided by \u201c{escaped_line(term.decided_by)}\u201d."
    if term.owner:
        yield f"{escaped_line(term.owner)} answers for it."


def _listed(head: str, items: tuple[str, ...]) -> Iterator[str]:
    """Examples under a few words; one alone follows them on the line."""
    if len(items) == 1:
        yield f"{head} {escaped(items[0])}"
    elif items:
        yield f"{head}\n\n" + "\n".join(f"- {escaped(item)}" for item in items)
