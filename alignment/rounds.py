"""A round of voting on a clause: the ballots, whether they are open, and when the result counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from alignment.stances import Mode, Seal, Stance


@dataclass(frozen=True)
class Ballot:
    """One participant's vote in a round."""

    by: str
    at: datetime
    stance: Stance
    reason: str = ""
    lifted: bool = False

    @property
    def objects(self) -> bool:
        """Whether this vote stands in the way of agreement."""
        return self.stance is Stance.DISAGREE and not self.lifted


@dataclass(frozen=True)
class Round:
    """One round of voting on one wording. ``ballots`` maps a participant to their last vote.

    ``complete_at`` is the moment when everybody who could vote had voted.
    """

    number: int
    revision: int
    seal: Seal
    opened_at: datetime
    closes_at: datetime
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    revealed_at: datetime | None = None
    closed_at: datetime | None = None
    complete_at: datetime | None = None
    mode: Mode = Mode.APPROVAL

    def open(self, now: datetime) -> bool:
        """Whether votes may be cast or changed."""
        return self.closed_at is None and now < self.closes_at

    def decided(self, now: datetime) -> bool:
        """Whether the result counts: voting ended, or everybody has voted and nothing is sealed."""
        if not self.open(now):
            return True
        return self.complete_at is not None and self.unsealed(now)

    @property
    def decided_at(self) -> datetime:
        """The moment at which the result counts or counted; it may lie ahead."""
        complete = self.complete_at
        if complete is not None and self.seal is Seal.UNTIL_REVEAL:
            complete = max(complete, self.revealed_at) if self.revealed_at is not None else None
        moments = (self.closed_at, self.closes_at, complete)
        return min(moment for moment in moments if moment is not None)

    def unsealed(self, now: datetime) -> bool:
        """Whether the result is for everybody to see."""
        if self.revealed_at is not None or not self.open(now):
            return True
        return self.seal is Seal.UNTIL_VOTED and self.complete_at is not None
