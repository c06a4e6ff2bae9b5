"""The discussion of a clause: threads of comments and replies, and what of it is new to somebody."""

from __future__ import annotations

from dataclasses import dataclass

from alignment.clauses import Clause, Comment
from alignment.people import Participant
from alignment.workshop import Workshop


@dataclass(frozen=True)
class Thread:
    """A comment and its replies, oldest first."""

    first: Comment
    replies: tuple[Comment, ...]

    @property
    def resolved(self) -> bool:
        """Whether nothing more is asked of anybody here."""
        return self.first.resolved_by is not None


def threads(clause: Clause) -> tuple[Thread, ...]:
    """The threads about a clause, in the order in which they began."""
    begun = [comment for comment in clause.comments if comment.reply_to is None]
    return tuple(
        Thread(first, tuple(reply for reply in clause.comments if reply.reply_to == first.id))
        for first in begun
    )


def is_new(workshop: Workshop, comment: Comment, reader: Participant) -> bool:
    """Whether a comment of somebody else came after what the reader has read."""
    return comment.by != reader.id and comment.seq > workshop.caught_up.get(reader.id, 0)


def new_comments(workshop: Workshop, clause: Clause, reader: Participant) -> int:
    """How many comments on a clause are new to a reader."""
    return sum(is_new(workshop, comment, reader) for comment in clause.comments)
