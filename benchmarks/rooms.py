"""A large workshop for measuring, made through the real actions: 60 clauses, 40 participants, 5,000 facts."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle

from alignment.actions.ballots import cast_ballot, open_all_ballots
from alignment.actions.clauses import comment, propose_all, revise_clause
from alignment.actions.joining import join_by_link
from alignment.actions.opening import invite_by_link, open_workshop
from alignment.people import VOTING_TEAMS, Team
from alignment.stances import Stance
from data.rehearsal import Rehearsal
from data.room import Room
from data.rooms import Rooms, new_id
from data.starter import classic_scorecard
from definitions.contents import Content
from definitions.criteria import Answer, Criterion
from definitions.glossary import Term

CRITERIA, TERMS = 20, 38
STEP = timedelta(seconds=20)
REASON = "This leaves out leads from partners, which were a third of what we won last year."
STANCES = (Stance.AGREE, Stance.AGREE, Stance.RESERVATIONS, Stance.AGREE, Stance.DISAGREE, Stance.ABSTAIN)


class Story:
    """A workshop played through, a little later at each step and all of it before ``until``."""

    def __init__(self, participants: int, facts: int, until: datetime) -> None:
        """Everybody joins, everything is proposed, and the ballots open; nobody has voted yet."""
        self._now = until - STEP * (facts + 10)
        opening = open_workshop(
            name="A large workshop", company="Northwind Tools", offering="Tools and service for workshops",
            opener_name="Person 1", opener_team=Team.MARKETING, slug=f"large-{new_id().lower()}",
        )  # fmt: skip
        self.rehearsal = Rehearsal(new_id(), opening, self._now)
        self._people(participants)
        self.act(propose_all, "p1", contents())
        self.act(open_all_ballots, "p1")

    def act(self, action: object, actor: str | None, *args: object, **kwargs: object) -> None:
        """One more action, a little later."""
        self._now += STEP
        self.rehearsal.act(action, actor, *args, now=self._now, **kwargs)  # type: ignore[arg-type]

    def _people(self, participants: int) -> None:
        for team in VOTING_TEAMS:
            self.act(invite_by_link, "p1", team, f"hash of {team}", 30)
        for number, team in zip(range(2, participants + 1), cycle(VOTING_TEAMS), strict=False):
            self.act(join_by_link, None, f"hash of {team}", f"Person {number}")

    def fill(self, facts: int) -> None:
        """Vote, change votes, comment and revise until there are this many facts."""
        workshop = self.rehearsal.workshop
        clauses, voters = list(workshop.clauses), [person.id for person in workshop.voters()]
        for number in range(facts):
            missing = facts - self.rehearsal.workshop.head
            if missing <= 0:
                return
            turn, place = divmod(number, len(voters))
            self._happens(number, turn, clauses[turn % len(clauses)], voters[place], missing)

    def _happens(self, number: int, turn: int, clause_id: str, person: str, missing: int) -> None:
        if number % 200 == 199 and missing >= 2:
            self._revise(clause_id, person, number)
        elif number % 10 == 9:
            self.act(comment, person, clause_id, f"{REASON} (remark {number})")
        else:
            stance = STANCES[(number + turn) % len(STANCES)]
            self.act(cast_ballot, person, clause_id, stance, f"{REASON} (vote {number})")

    def _revise(self, clause_id: str, person: str, number: int) -> None:
        clause = self.rehearsal.workshop.clauses[clause_id]
        if isinstance(clause.content, Criterion):
            content = clause.content.model_copy(update={"why": f"Because of what came up in round {number}."})
            self.act(revise_clause, person, clause_id, clause.revisions[-1].number, content)
        else:
            self.act(comment, person, clause_id, f"{REASON} (remark {number})")


def large_room(rooms: Rooms, participants: int = 40, facts: int = 5_000) -> Room:
    """A workshop of exactly so many facts, written in one transaction."""
    story = Story(participants, facts, rooms.clock())
    story.fill(facts)
    return rooms.keep(story.rehearsal.workshop.id, story.rehearsal.entries)


def contents() -> list[Content]:
    """60 clauses: 20 criteria (the classic ones first), 38 terms, the threshold and the handoff."""
    classic = classic_scorecard()
    points = {"Clear": 5, "Some": 3, "None": 0}
    answers = tuple(Answer(label=label, points=worth) for label, worth in points.items())
    criteria = [
        Criterion(
            name=f"Criterion {n}",
            question=f"What do we know of point {n}?",
            why="It told winners apart.",
            answers=answers,
        )
        for n in range(1, CRITERIA + 3 - len(classic))
    ]
    terms = [Term(name=f"Term {n}", definition=f"What we mean by word {n}.") for n in range(1, TERMS + 1)]
    return [*classic, *criteria, *terms]
