"""Challenges to clauses in force: which are open, who counts, and when they open a new draft."""

from __future__ import annotations

from collections.abc import Iterable

from alignment.challenges import Challenge
from alignment.clauses import Clause
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood
from alignment.upkeep import care
from alignment.workshop import Workshop
from definitions.phrases import counted, listed


def in_force(workshop: Workshop, clause_id: str) -> Clause:
    """A clause that stands in the definition in force; refused if it does not."""
    if workshop.in_force is None:
        raise NotNow("No definition is in force yet.")
    if clause_id not in ids_in_force(workshop):
        raise NotUnderstood("There is no such clause in the definition in force.")
    return workshop.clauses[clause_id]


def ids_in_force(workshop: Workshop) -> tuple[str, ...]:
    """The ids of the clauses of the definition in force, in the order of the document."""
    if workshop.in_force is None:
        return ()
    return tuple(clause["clause_id"] for clause in workshop.in_force.draft.document["clauses"])


def open_challenges(workshop: Workshop) -> tuple[Challenge, ...]:
    """Everything that is challenged and not yet answered, the oldest first."""
    return tuple(challenge for challenge in workshop.challenges.values() if challenge.open)


def challengers(workshop: Workshop, clause_id: str) -> frozenset[str]:
    """Those who challenge a clause and whose voice counts."""
    votes = {person.id for person in workshop.voters()}
    return frozenset(c.by for c in open_challenges(workshop) if c.clause_id == clause_id and c.by in votes)


def own(workshop: Workshop, clause_id: str, person: Participant) -> Challenge | None:
    """The open challenge of a person to a clause."""
    mine = (c for c in open_challenges(workshop) if (c.by, c.clause_id) == (person.id, clause_id))
    return next(mine, None)


def challenged_enough(workshop: Workshop) -> tuple[str, ...]:
    """The clauses that as many people as agreed challenge, or figures by themselves."""
    found = open_challenges(workshop)
    tripped = {challenge.clause_id for challenge in found if challenge.by_figures}
    needed = care(workshop).challenges
    ids = dict.fromkeys(challenge.clause_id for challenge in found)
    return tuple(i for i in ids if i in tripped or len(challengers(workshop, i)) >= needed)


def because(workshop: Workshop, clauses: Iterable[str]) -> str:
    """Why a draft of challenged clauses is opened: "three people challenged Budget"."""
    return listed([_because(workshop, clause_id) for clause_id in clauses])


def _because(workshop: Workshop, clause_id: str) -> str:
    people = len(challengers(workshop, clause_id))
    name = workshop.clauses[clause_id].name
    if any(c.by_figures and c.clause_id == clause_id for c in open_challenges(workshop)):
        return f"the figures challenged {name}"
    return f"{counted(people, 'person')} challenged {name}"
