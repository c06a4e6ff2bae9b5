"""A glossary term: a word of the trade, what it means here, and its synonyms."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from definitions.texts import NeededText, ShortText


class Term(BaseModel):
    """A glossary entry."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["term"] = "term"
    name: ShortText
    definition: NeededText
    synonyms: tuple[ShortText, ...] = Field(default=(), max_length=20)
