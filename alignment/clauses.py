"""A clause and its life: wordings, rounds of voting, comments, and how it was settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alignment.outcomes import Outcome
from alignment.rounds import Round
from definitions.contents import Content, ContentKind


class Status(StrEnum):
    """Where a clause stands."""

    DRAFT = "draft"
    OPEN = "open"
    AGREED = "agreed"
    DISPUTED = "disputed"
    RULED = "ruled"
    LEFT_OUT = "left out"


SETTLED = frozenset({Status.AGREED, Status.RULED, Status.LEFT_OUT})
"""The states in which nothing more is asked of anybody before the draft can be frozen."""


@dataclass(frozen=True)
class Revision:
    """One wording of a clause."""

    number: int
    content: Content
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True)
class Comment:
    """Something a participant said about a clause.

    ``reply_to``: the comment that began its thread. ``seq``: its fact's number in the record.
    """

    id: str
    by: str
    at: datetime
    text: str
    revision: int
    reply_to: str | None = None
    seq: int = 0
    resolved_by: str | None = None


@dataclass(frozen=True)
class Escalation:
    """The facilitator put the clause before the decider."""

    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True)
class Ruling:
    """What the decider ruled, on which wording, and why."""

    by: str
    at: datetime
    outcome: Outcome
    revision: int
    reason: str


@dataclass(frozen=True)
class Clause:
    """One clause of the definition being made. Rounds and revisions are in order, oldest first.

    ``past_rounds``: how many rounds are of an earlier life of the clause, before it was settled or left out.
    """

    id: str
    revisions: tuple[Revision, ...]
    rounds: tuple[Round, ...] = ()
    comments: tuple[Comment, ...] = ()
    escalation: Escalation | None = None
    ruling: Ruling | None = None
    withdrawn_reason: str | None = None
    in_force: Status | None = None
    past_rounds: int = 0
    times_escalated: int = 0

    @property
    def revision(self) -> Revision:
        """The wording that stands now: the ruled one, or else the latest."""
        if self.ruling is not None:
            return self.revisions[self.ruling.revision - 1]
        return self.revisions[-1]

    @property
    def content(self) -> Content:
        """What the clause says now."""
        return self.revision.content

    @property
    def kind(self) -> ContentKind:
        """Which kind of clause this is."""
        return ContentKind(self.content.kind)

    @property
    def name(self) -> str:
        """What people call the clause."""
        return self.content.name

    @property
    def author(self) -> str:
        """Who proposed the clause."""
        return self.revisions[0].by

    @property
    def round(self) -> Round | None:
        """The latest round of voting, if it is about the present wording."""
        if not self.rounds or self.rounds[-1].revision != self.revisions[-1].number:
            return None
        return self.rounds[-1]

    @property
    def left_out(self) -> bool:
        """Whether the clause is not part of the definition."""
        ruled_out = self.ruling is not None and self.ruling.outcome is Outcome.LEFT_OUT
        return self.withdrawn_reason is not None or ruled_out
