"""Facts about ballots on clauses."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from alignment.facts.fact import Fact
from alignment.stances import Mode, Seal, Stance
from definitions.texts import LongText


class BallotOpened(Fact):
    """Voting on a clause's present wording begins."""

    kind: Literal["ballot opened"] = "ballot opened"
    clause_id: str
    round: int
    revision: int
    seal: Seal
    closes_at: datetime
    mode: Mode = Mode.APPROVAL


class BallotCast(Fact):
    """Somebody voted, or changed their vote; the last one counts."""

    kind: Literal["ballot cast"] = "ballot cast"
    clause_id: str
    round: int
    stance: Stance
    reason: LongText = ""


class ObjectionLifted(Fact):
    """Somebody who disagreed no longer stands in the way; the disagreement stays on record."""

    kind: Literal["objection lifted"] = "objection lifted"
    clause_id: str
    round: int


class BallotRevealed(Fact):
    """The facilitator showed a sealed result to everybody; votes may still change."""

    kind: Literal["ballot revealed"] = "ballot revealed"
    clause_id: str
    round: int


class BallotClosed(Fact):
    """The facilitator ended the voting on a clause."""

    kind: Literal["ballot closed"] = "ballot closed"
    clause_id: str
    round: int
