"""What a fact is about, for those who want to hear of changes to one clause only."""

from __future__ import annotations

from collections.abc import Iterable

from alignment.facts import (
    AnyFact,
    BallotCast,
    BallotRevealed,
    CaughtUp,
    CommentMade,
    CommentResolved,
    LeadJudged,
    ObjectionLifted,
    OwnWordsWritten,
    PointsProposed,
    ReadingAcknowledged,
    Recorded,
    SceneShown,
    TimerStarted,
    TimerStopped,
    UnderstandingAnswered,
)

WORKSHOP = "workshop"
"""The topic of every fact that may change more than one clause's own card."""
STANDING = "standing"
"""The topic of what changes where a clause stands and nothing else: for lists of clauses by status."""
PROJECTOR = "projector"
"""The topic of what only the projector and its remote control show: nobody else's screen moves for it."""
JUDGING = "judging"
"""The topic of what one person judged or proposed for themselves."""
VISITS = "visits"
"""The topic of what somebody has read: nobody else's page changes by it."""
READING = "reading"
"""The topic of who has read the version in force: only those who look at it hear of it."""
OWN_WORDS = "own words"
"""The topic of what one person wrote for themselves: only those who watch the progress hear of it."""


def person(participant_id: str) -> str:
    """The topic of what somebody did themselves, on whichever device: it may change what waits for them."""
    return f"person:{participant_id}"


def topics(entry: Recorded[AnyFact]) -> frozenset[str]:
    """Everything that a fact is about, and who did it."""
    also = {STANDING} if isinstance(entry.fact, BallotRevealed) else set()
    return frozenset({topic(entry.fact), person(entry.actor), *also})


def topic(fact: AnyFact) -> str:
    """``clause:<id>`` for votes and comments on a clause, a part of the workshop, or all of it."""
    if isinstance(fact, BallotCast | BallotRevealed | CommentMade | CommentResolved | ObjectionLifted):
        return f"clause:{fact.clause_id}"
    if isinstance(fact, SceneShown | TimerStarted | TimerStopped):
        return PROJECTOR
    if isinstance(fact, OwnWordsWritten):
        return OWN_WORDS
    if isinstance(fact, ReadingAcknowledged):
        return READING
    if isinstance(fact, LeadJudged | PointsProposed | UnderstandingAnswered):
        return JUDGING
    return VISITS if isinstance(fact, CaughtUp) else WORKSHOP


def move(entries: Iterable[Recorded[AnyFact]], heard: frozenset[str]) -> bool:
    """Whether one of these facts is about one of these topics."""
    return any(topics(entry) & heard for entry in entries)
