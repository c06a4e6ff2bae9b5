"""Questions that people answer in their own words before anything is drafted, and the self-review."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from definitions.texts import LongText, NeededText, ShortText

MOST_QUESTIONS = 40
LONGEST = 2_000
"""How many characters an answer may have: a paragraph or two, so that they can be read side by side."""


def _not_too_long(text: str) -> str:
    if len(text) > LONGEST:
        raise ValueError(f"is longer than {LONGEST:,} characters")
    return text


OwnText = Annotated[LongText, AfterValidator(_not_too_long)]
"""A text of any number of lines, up to 2,000 characters, may be empty."""


class InPlace(StrEnum):
    """What a person says of one thing in the lead-stage self-review."""

    IN_PLACE = "in place"
    PARTLY = "partly in place"
    NOT = "not in place"
    DONT_KNOW = "don't know"


class Question(BaseModel):
    """One question: what ``term`` means to a person, or, without one, whether something is in place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ShortText
    text: NeededText
    term: ShortText | None = None

    @property
    def reviews(self) -> bool:
        """Whether it belongs to the self-review."""
        return self.term is None


class Said(BaseModel):
    """What a person answered to one question: a text about a term, or a choice in the self-review."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: OwnText = ""
    in_place: InPlace | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.text) == (self.in_place is not None):
            raise ValueError("an answer is either a text or a choice")
        return self
