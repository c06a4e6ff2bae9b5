"""Facts about clauses: proposed, revised, discussed, left out."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact
from definitions.contents import Content
from definitions.texts import LongText, NeededText


class ClauseProposed(Fact):
    """Somebody proposed a clause; it is a draft until its ballot opens."""

    kind: Literal["clause proposed"] = "clause proposed"
    clause_id: str
    content: Content


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
    """Somebody said something about a clause."""

    kind: Literal["comment made"] = "comment made"
    clause_id: str
    comment_id: str
    text: NeededText
