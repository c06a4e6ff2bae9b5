"""The wordings of a clause that people voted on."""

from __future__ import annotations

from alignment.clauses import Clause, Revision


def last_voted_on(clause: Clause) -> Revision | None:
    """The latest wording before the present one that somebody voted on, if there is one."""
    present = clause.revision.number
    voted = [round_.revision for round_ in clause.rounds if round_.ballots and round_.revision < present]
    return clause.revisions[voted[-1] - 1] if voted else None


def earlier(clause: Clause) -> tuple[Revision, ...]:
    """Every wording but the latest, the newest of them first."""
    return clause.revisions[-2::-1]
