"""Clauses that cannot stand side by side: two of a name, two thresholds, two handoffs."""

from __future__ import annotations

from alignment.clauses import Clause
from alignment.refused import Refused
from alignment.workshop import Workshop
from definitions.contents import ONE_OF_A_KIND, Content, ContentKind
from definitions.texts import fold_name


def refuse_clash(workshop: Workshop, content: Content, but: Clause | None = None) -> None:
    """Refuse a content that cannot stand beside the other clauses."""
    sentence = clash(workshop, content, but)
    if sentence:
        raise Refused(sentence)


def clash(workshop: Workshop, content: Content, but: Clause | None = None) -> str | None:
    """Why a content cannot stand beside the clauses other than ``but``; ``None`` if it can."""
    others = [c for c in workshop.clauses.values() if not c.left_out and (but is None or c.id != but.id)]
    if not any(alike(content, other.content) for other in others):
        return None
    if ContentKind(content.kind) in ONE_OF_A_KIND:
        return f"There is a {content.kind} clause already. Revise that one."
    return f"There is a {content.kind} of this name already. Revise that one, or choose another name."


def alike(one: Content, other: Content) -> bool:
    """Whether two contents have the same place in a definition."""
    if one.kind != other.kind:
        return False
    return ContentKind(one.kind) in ONE_OF_A_KIND or fold_name(one.name) == fold_name(other.name)
