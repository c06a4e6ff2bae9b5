"""Facts about blind calibration: leads drawn, judged by each person alone, and revealed.

No lead of a person is here: a drawn lead is its answers, as they are counted in the lead set's profiles.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from alignment.facts.fact import Fact
from alignment.judgements import Judgement
from definitions.drawn_leads import DrawnLeads, OwnCard
from definitions.texts import LongText, ShortText


class CalibrationOpened(Fact):
    """The facilitator put drawn leads before everybody. ``lead_set`` and ``seed`` repeat the drawing."""

    kind: Literal["calibration opened"] = "calibration opened"
    calibration_id: str
    name: ShortText
    lead_set: str
    seed: Annotated[int, Field(ge=0, lt=2**53)]
    drawn: DrawnLeads


class LeadJudged(Fact):
    """Somebody judged a drawn lead, given by its place from 0, or changed their mind; the last one counts."""

    kind: Literal["lead judged"] = "lead judged"
    calibration_id: str
    lead: int
    judgement: Judgement
    reason: LongText = ""


class PointsProposed(Fact):
    """Somebody proposed points of their own, or other ones than before; the last ones count."""

    kind: Literal["points proposed"] = "points proposed"
    calibration_id: str
    card: OwnCard


class CalibrationRevealed(Fact):
    """The facilitator showed everybody's judgements and points to everybody."""

    kind: Literal["calibration revealed"] = "calibration revealed"
    calibration_id: str
