"""What waits for a person: one list, most pressing first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alignment.challenging import open_challenges
from alignment.clauses import Clause
from alignment.escalating import ROUNDS, before_decider
from alignment.people import Participant
from alignment.reading import has_read
from alignment.standing import objection_answered, waits_for_vote
from alignment.upkeep import review_is_due
from alignment.workshop import Phase, Workshop


class Errand(StrEnum):
    """What a person is waited for to do."""

    REVIEW = "review"
    SIGN = "sign"
    RENEW = "renew"
    RULE = "rule"
    JUDGE = "judge"
    WORDS = "words"
    ANSWERED = "answered"
    VOTE = "vote"
    CHALLENGE = "challenge"
    UPKEEP = "upkeep"
    UNDERSTAND = "understand"
    READ = "read"


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for a person; ``clause_id`` is empty where it is about no single clause.

    ``left``: how many leads to judge, or questions or challenges to answer, it comes to.
    """

    errand: Errand
    clause_id: str = ""
    left: int = 1


def waiting_for(workshop: Workshop, person: Participant, now: datetime) -> tuple[Waiting, ...]:
    """Everything that waits for a person, most pressing first; its length is the number on the badge.

    Texts to review or sign, rulings, leads to judge, questions, answered objections, ballots in the order
    proposed, for a facilitator challenges and a review that is due, and last how the definition in force is
    understood, and to read it.
    """
    if not person.here:
        return ()
    return (
        *_signatures(workshop, person, now),
        *_rulings(workshop, person, now),
        *_alone(workshop, person),
        *_votes(workshop, person, now),
        *_upkeep(workshop, person, now),
        *_understanding(workshop, person),
        *_reading(workshop, person),
    )


def clauses_to_watch(workshop: Workshop, person: Participant, now: datetime) -> tuple[str, ...]:
    """The clauses of which a single vote of somebody else can change what waits for a person."""
    if workshop.decider_id != person.id:
        return ()
    return tuple(clause.id for clause in workshop.clauses.values() if _may_come_before(clause))


def _signatures(workshop: Workshop, person: Participant, now: datetime) -> tuple[Waiting, ...]:
    """The frozen text: to review or sign when it is one's turn; for a facilitator, when its time is over."""
    draft = workshop.frozen
    if draft is None:
        return ()
    if draft.expired(now):
        return (Waiting(Errand.RENEW),) if person.facilitator else ()
    turns = ((Errand.REVIEW, draft.unreviewed), (Errand.SIGN, draft.next_to_sign))
    return tuple(Waiting(errand) for errand, people in turns if person.id in people)


def _rulings(workshop: Workshop, person: Participant, now: datetime) -> tuple[Waiting, ...]:
    if workshop.decider_id != person.id or workshop.phase is not Phase.DRAFTING:
        return ()
    clauses = workshop.clauses.values()
    return tuple(Waiting(Errand.RULE, c.id) for c in clauses if before_decider(workshop, c, now) is not None)


def _alone(workshop: Workshop, person: Participant) -> tuple[Waiting, ...]:
    """What a person does on their own before the reveal: judge leads, answer in their own words."""
    if not person.votes:
        return ()
    judging = ((Errand.JUDGE, c.left_for(person.id)) for c in workshop.calibrations.values() if c.open)
    words = ((Errand.WORDS, asked.left_for(person.id)) for asked in workshop.own_words[-1:] if asked.open)
    return tuple(Waiting(errand, left=left) for errand, left in (*judging, *words) if left)


def _upkeep(workshop: Workshop, person: Participant, now: datetime) -> tuple[Waiting, ...]:
    """What a facilitator does about the definition in force: answer challenges, hold the review."""
    if not person.facilitator:
        return ()
    challenges = len(open_challenges(workshop))
    due = (Waiting(Errand.UPKEEP),) if review_is_due(workshop, now) else ()
    return (Waiting(Errand.CHALLENGE, left=challenges), *due) if challenges else due


def _reading(workshop: Workshop, person: Participant) -> tuple[Waiting, ...]:
    version = workshop.in_force
    if version is None or has_read(workshop, version, person):
        return ()
    return (Waiting(Errand.READ),)


def _understanding(workshop: Workshop, person: Participant) -> tuple[Waiting, ...]:
    version = workshop.in_force.version if workshop.in_force is not None else 0
    check = workshop.understanding.get(version)
    left = check.left_for(person.id) if check is not None and person.votes else 0
    return (Waiting(Errand.UNDERSTAND, left=left),) if left else ()


def _may_come_before(clause: Clause) -> bool:
    """Whether a vote can bring a clause before the decider, or take it away."""
    return clause.escalation is not None or len(clause.rounds) - clause.past_rounds >= ROUNDS


def _votes(workshop: Workshop, person: Participant, now: datetime) -> tuple[Waiting, ...]:
    if workshop.phase is not Phase.DRAFTING:
        return ()
    clauses = [c for c in workshop.clauses.values() if waits_for_vote(workshop, c, person, now)]
    answered = [c for c in clauses if objection_answered(c, person)]
    rest = [c for c in clauses if c not in answered]
    return (
        *(Waiting(Errand.ANSWERED, clause.id) for clause in answered),
        *(Waiting(Errand.VOTE, clause.id) for clause in rest),
    )
