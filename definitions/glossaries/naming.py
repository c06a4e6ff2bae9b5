"""Whether the words of a glossary point at one thing each, and at things that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from definitions.contents import Content
from definitions.glossaries.finding import Finding, FindingKind, named
from definitions.glossaries.occurrences import Index, index_of, named_in
from definitions.glossaries.speaking import texts
from definitions.glossary import RelationKind, Term
from definitions.phrases import listed, quoted
from definitions.texts import fold_name


def collisions(terms: Sequence[Term]) -> Iterator[Finding]:
    """Each word that stands for more than one term."""
    meanings: dict[str, dict[str, None]] = {}
    shown: dict[str, str] = {}
    for term in terms:
        for word in (term.name, *term.synonyms):
            shown.setdefault(fold_name(word), word)
            meanings.setdefault(fold_name(word), {})[term.name] = None
    for key, names in meanings.items():
        if len(names) > 1:
            sentence = f"{quoted(shown[key])} stands for {named(tuple(names))}. A word should mean one thing."
            yield Finding(FindingKind.COLLISION, shown[key], sentence, tuple(names))


def retired_in_use(contents: Sequence[Content]) -> Iterator[Finding]:
    """Each retired term that another clause still uses; the terms that replace it may name it."""
    terms = [content for content in contents if isinstance(content, Term)]
    words = index_of((term.name, (term.name, *term.synonyms)) for term in terms)
    for term in (each for each in terms if each.retired):
        instead = term.related(RelationKind.REPLACED_BY)
        may = {fold_name(name) for name in (term.name, *instead)}
        users = tuple(c.name for c in contents if fold_name(c.name) not in may and _uses(c, words, term.name))
        if users:
            sentence = (
                f"{quoted(term.name)} is replaced by {listed([quoted(name) for name in instead])} "
                f"and still used in {named(users)}."
            )
            yield Finding(FindingKind.RETIRED, term.name, sentence, users)


def _uses(content: Content, words: Index, name: str) -> bool:
    return any(one.term == name for text in texts(content) for one in named_in(text, words))


def missing(contents: Sequence[Content]) -> Iterator[Finding]:
    """Each relation to a term, and each deciding clause, that is not there."""
    terms = [content for content in contents if isinstance(content, Term)]
    words = {fold_name(word) for term in terms for word in (term.name, *term.synonyms)}
    clauses = {fold_name(content.name) for content in contents if not isinstance(content, Term)}
    for term in terms:
        for relation in term.relations:
            if fold_name(relation.to) not in words:
                yield _missing(term, f"{relation.kind.value} {quoted(relation.to)}", "no such term")
        if term.decided_by and fold_name(term.decided_by) not in clauses:
            yield _missing(term, f"is decided by {quoted(term.decided_by)}", "no such clause")


def _missing(term: Term, what: str, lack: str) -> Finding:
    sentence = f"{quoted(term.name)} {what}, but there is {lack}."
    return Finding(FindingKind.MISSING, term.name, sentence, (term.name,))


def deciding(contents: Iterable[Content]) -> tuple[str, ...]:
    """The names of the clauses that can decide whether a term applies."""
    return tuple(content.name for content in contents if not isinstance(content, Term))
