"""Facts about the understanding check: a few leads that everybody judges by the text of a version."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alignment.facts.fact import Fact
from definitions.scorecard import Verdict
from definitions.texts import ShortText

MOST_ASKED = 20


class UnderstandingAsked(Fact):
    """The facilitator asked everybody to judge leads by a published version; leads as their answers only."""

    kind: Literal["understanding asked"] = "understanding asked"
    version: int
    leads: Annotated[tuple[dict[ShortText, ShortText], ...], Field(min_length=1, max_length=MOST_ASKED)]


class UnderstandingAnswered(Fact):
    """Somebody judged one of the leads, by its place from 0; ``None``: cannot tell. It is judged once."""

    kind: Literal["understanding answered"] = "understanding answered"
    version: int
    lead: int
    verdict: Verdict | None
