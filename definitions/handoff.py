"""The handoff: how soon sales decides and makes contact, and the acceptance both sides promise."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

DECIDE_HOURS = 24
CONTACT_HOURS = 48
LONGEST_CONTACT_HOURS = 72
ACCEPTANCE_PERCENT = 90


class Handoff(BaseModel):
    """Two clocks in business hours and the acceptance target in percent.

    Defaults: decide in 24 (practice), first contact in 48 and never over 72 (the literature on
    sales accepted leads), acceptance 90 % (Forrester/SiriusDecisions).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["handoff"] = "handoff"
    decide_hours: int = Field(default=DECIDE_HOURS, ge=1, le=240)
    contact_hours: int = Field(default=CONTACT_HOURS, ge=1, le=LONGEST_CONTACT_HOURS)
    acceptance_percent: int = Field(default=ACCEPTANCE_PERCENT, ge=1, le=100)

    @property
    def name(self) -> str:
        """What this clause is called: there is one handoff in a definition."""
        return "Handoff"
