"""Facts about clauses: proposed, revised, discussed, left out."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact
from definitions.contents import Content
from definitions.texts import LongText, NeededText


class ClauseProposed(Fact):
    """Somebody proposed a clause; it is a draft until its ballot opens.

    ``words_of``: who wrote it, where somebody else proposed what a participant had written.
    """

    kind: Literal["clause proposed"] = "clause proposed"
    clause_id: str
    content: Content
    words_of: str | None = None


class ClauseRevised(Fact):
    """Somebody changed a clause's wording."""

    kind: Literal["clause revised"] = "clause revised"
    clause_id: str
    revision: int
    content: Content
    note: LongText = ""


class ClauseWithdrawn(Fact):
    """A clause is left out of the definition."""

    kind: Literal["clause withdrawn"] = "clause withdrawn"
    clause_id: str
    reason: LongText = ""


class ClauseRestored(Fact):
    """A clause that was left out is a draft again."""

    kind: Literal["clause restored"] = "clause restored"
    clause_id: str


class CommentMade(Fact):
    """Somebody said something about a clause, or replied to the comment that began a thread."""

    kind: Literal["comment made"] = "comment made"
    clause_id: str
    comment_id: str
    text: NeededText
    reply_to: str | None = None


class CommentResolved(Fact):
    """What a comment asked for is done; a later reply opens its thread again."""

    kind: Literal["comment resolved"] = "comment resolved"
    clause_id: str
    comment_id: str
