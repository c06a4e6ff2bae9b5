"""The handoff: who has a lead when, how soon sales decides and makes contact, and what both sides promise."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from definitions.business_hours import BusinessHours
from definitions.glossary import Line
from definitions.texts import LongText, ShortText, fold_name, says_nothing

DECIDE_HOURS = 24
CONTACT_HOURS = 48
LONGEST_CONTACT_HOURS = 72
ACCEPTANCE_PERCENT = 90
REVIEW_MONTHS = 6
CHALLENGES = 3
MOST_STAGES = 12
MOST_REASONS = 30

Percent = Annotated[int, Field(ge=1, le=100)]
OptionalPercent = Annotated[int | None, Field(ge=1, le=100, exclude_if=says_nothing)]
OptionalText = Annotated[LongText, Field(exclude_if=says_nothing)]


class Part(BaseModel):
    """A part of the handoff: never changed, nothing in it that is not named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Stage(Part):
    """A stage of a lead: who owns it, and what must be so for a lead to enter it.

    ``aside``: a side track, such as recycled or disqualified, and not a step on the way to a sale.
    """

    name: ShortText
    owner: Line = ""
    entry: OptionalText = ""
    aside: bool = Field(default=False, exclude_if=lambda aside: not aside)


class ReasonKind(StrEnum):
    """Why a lead is rejected: how it was handed over, what was written down, or what qualified means."""

    PROCEDURAL = "procedural"
    CLERICAL = "clerical"
    DEFINITIONAL = "definitional"


class RejectReason(Part):
    """A reason for which sales may reject a lead; a definitional one names the clause."""

    kind: ReasonKind
    words: ShortText
    clause: Line = ""

    @model_validator(mode="after")
    def _names_the_clause(self) -> Self:
        if (self.kind is ReasonKind.DEFINITIONAL) != bool(self.clause):
            raise ValueError("a definitional reason names the clause, and only such a reason does")
        return self


class Supply(Part):
    """What marketing promises: how many qualified leads a month, how complete, how many of them vetted."""

    leads_a_month: int | None = Field(default=None, ge=1, le=1_000_000, exclude_if=says_nothing)
    complete_percent: OptionalPercent = None
    vetted_percent: OptionalPercent = None


class Upkeep(Part):
    """When the definition is looked at again: after a time, on challenges, or on figures out of their band.

    ``challenges``: how many people's challenges of one clause open a new draft. The percentages are the
    trip-wires: less acceptance, less in time, fewer won than this, or more definitional rejections.
    """

    review_months: int = Field(default=REVIEW_MONTHS, ge=1, le=60)
    challenges: int = Field(default=CHALLENGES, ge=1, le=50)
    acceptance_below: Percent = 75
    in_time_below: Percent = 75
    won_below: OptionalPercent = None
    definitional_above: Percent = 15


class Handoff(BaseModel):
    """Stages, trigger, two clocks in business hours, the acceptance target, reasons and both promises.

    Defaults: decide in 24 (practice), first contact in 48 and never over 72 (the literature on
    sales accepted leads), acceptance 90 % and amber from 75 % (Forrester/SiriusDecisions).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["handoff"] = "handoff"
    decide_hours: int = Field(default=DECIDE_HOURS, ge=1, le=240)
    contact_hours: int = Field(default=CONTACT_HOURS, ge=1, le=LONGEST_CONTACT_HOURS)
    acceptance_percent: int = Field(default=ACCEPTANCE_PERCENT, ge=1, le=100)
    business_hours: BusinessHours | None = Field(default=None, exclude_if=says_nothing)
    trigger: OptionalText = ""
    stages: tuple[Stage, ...] = Field(default=(), max_length=MOST_STAGES, exclude_if=says_nothing)
    reject_reasons: tuple[RejectReason, ...] = Field(
        default=(), max_length=MOST_REASONS, exclude_if=says_nothing
    )
    recycle: OptionalText = ""
    nurture: OptionalText = ""
    supply: Supply | None = Field(default=None, exclude_if=says_nothing)
    upkeep: Upkeep | None = Field(default=None, exclude_if=says_nothing)

    @model_validator(mode="after")
    def _nothing_is_named_twice(self) -> Self:
        for what, names in (
            ("stages", [stage.name for stage in self.stages]),
            ("reasons", [reason.words for reason in self.reject_reasons]),
        ):
            if len({fold_name(name) for name in names}) < len(names):
                raise ValueError(f"two {what} have the same name")
        return self

    @property
    def name(self) -> str:
        """What this clause is called: there is one handoff in a definition."""
        return "Handoff"

    @property
    def hours(self) -> BusinessHours:
        """When the clocks run: as agreed, or else Monday to Friday from 9 to 17, UTC."""
        return self.business_hours or BusinessHours()

    @property
    def care(self) -> Upkeep:
        """When the definition is looked at again: as agreed, or else by the defaults."""
        return self.upkeep or Upkeep()
