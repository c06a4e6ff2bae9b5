"""Terms that explain each other in a circle, and relations that do."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from definitions.glossaries.finding import Finding, FindingKind
from definitions.glossaries.occurrences import occurrences
from definitions.glossary import RelationKind, Term
from definitions.phrases import quoted
from definitions.texts import fold_name

Graph = Mapping[str, Sequence[str]]
"""To each term's name those that it leads to."""
WAYS = {
    RelationKind.BEFORE: ((RelationKind.BEFORE, False),),
    RelationKind.BROADER: ((RelationKind.BROADER, False), (RelationKind.NARROWER, True)),
    RelationKind.REPLACED_BY: ((RelationKind.REPLACED_BY, False),),
}
"""The relations that may not lead back to where they began; narrower is broader the other way round."""


def circular(terms: Sequence[Term]) -> Iterator[Finding]:
    """Each circle of definitions once, then each circle of a kind of relation."""
    for circle in circles(_explained_by(terms)):
        yield _finding(circle, _in_words(circle, "is explained with", "which is explained with"))
    for kind in WAYS:
        for circle in circles(_related(terms, kind)):
            yield _finding(circle, _in_words(circle, kind.value, f"which {kind.value}"))


def circles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """For each group of names that lead to each other, one of its shortest circles, not closed."""
    found: list[tuple[str, ...]] = []
    for name in graph:
        if not any(name in circle for circle in found):
            circle = _shortest(graph, name)
            if circle and not any(set(circle) & set(other) for other in found):
                found.append(circle)
    return tuple(found)


def _shortest(graph: Graph, start: str) -> tuple[str, ...]:
    """The names on a shortest way from a name back to it; empty if there is none."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for other in graph.get(name, ()):
            if other == start:
                return _way(before, start, name)
            if other not in before:
                before[other] = name
                waiting.append(other)
    return ()


def _way(before: Mapping[str, str], start: str, last: str) -> tuple[str, ...]:
    way = [last]
    while way[-1] != start:
        way.append(before[way[-1]])
    return tuple(reversed(way))


def _explained_by(terms: Sequence[Term]) -> Graph:
    return {term.name: [one.term for one in occurrences(term.definition, terms)] for term in terms}


def _related(terms: Sequence[Term], kind: RelationKind) -> Graph:
    names = {fold_name(word): term.name for term in terms for word in (*term.synonyms, term.name)}
    graph: dict[str, list[str]] = {term.name: [] for term in terms}
    for term in terms:
        for way, backwards in WAYS[kind]:
            for to in term.related(way):
                other = names.get(fold_name(to))
                if other is not None:
                    start, end = (other, term.name) if backwards else (term.name, other)
                    graph[start].append(end)
    return graph


def _finding(circle: tuple[str, ...], sentence: str) -> Finding:
    return Finding(FindingKind.CIRCULAR, circle[0], sentence, circle)


def _in_words(circle: tuple[str, ...], first: str, then: str) -> str:
    """A circle as a sentence: "A" is explained with "B", which is explained with "A"."""
    if len(circle) == 1:
        return f"{quoted(circle[0])} {first} itself."
    names = [quoted(name) for name in (*circle, circle[0])]
    return f"{names[0]} {first} {f', {then} '.join(names[1:])}."
