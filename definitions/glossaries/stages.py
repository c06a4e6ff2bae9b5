"""The stages of a lead, as the terms that come before one another tell them."""

from __future__ import annotations

from collections.abc import Sequence

from definitions.glossary import RelationKind, Term
from definitions.texts import fold_name


def stages(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms that come before or after another, each before those it comes before.

    Terms in a circle, and those behind one, have no place and are left out, as are retired terms.
    """
    present = [term for term in terms if not term.retired]
    after = _after(present)
    linked = {name for name, others in after.items() if others} | set().union(*after.values(), ())
    waiting = [term for term in present if term.name in linked]
    placed: list[Term] = []
    while free := next((term for term in waiting if not _awaited(term, waiting, after)), None):
        placed.append(free)
        waiting.remove(free)
    return tuple(placed)


def _after(terms: Sequence[Term]) -> dict[str, set[str]]:
    """To each term's name those of the terms that it comes before."""
    names = {fold_name(word): term.name for term in terms for word in (*term.synonyms, term.name)}
    later = {term.name: map(fold_name, term.related(RelationKind.BEFORE)) for term in terms}
    return {name: {names[to] for to in others if to in names} for name, others in later.items()}


def _awaited(term: Term, waiting: Sequence[Term], after: dict[str, set[str]]) -> bool:
    """Whether a term comes after one that has no place yet."""
    return any(term.name in after[other.name] for other in waiting)
