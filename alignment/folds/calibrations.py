"""What facts about calibrations do to the workshop."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from alignment.calibrations import AtReveal, Calibration, Judged
from alignment.clauses import Status
from alignment.facts import CalibrationOpened, CalibrationRevealed, LeadJudged, PointsProposed, Recorded
from alignment.present import present_scorecard
from alignment.standing import tally
from alignment.workshop import Workshop


def opened(workshop: Workshop, entry: Recorded[CalibrationOpened]) -> Workshop:
    """One more calibration."""
    fact = entry.fact
    new = Calibration(
        fact.calibration_id, fact.name, fact.lead_set, fact.seed, fact.drawn, entry.actor, entry.at
    )
    return _with(workshop, new)


def judged(workshop: Workshop, entry: Recorded[LeadJudged]) -> Workshop:
    """One person's judgement of one lead, which replaces their earlier one."""
    fact = entry.fact
    calibration = workshop.calibrations[fact.calibration_id]
    said = Judged(entry.at, fact.judgement, fact.reason)
    own = {**calibration.judged.get(entry.actor, {}), fact.lead: said}
    return _with(workshop, replace(calibration, judged={**calibration.judged, entry.actor: own}))


def points_proposed(workshop: Workshop, entry: Recorded[PointsProposed]) -> Workshop:
    """One person's own points, which replace their earlier ones."""
    calibration = workshop.calibrations[entry.fact.calibration_id]
    return _with(workshop, replace(calibration, cards={**calibration.cards, entry.actor: entry.fact.card}))


def revealed(workshop: Workshop, entry: Recorded[CalibrationRevealed]) -> Workshop:
    """The judgements are for everybody to see, and change no more."""
    calibration = workshop.calibrations[entry.fact.calibration_id]
    return _with(workshop, replace(calibration, revealed=_standing(workshop, entry.at)))


def _standing(workshop: Workshop, at: datetime) -> AtReveal:
    counts = tally(workshop, at)
    settled = counts[Status.AGREED] + counts[Status.RULED]
    return AtReveal(at, present_scorecard(workshop), settled, counts.total() - counts[Status.LEFT_OUT])


def _with(workshop: Workshop, calibration: Calibration) -> Workshop:
    return replace(workshop, calibrations={**workshop.calibrations, calibration.id: calibration})
