"""What a person can say in a ballot, and who sees it when."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """A vote on a clause's wording."""

    AGREE = "agree"
    RESERVATIONS = "agree with reservations"
    DISAGREE = "disagree"
    ABSTAIN = "abstain"


class Seal(StrEnum):
    """How long a ballot's result stays hidden."""

    UNTIL_VOTED = "until you have voted"
    UNTIL_REVEAL = "until the facilitator reveals it"

    @property
    def opens_by_voting(self) -> bool:
        """Whether somebody who has voted sees the others' votes."""
        return self is Seal.UNTIL_VOTED
