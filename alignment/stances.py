"""What a person can say in a ballot, and who sees it when."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """A vote on a clause's wording."""

    AGREE = "agree"
    RESERVATIONS = "agree with reservations"
    DISAGREE = "disagree"
    ABSTAIN = "abstain"


class Mode(StrEnum):
    """What a ballot asks: whether people agree with a wording, or whether they can live with it."""

    APPROVAL = "approval"
    CONSENT = "consent"

    @property
    def question(self) -> str:
        """The question that a ballot puts to people."""
        return "Do you agree?" if self is Mode.APPROVAL else "Can you live with it?"

    def words(self, stance: Stance) -> str:
        """A stance as an answer to the question."""
        return stance.value if self is Mode.APPROVAL else _CONSENT[stance]


_CONSENT = {
    Stance.AGREE: "I can live with it",
    Stance.RESERVATIONS: "I can live with it, with concerns",
    Stance.DISAGREE: "I cannot live with it",
    Stance.ABSTAIN: "I stand aside",
}


class Seal(StrEnum):
    """How long a ballot's result stays hidden."""

    UNTIL_VOTED = "until you have voted"
    UNTIL_REVEAL = "until the facilitator reveals it"

    @property
    def opens_by_voting(self) -> bool:
        """Whether somebody who has voted sees the others' votes."""
        return self is Seal.UNTIL_VOTED
