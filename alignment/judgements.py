"""What a person can say of a lead whose points they do not see."""

from __future__ import annotations

from enum import StrEnum


class Judgement(StrEnum):
    """Whether a lead is qualified, in one person's eyes."""

    QUALIFIED = "qualified"
    NOT = "not qualified"
    UNSURE = "unsure"

    @property
    def number(self) -> float:
        """The judgement as arrays hold it: 1 qualified, 0 not, 0.5 unsure."""
        return {Judgement.QUALIFIED: 1.0, Judgement.NOT: 0.0, Judgement.UNSURE: 0.5}[self]
