"""Facts about own words: what terms mean to each person, kept from the others until the reveal."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alignment.facts.fact import Fact
from definitions.own_words import MOST_QUESTIONS, Question, Said


class OwnWordsAsked(Fact):
    """The facilitator asked everybody for their own words."""

    kind: Literal["own words asked"] = "own words asked"
    round: int
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=MOST_QUESTIONS)]


class OwnWordsWritten(Fact):
    """Somebody answered one question, or changed their answer; the last one counts."""

    kind: Literal["own words written"] = "own words written"
    round: int
    question_id: str
    said: Said


class OwnWordsRevealed(Fact):
    """The facilitator showed everybody's words to everybody."""

    kind: Literal["own words revealed"] = "own words revealed"
    round: int
