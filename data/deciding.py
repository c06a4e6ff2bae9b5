"""An action decided against a workshop: the entries it adds to the record, and what they make of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from alignment.challenges import FIGURES
from alignment.facts import (
    AnyFact,
    DeviceLinkUsed,
    FiguresChallenged,
    ParticipantJoined,
    Recorded,
    WorkshopOpened,
    read_fact,
)
from alignment.folding import step
from alignment.workshop import Workshop

Clock = Callable[[], datetime]
Action = Callable[..., tuple[AnyFact, ...]]
NOBODY = "stranger"


@dataclass(frozen=True)
class Decided:
    """The entries that an action adds, and the workshop with them."""

    entries: tuple[Recorded[AnyFact], ...]
    workshop: Workshop


def decide(
    workshop: Workshop, action: Action, actor: str | None, /, *args: object, now: datetime, **kwargs: object
) -> Decided:
    """Decide an action; ``Refused`` if it may not be."""
    facts = action(workshop, actor, *args, now=now, **kwargs)
    return recorded(workshop.id, workshop, facts, actor, now)


def recorded(
    workshop_id: str, workshop: Workshop | None, facts: Sequence[AnyFact], actor: str | None, now: datetime
) -> Decided:
    """Facts with their numbers, folded as they will be read back, so that memory and record cannot differ."""
    entries: list[Recorded[AnyFact]] = []
    head = workshop.head if workshop is not None else 0
    doer = actor or doer_of(facts, workshop)
    for seq, fact in enumerate(facts, start=head + 1):
        entry = Recorded(seq, now, doer, read_fact(fact.model_dump_json()))
        workshop = step(workshop_id, workshop, entry)
        entries.append(entry)
    if workshop is None:
        raise ValueError("a workshop's record begins with its opening")
    return Decided(tuple(entries), workshop)


def doer_of(facts: Sequence[AnyFact], workshop: Workshop | None) -> str:
    """Who a stranger turns out to be by the facts of what they did."""
    first = facts[0] if facts else None
    if isinstance(first, WorkshopOpened):
        return first.opener_id
    if isinstance(first, ParticipantJoined):
        return first.participant_id
    if isinstance(first, DeviceLinkUsed) and workshop is not None:
        return workshop.device_links[first.link_id].participant_id
    return FIGURES if isinstance(first, FiguresChallenged) else NOBODY
