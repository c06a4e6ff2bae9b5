"""A range of numbers that means one answer: from one number up to, but not with, another."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Range(BaseModel):
    """The numbers from ``at_least`` on that are ``below`` another; ``None``: no end on that side."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at_least: float | None = Field(default=None, allow_inf_nan=False)
    below: float | None = Field(default=None, allow_inf_nan=False)

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if self.at_least is not None and self.below is not None and self.at_least >= self.below:
            raise ValueError("a range must end above where it begins")
        return self

    def holds(self, number: float) -> bool:
        """Whether a number lies in the range."""
        above = self.at_least is None or number >= self.at_least
        return above and (self.below is None or number < self.below)
