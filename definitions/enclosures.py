"""What is enclosed with a definition: worked examples, evidence, and what changed since the last version."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from definitions.scorecard import Verdict
from definitions.settled import Frozen
from definitions.texts import LongText, ShortText, says_nothing

MOST_CURVE_POINTS = 60
MOST_EXAMPLES = 12
Fingerprint = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]
Month = Annotated[str, Field(pattern="^[0-9]{4}-(0[1-9]|1[0-2])$")]
Finite = Annotated[float, Field(allow_inf_nan=False)]


class ExampleAnswer(Frozen):
    """A question of the scorecard, and what it answers to it."""

    criterion: ShortText
    answer: ShortText
    points: int


class Example(Frozen):
    """A lead as an example of the definition: its answers, its points and its verdict, and why it is kept."""

    name: ShortText
    answers: tuple[ExampleAnswer, ...]
    points: int
    verdict: Verdict
    why: Annotated[LongText, Field(exclude_if=says_nothing)] = ""


class Interval(Frozen):
    """A number with its 95 % interval."""

    value: Finite
    low: Finite
    high: Finite


class CurvePoint(Frozen):
    """What another threshold would have done: the leads that qualify, and the wins among them."""

    threshold: int
    qualified: Count
    won: Count


class Evidence(Frozen):
    """What the scorecard would have done on leads of the past; the lead set is named and fingerprinted.

    ``won``: wins among all leads; ``won_qualified``: among the qualified. ``kept``: the share of wins that
    qualify. ``weekly``: qualified leads a week. Months as "2026-03"; none of these where it is not known.
    """

    lead_set: ShortText
    sha256: Fingerprint
    leads: Count
    qualified: Count
    won: Count
    won_qualified: Count
    lost_qualified: Count
    kept: Interval | None = Field(default=None, exclude_if=says_nothing)
    weekly: Interval | None = Field(default=None, exclude_if=says_nothing)
    months: tuple[Month, ...] = Field(default=(), max_length=2, exclude_if=says_nothing)
    curve: tuple[CurvePoint, ...] = Field(default=(), max_length=MOST_CURVE_POINTS, exclude_if=says_nothing)


class Fate(StrEnum):
    """What happened to a clause between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Detail(Frozen):
    """One thing that changed in a clause: how it was, how it is."""

    what: str
    before: str
    after: str


class ClauseChange(Frozen):
    """A clause that is not as it was."""

    name: ShortText
    fate: Fate
    details: tuple[Detail, ...] = Field(default=(), exclude_if=says_nothing)


class Since(Frozen):
    """What changed since the version before, which is named by its number and its fingerprint."""

    version: int = Field(ge=1)
    sha256: Fingerprint
    changes: tuple[ClauseChange, ...] = ()
