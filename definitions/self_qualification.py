"""The questions that prospects answer themselves, in words meant for them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from definitions.criteria import MOST_ANSWERS, AnsweredBy, Criterion
from definitions.texts import LongText, NeededText, ShortText

MOST_QUESTIONS = 40
INTRO = "Answer a few questions, and we will tell you how we can help."
THANKS = "Thank you. We have your answers and will come back to you."
PRIVACY = (
    "We keep your answers and what you enter here so that we can decide how to help you, and use them for "
    "nothing else. Ask us at any time, and we delete them."
)


class Wish(StrEnum):
    """Whether the form asks for something about the prospect."""

    NOT_ASKED = "not asked"
    OPTIONAL = "may be given"
    NEEDED = "must be given"


class Plain(BaseModel):
    """A part of the form: never changed, nothing in it that is not named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ProspectQuestion(Plain):
    """One criterion's question as prospects read it.

    ``labels``: the criterion's own answers when this was written; ``words``: the same, in the same order, as
    prospects read them.
    """

    criterion: ShortText
    question: NeededText
    labels: tuple[ShortText, ...] = Field(min_length=2, max_length=MOST_ANSWERS)
    words: tuple[ShortText, ...] = Field(min_length=2, max_length=MOST_ANSWERS)

    @model_validator(mode="after")
    def _words_for_each_answer(self) -> Self:
        if len(self.words) != len(self.labels):
            raise ValueError("each answer needs words for the prospect")
        return self

    def fits(self, criterion: Criterion) -> bool:
        """Whether it still asks for the answers that the criterion has."""
        return self.criterion == criterion.name and self.labels == criterion.labels


class ProspectForm(Plain):
    """What the public form asks and says."""

    intro: LongText = INTRO
    thanks: NeededText = THANKS
    privacy: NeededText = PRIVACY
    name: Wish = Wish.OPTIONAL
    company: Wish = Wish.OPTIONAL
    email: Wish = Wish.OPTIONAL
    questions: tuple[ProspectQuestion, ...] = Field(min_length=1, max_length=MOST_QUESTIONS)

    @model_validator(mode="after")
    def _each_criterion_once(self) -> Self:
        names = [question.criterion for question in self.questions]
        if len(set(names)) < len(names):
            raise ValueError("a criterion is asked twice")
        return self


def usual_question(criterion: Criterion) -> ProspectQuestion:
    """A criterion's question in its own words."""
    labels = criterion.labels
    return ProspectQuestion(
        criterion=criterion.name, question=criterion.question, labels=labels, words=labels
    )


def usual_form(criteria: Sequence[Criterion]) -> ProspectForm | None:
    """The form before anybody has edited it: what the prospect answers; ``None`` if that is nothing."""
    asked = [usual_question(c) for c in criteria if c.answered_by is AnsweredBy.PROSPECT]
    return ProspectForm(questions=tuple(asked)) if asked else None


def fitting_questions(form: ProspectForm, criteria: Sequence[Criterion]) -> tuple[ProspectQuestion, ...]:
    """The form's questions as far as the definition in force has their criteria, in its order.

    Where a criterion has other answers than when its question was written, the question is asked in the
    criterion's own words.
    """
    written = {question.criterion: question for question in form.questions}
    asked = [(criterion, written[criterion.name]) for criterion in criteria if criterion.name in written]
    return tuple(q if q.fits(criterion) else usual_question(criterion) for criterion, q in asked)


def outdated(form: ProspectForm, criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """The criteria whose question no longer fits, or that the definition in force does not have."""
    known = {criterion.name: criterion for criterion in criteria}
    return tuple(
        question.criterion
        for question in form.questions
        if question.criterion not in known or not question.fits(known[question.criterion])
    )
