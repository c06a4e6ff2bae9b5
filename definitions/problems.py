"""A business problem that a contact can recognise, and how the product solves it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from definitions.texts import LongText, NeededText, ShortText


class Problem(BaseModel):
    """A problem and its solution.

    ``signs``: what a contact who has it says or does, for whoever vets leads. ``solution``: our answer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["problem"] = "problem"
    name: ShortText
    signs: LongText = ""
    solution: NeededText
