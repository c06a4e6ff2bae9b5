"""Facts about golden leads: made-up examples and counter-examples that the definition must judge right."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alignment.facts.fact import Fact
from definitions.scorecard import Verdict
from definitions.texts import LongText, NeededText, ShortText

MOST_ANSWERED = 500


class GoldenLeadKept(Fact):
    """Somebody kept an example with the verdict it must get; its answers, and nobody's name."""

    kind: Literal["golden lead kept"] = "golden lead kept"
    golden_id: str
    name: ShortText
    answers: Annotated[dict[ShortText, ShortText], Field(max_length=MOST_ANSWERED)]
    expected: Verdict
    why: LongText = ""


class GoldenLeadDropped(Fact):
    """An example is no longer kept."""

    kind: Literal["golden lead dropped"] = "golden lead dropped"
    golden_id: str


class GoldenFlipAcknowledged(Fact):
    """A facilitator accepts, with a reason, that an example gets another verdict than was expected."""

    kind: Literal["golden flip acknowledged"] = "golden flip acknowledged"
    golden_id: str
    verdict: Verdict
    reason: NeededText
