"""The wordings of a clause that people voted on."""

from __future__ import annotations

from datetime import datetime

from alignment.clauses import Clause, Revision
from alignment.standing import result
from alignment.workshop import Workshop


def last_voted_on(clause: Clause) -> Revision | None:
    """The latest wording before the present one that somebody voted on, if there is one."""
    present = clause.revision.number
    voted = [round_.revision for round_ in clause.rounds if round_.ballots and round_.revision < present]
    return clause.revisions[voted[-1] - 1] if voted else None


def earlier(clause: Clause) -> tuple[Revision, ...]:
    """Every wording but the latest, the newest of them first."""
    return clause.revisions[-2::-1]


def last_agreed(workshop: Workshop, clause: Clause, now: datetime) -> Revision | None:
    """The latest wording before the present one that the teams agreed on or that is in force."""
    present = clause.revision.number
    agreed = [
        round_.revision
        for round_ in clause.rounds
        if round_.revision < present and round_.decided(now) and result(workshop, round_).met
    ]
    agreed += [number for number in _in_force(workshop, clause.id) if number < present]
    return clause.revisions[max(agreed) - 1] if agreed else None


def _in_force(workshop: Workshop, clause_id: str) -> list[int]:
    if workshop.in_force is None:
        return []
    clauses = workshop.in_force.draft.document["clauses"]
    return [clause["revision"] for clause in clauses if clause["clause_id"] == clause_id]
