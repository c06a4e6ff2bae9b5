"""What is new to somebody since they last caught up, and why it concerns them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from alignment.escalating import affected
from alignment.facts import AnyFact, ClauseEscalated, ClauseReopened, CommentMade, Recorded, RulingMade
from alignment.mentions import mentioned
from alignment.newsworthy import newsworthy
from alignment.people import Participant
from alignment.workshop import Workshop


class Why(StrEnum):
    """Why a piece of news concerns somebody, the most pressing first."""

    MENTION = "mentions you"
    REPLY = "answers you"
    DECISION = "decides on what you took part in"
    NONE = ""


@dataclass(frozen=True)
class News:
    """Something that somebody else did since the reader caught up."""

    entry: Recorded[AnyFact]
    why: Why


def news(workshop: Workshop, record: Sequence[Recorded[AnyFact]], reader: Participant) -> tuple[News, ...]:
    """What others did since the reader caught up (or joined), the newest first.

    ``record`` is the workshop's, from its beginning.
    """
    since = workshop.caught_up.get(reader.id, 0)
    fresh = (e for e in reversed(record[since:]) if e.actor != reader.id and newsworthy(e.fact))
    return tuple(News(entry, _why(workshop, entry.fact, reader)) for entry in fresh)


def _why(workshop: Workshop, fact: AnyFact, reader: Participant) -> Why:
    if isinstance(fact, CommentMade):
        if reader in mentioned(workshop, fact.text):
            return Why.MENTION
        return Why.REPLY if _answers(workshop, fact, reader) else Why.NONE
    if isinstance(fact, ClauseEscalated | RulingMade | ClauseReopened):
        concerned = reader in affected(workshop, workshop.clauses[fact.clause_id])
        return Why.DECISION if concerned else Why.NONE
    return Why.NONE


def _answers(workshop: Workshop, fact: CommentMade, reader: Participant) -> bool:
    """Whether a comment replies in a thread that the reader began or spoke in before."""
    if fact.reply_to is None:
        return False
    thread = [c for c in workshop.clauses[fact.clause_id].comments if fact.reply_to in (c.id, c.reply_to)]
    seq = next(comment.seq for comment in thread if comment.id == fact.comment_id)
    return any(comment.by == reader.id and comment.seq < seq for comment in thread)
