"""Facts about disputed clauses: escalated, ruled, reopened."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact
from alignment.outcomes import Outcome
from definitions.texts import LongText, NeededText


class ClauseEscalated(Fact):
    """The facilitator puts a disputed clause before the decider."""

    kind: Literal["clause escalated"] = "clause escalated"
    clause_id: str
    note: LongText = ""


class RulingMade(Fact):
    """The decider rules: the wording of one revision stands, or the clause is left out."""

    kind: Literal["ruling made"] = "ruling made"
    clause_id: str
    outcome: Outcome
    revision: int
    reason: NeededText


class ClauseReopened(Fact):
    """The decider takes a ruling back; the clause is a draft again."""

    kind: Literal["clause reopened"] = "clause reopened"
    clause_id: str
    reason: LongText = ""
