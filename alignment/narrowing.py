"""A draft that was opened for a few clauses: what may change in it."""

from __future__ import annotations

from alignment.refused import NotNow
from alignment.workshop import Workshop
from definitions.phrases import listed


def on_hand(workshop: Workshop, clause_id: str | None = None) -> bool:
    """Whether a clause (``None``: a new one) may change in the present draft."""
    return not workshop.only or clause_id in workshop.only


def refuse_beyond(workshop: Workshop, clause_id: str | None = None) -> None:
    """Refuse to change what the present draft is not about."""
    if not on_hand(workshop, clause_id):
        raise NotNow(f"{about(workshop)} A facilitator can open the whole text on the page “Sign off”.")


def about(workshop: Workshop) -> str:
    """What a draft of a few clauses is about, as a sentence; empty for one of the whole text."""
    names = [workshop.clauses[clause_id].name for clause_id in workshop.only]
    return f"This draft is about {listed(names)} only." if names else ""
