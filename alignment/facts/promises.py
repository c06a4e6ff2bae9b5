"""Facts about the five promises: what was so before there was a definition, and what is so now."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alignment.facts.fact import Fact
from definitions.measures.gains import Gain
from definitions.texts import LongText

MOST = 1e12
Stated = Annotated[float | None, Field(ge=0, le=MOST, allow_inf_nan=False)]
"""A number that somebody stands for; ``None``: unknown."""


class PromiseStated(Fact):
    """Somebody put a promise's numbers on record, and where they come from."""

    kind: Literal["promise stated"] = "promise stated"
    gain: Gain
    baseline: Stated = None
    present: Stated = None
    source: LongText = ""
