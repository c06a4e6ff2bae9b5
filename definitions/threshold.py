"""The threshold: from how many points a lead goes to sales, and the nurture band below it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

MOST = 100_000


class Threshold(BaseModel):
    """Points from which a lead is qualified, and from which it is nurtured.

    ``nurture_from`` is lower than ``qualified_from``, or ``None`` for no nurture band.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["threshold"] = "threshold"
    qualified_from: int = Field(ge=-MOST, le=MOST)
    nurture_from: int | None = Field(default=None, ge=-MOST, le=MOST)

    @model_validator(mode="after")
    def _nurture_is_lower(self) -> Self:
        if self.nurture_from is not None and self.nurture_from >= self.qualified_from:
            raise ValueError("the nurture band must begin below the threshold")
        return self

    @property
    def name(self) -> str:
        """What this clause is called: there is one threshold in a definition."""
        return "Threshold"
