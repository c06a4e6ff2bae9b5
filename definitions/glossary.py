"""A glossary term: a word of the trade, what it means here, and how it stands to other words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from definitions.texts import SHORT, NeededText, ShortText, line, says_nothing

MOST_SYNONYMS = 20
MOST_EXAMPLES = 10
MOST_RELATIONS = 20


class RelationKind(StrEnum):
    """How one term stands to another."""

    BEFORE = "comes before"
    BROADER = "is broader than"
    NARROWER = "is narrower than"
    REPLACED_BY = "is replaced by"


class Relation(BaseModel):
    """How a term stands to another, which is named as the glossary names it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: RelationKind
    to: ShortText


Examples = Annotated[tuple[NeededText, ...], Field(max_length=MOST_EXAMPLES, exclude_if=says_nothing)]
Line = Annotated[str, AfterValidator(line), Field(max_length=SHORT, exclude_if=says_nothing)]
"""One line that may be empty; then it is not written, as before there was such a field."""


class Term(BaseModel):
    """A glossary entry.

    ``owner``: who answers for it. ``decided_by``: the name of the clause that decides whether it applies.
    A term that is replaced by another is retired.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["term"] = "term"
    name: ShortText
    definition: NeededText
    synonyms: tuple[ShortText, ...] = Field(default=(), max_length=MOST_SYNONYMS)
    owner: Line = ""
    examples: Examples = ()
    counter_examples: Examples = ()
    relations: tuple[Relation, ...] = Field(default=(), max_length=MOST_RELATIONS, exclude_if=says_nothing)
    decided_by: Line = ""

    @property
    def retired(self) -> bool:
        """Whether another term has replaced this one."""
        return any(relation.kind is RelationKind.REPLACED_BY for relation in self.relations)

    def related(self, kind: RelationKind) -> tuple[str, ...]:
        """The names of the terms that this one stands to in this way."""
        return tuple(relation.to for relation in self.relations if relation.kind is kind)
