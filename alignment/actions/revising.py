"""Revising several clauses together: all of them or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alignment.actions.action import WHILE_DRAFTING, By, Facts, action, next_id
from alignment.actions.clauses import revised, room_for
from alignment.clashes import refuse_clash
from alignment.facts import ClauseProposed
from alignment.narrowing import refuse_beyond
from alignment.people import Participant
from alignment.places import refuse_unknown_place
from alignment.refused import NotUnderstood
from alignment.workshop import Workshop
from definitions.contents import Content


@dataclass(frozen=True)
class Wanted:
    """What a clause should say, and the wording it was made from; ``clause_id`` ``None``: a new clause."""

    clause_id: str | None
    based_on: int
    content: Content


@action(By.TEAM, WHILE_DRAFTING)
def revise_all(
    workshop: Workshop, actor: Participant, wanted: Iterable[Wanted], note: str = "", *, now: datetime
) -> Facts:
    """New wordings of several clauses at once. If one of them is refused, nothing is revised."""
    facts: Facts = ()
    named: set[str] = set()
    for each in wanted:
        if each.clause_id is None:
            refuse_beyond(workshop)
            refuse_unknown_place(each.content)
            refuse_clash(workshop, each.content)
            new = ClauseProposed(clause_id=next_id(workshop, "c", len(facts) + 1), content=each.content)
            facts = (*facts, new)
            continue
        if each.clause_id in named:
            raise NotUnderstood("A clause can be revised only once at a time.")
        named.add(each.clause_id)
        facts = (*facts, *revised(workshop, each.clause_id, each.based_on, each.content, note, now))
    if not facts:
        raise NotUnderstood("There is nothing to revise.")
    room_for(workshop, sum(isinstance(fact, ClauseProposed) for fact in facts))
    return facts
