"""A criterion: a question about a lead, with ordered answers, each worth points."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from definitions.texts import LongText, NeededText, ShortText, fold_name

MOST_POINTS = 1_000
MOST_ANSWERS = 20


class AnsweredBy(StrEnum):
    """Who answers a criterion's question."""

    PROSPECT = "the prospect"
    VETTER = "a person who vets leads"
    DATA = "a data source"


class Answer(BaseModel):
    """One possible answer and the points it is worth."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: ShortText
    points: int = Field(ge=-MOST_POINTS, le=MOST_POINTS)


class Criterion(BaseModel):
    """A question about a lead. Answers are ordered from best to worst.

    ``gate`` names the lowest answer that still lets a lead qualify; a lead with a later answer,
    or with none, is not qualified whatever its points. ``None``: no gate.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["criterion"] = "criterion"
    name: ShortText
    question: NeededText
    why: LongText = ""
    answered_by: AnsweredBy = AnsweredBy.VETTER
    answers: tuple[Answer, ...] = Field(min_length=2, max_length=MOST_ANSWERS)
    gate: str | None = None

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
        """The most points any answer gives."""
        return max(answer.points for answer in self.answers)

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
