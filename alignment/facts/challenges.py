"""Facts about challenges to clauses of the definition in force."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact
from definitions.texts import NeededText, ShortText


class ClauseChallenged(Fact):
    """Somebody holds that a clause in force is wrong, and says why."""

    kind: Literal["clause challenged"] = "clause challenged"
    challenge_id: str
    clause_id: str
    version: int
    reason: NeededText


class FiguresChallenged(Fact):
    """Figures left the band that was agreed. ``key``: what tripped, once; ``figures``: names and values."""

    kind: Literal["figures challenged"] = "figures challenged"
    challenge_id: str
    clause_id: str
    version: int
    key: ShortText
    sentence: NeededText
    figures: tuple[tuple[ShortText, ShortText], ...] = ()


class ChallengeWithdrawn(Fact):
    """Who made a challenge takes it back."""

    kind: Literal["challenge withdrawn"] = "challenge withdrawn"
    challenge_id: str
    clause_id: str


class ChallengeAnswered(Fact):
    """A facilitator closes a challenge with an answer; the clause stays as it is."""

    kind: Literal["challenge answered"] = "challenge answered"
    challenge_id: str
    clause_id: str
    answer: NeededText
