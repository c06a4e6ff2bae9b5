"""A criterion: a question about a lead, with ordered answers, each worth points."""

from __future__ import annotations

import operator
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from definitions.phrases import quoted
from definitions.texts import LongText, NeededText, ShortText, fold_name, line, says_nothing

MOST_POINTS = 1_000
MOST_ANSWERS = 20
MOST_BOUND = 1e15
"""Numbers up to here are exact in every JSON."""
MOST_UNIT = 40


class AnsweredBy(StrEnum):
    """Who answers a criterion's question."""

    PROSPECT = "the prospect"
    VETTER = "a person who vets leads"
    DATA = "a data source"


Bound = Annotated[
    float | None, Field(ge=-MOST_BOUND, le=MOST_BOUND, allow_inf_nan=False, exclude_if=says_nothing)
]
"""One end of the numbers that an answer covers, in the criterion's unit; ``None``: no end."""


class Answer(BaseModel):
    """One possible answer and the points it is worth.

    Where the answer stands for numbers, it covers those from ``at_least`` up to but not with ``below``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: ShortText
    points: int = Field(ge=-MOST_POINTS, le=MOST_POINTS)
    at_least: Bound = None
    below: Bound = None

    @model_validator(mode="after")
    def _covers_something(self) -> Self:
        if self.at_least is not None and self.below is not None and self.at_least >= self.below:
            raise ValueError(f"the numbers of {quoted(self.label)} must end above where they begin")
        return self

    @property
    def bounded(self) -> bool:
        """Whether the answer says which numbers it covers."""
        return self.at_least is not None or self.below is not None


Unit = Annotated[str, AfterValidator(line), Field(max_length=MOST_UNIT, exclude_if=says_nothing)]
"""A word for what numbers count; may be empty."""


class Criterion(BaseModel):
    """A question about a lead. Answers are ordered from best to worst.

    ``gate`` names the lowest answer that still lets a lead qualify; a lead with a later answer,
    or with none, is not qualified whatever its points. ``None``: no gate. ``unit``: what the answers'
    numbers count, such as "months". ``about_problems``: the question is whether the contact has one of the
    business problems that the definition lists.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["criterion"] = "criterion"
    name: ShortText
    question: NeededText
    why: LongText = ""
    answered_by: AnsweredBy = AnsweredBy.VETTER
    answers: tuple[Answer, ...] = Field(min_length=2, max_length=MOST_ANSWERS)
    gate: str | None = None
    unit: Unit = ""
    about_problems: bool = Field(default=False, exclude_if=operator.not_)

    @model_validator(mode="after")
    def _answers_differ(self) -> Self:
        labels = [fold_name(answer.label) for answer in self.answers]
        if len(set(labels)) < len(labels):
            raise ValueError("two answers are the same")
        if self.gate is not None and self.gate not in self.labels:
            raise ValueError("the gate names an answer that is not in the list")
        return self

    @property
    def labels(self) -> tuple[str, ...]:
        """The answers' labels, best first."""
        return tuple(answer.label for answer in self.answers)

    @property
    def highest(self) -> int:
        """The most points any answer gives, no answer (0 points) included."""
        return max(0, *(answer.points for answer in self.answers))

    @property
    def lowest(self) -> int:
        """The fewest points any answer gives, no answer (0 points) included."""
        return min(0, *(answer.points for answer in self.answers))

    def points(self, label: str | None) -> int:
        """The points for an answer; 0 for no answer or one that is not in the list."""
        return next((a.points for a in self.answers if a.label == label), 0)

    def passes(self, label: str | None) -> bool:
        """Whether an answer passes the gate; always so where there is no gate."""
        if self.gate is None:
            return True
        return label in self.labels[: self.labels.index(self.gate) + 1]
