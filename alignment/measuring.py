"""What outcomes are held against: the handoff in force."""

from __future__ import annotations

from alignment.workshop import Workshop
from definitions.handoff import Handoff


def handoff_in_use(workshop: Workshop) -> Handoff:
    """The handoff of the definition in force; before there is one that on the table, else the defaults."""
    if workshop.in_force is not None:
        clauses = workshop.in_force.draft.document["clauses"]
        signed = next((c["content"] for c in clauses if c["content"]["kind"] == "handoff"), None)
        return Handoff.model_validate(signed) if signed is not None else Handoff()
    drafted = (clause.content for clause in workshop.clauses.values() if not clause.left_out)
    return next((content for content in drafted if isinstance(content, Handoff)), Handoff())
