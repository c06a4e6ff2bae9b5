"""A room in memory: actions run against a folded workshop, on a clock that the test holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from alignment.actions.joining import join_by_link
from alignment.actions.opening import invite_by_link, open_workshop
from alignment.actions.people import name_decider, remove_participant, set_facilitator
from alignment.challenges import FIGURES
from alignment.clauses import Clause, Status
from alignment.facts import (
    AnyFact,
    DeviceLinkUsed,
    FiguresChallenged,
    LeadSetAdded,
    OutcomeSetAdded,
    ParticipantJoined,
    Recorded,
    WorkshopOpened,
    read_fact,
)
from alignment.folding import fold, step
from alignment.people import Participant, Team
from alignment.standing import status
from alignment.workshop import Workshop
from definitions.criteria import Answer, Criterion
from definitions.glossary import Term
from definitions.threshold import Threshold

Action = Callable[..., tuple[AnyFact, ...]]
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WORKSHOP_ID = "w"
TOKEN_HASH = "a" * 64
OUTCOMES = OutcomeSetAdded(
    outcome_set="e" * 64, name="Since May", rows=900, as_of=datetime(2026, 10, 1, tzinfo=UTC)
)
OLD_OUTCOMES = OUTCOMES.model_copy(update={"outcome_set": "d" * 64, "name": "Before May"})
LEADS = LeadSetAdded(lead_set="f" * 64, name="March", rows=1200, won=90, lost=700, open=410)


@dataclass
class Room:
    """A workshop's record, what it adds up to, and the time."""

    record: list[Recorded[AnyFact]] = field(default_factory=list)
    workshop: Workshop = None  # type: ignore[assignment]
    now: datetime = MONDAY

    def act(self, action: Action, actor: str | None, *args: Any, **kw: Any) -> Any:
        """Do something one second after the last thing; what was refused leaves no trace."""
        decided = action(self.workshop, actor, *args, now=self.now + timedelta(seconds=1), **kw)
        self.append(actor, *decided)
        return decided

    def append(self, actor: str | None, *facts: AnyFact) -> None:
        """Write facts at the end of the record, one second after the last thing."""
        self.now += timedelta(seconds=1)
        for fact in facts:
            entry = Recorded(len(self.record) + 1, self.now, self._author(actor, facts[0]), fact)
            self.workshop = step(WORKSHOP_ID, self.workshop, entry)
            self.record.append(entry)

    def wait(self, **duration: float) -> None:
        """Let time pass, such as ``days=7``."""
        self.now += timedelta(**duration)

    def copy(self) -> Room:
        """The same room, which goes its own way from here."""
        return Room(list(self.record), self.workshop, self.now)

    def replayed(self) -> Workshop:
        """The workshop folded from the whole record, each fact written as JSON and read back."""
        read_back = (
            Recorded(entry.seq, entry.at, entry.actor, read_fact(entry.fact.model_dump_json()))
            for entry in self.record
        )
        return fold(WORKSHOP_ID, read_back)

    def clause(self, name: str) -> Clause:
        """The clause of a name, the latest if there are several."""
        return [clause for clause in self.workshop.clauses.values() if clause.name == name][-1]

    def status(self, name: str) -> Status:
        """Where the clause of a name stands now."""
        return status(self.workshop, self.clause(name), self.now)

    def person(self, name: str) -> Participant:
        """The participant of a name, removed or not."""
        return next(p for p in self.workshop.participants.values() if p.name == name)

    def id(self, name: str) -> str:
        """The id of the participant of a name."""
        return self.person(name).id

    def _author(self, actor: str | None, fact: AnyFact) -> str:
        if isinstance(fact, WorkshopOpened):
            return fact.opener_id
        if isinstance(fact, ParticipantJoined):
            return fact.participant_id
        if isinstance(fact, FiguresChallenged) and actor is None:
            return FIGURES
        if isinstance(fact, DeviceLinkUsed):
            return self.workshop.device_links[fact.link_id].participant_id
        assert actor is not None
        return actor


def criterion(name: str = "Budget", best: int = 5, **changes: Any) -> Criterion:
    """A criterion with two answers."""
    answers = (Answer(label="Yes", points=best), Answer(label="No", points=0))
    return Criterion(**{"name": name, "question": f"{name}?", "answers": answers, **changes})


def threshold(points: int = 4) -> Threshold:
    """A threshold that the default criterion reaches."""
    return Threshold(qualified_from=points)


def term(name: str = "Suspect", definition: str = "Somebody who might buy.") -> Term:
    """A glossary term."""
    return Term(name=name, definition=definition)


def opened_room() -> Room:
    """A workshop with nobody but its opener: Hana, of marketing."""
    room = Room()
    room.append(
        None,
        *open_workshop(
            name="Leads",
            company="Acme",
            offering="Pumps",
            opener_name="Hana",
            opener_team=Team.MARKETING,
            slug="s",
        ),
    )
    return room


def join(room: Room, name: str, team: Team) -> str:
    """Somebody comes in by a link of a team; gives their id."""
    token_hash = f"{len(room.record):064}"
    room.act(invite_by_link, "p1", team, token_hash, 7)
    return str(room.act(join_by_link, None, token_hash, name)[0].participant_id)


PEOPLE = {
    "Mark": Team.MARKETING,
    "Sal": Team.SALES,
    "Dee": Team.SALES,
    "Eve": Team.EXECUTIVES,
    "Xan": Team.EXECUTIVES,
    "Obi": Team.OBSERVERS,
    "Ofi": Team.OBSERVERS,
    "Rex": Team.SALES,
}
VOTERS = ("Hana", "Mark", "Sal", "Dee", "Eve", "Xan")


def staffed_room(removed: bool = True) -> Room:
    """Three teams of two: Hana hosts, Dee decides, Obi observes, Ofi observes and hosts, Rex is removed."""
    room = opened_room()
    for name, team in PEOPLE.items():
        join(room, name, team)
    room.act(set_facilitator, "p1", room.id("Ofi"), True)
    room.act(name_decider, "p1", room.id("Dee"))
    if removed:
        room.act(remove_participant, "p1", room.id("Rex"))
    return room
