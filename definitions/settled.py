"""A settled clause: what it says, how it was settled, who disagrees; and clauses that were left out."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from definitions.contents import Content
from definitions.texts import NeededText, ShortText


class Frozen(BaseModel):
    """A part of the document: never changed, nothing in it that is not named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Basis(StrEnum):
    """How a clause was settled."""

    AGREED = "agreed"
    RULED = "ruled"


class Ruling(Frozen):
    """The decider's word on a clause the teams did not agree on."""

    name: ShortText
    reason: NeededText


class Dissent(Frozen):
    """Somebody's disagreement with a clause, kept on record."""

    name: ShortText
    team: ShortText
    reason: NeededText


class Settled(Frozen):
    """A clause as it stands in the document, and how it came to stand there."""

    clause_id: str
    revision: int = Field(ge=1)
    content: Content
    basis: Basis = Basis.AGREED
    ruling: Ruling | None = None
    dissent: tuple[Dissent, ...] = ()

    @model_validator(mode="after")
    def _ruled_by_somebody(self) -> Self:
        if (self.basis is Basis.RULED) != (self.ruling is not None):
            raise ValueError("a ruled clause has a ruling, an agreed one has none")
        return self


class LeftOut(Frozen):
    """A clause that was proposed and is not part of the definition."""

    name: ShortText
    reason: NeededText
