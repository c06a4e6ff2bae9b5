"""Blind calibration: put drawn leads before everybody, judge them, propose points, reveal."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action, built, next_id
from alignment.calibrations import Calibration
from alignment.facts import CalibrationOpened, CalibrationRevealed, LeadJudged, PointsProposed
from alignment.judgements import Judgement
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood, Refused
from alignment.workshop import Workshop
from definitions.drawn_leads import DrawnLeads, OwnCard
from definitions.texts import tidy

MOST_CALIBRATIONS = 50


@action(By.FACILITATOR)
def open_calibration(
    workshop: Workshop,
    actor: Participant,
    name: str,
    lead_set: str,
    seed: int,
    drawn: DrawnLeads,
    *,
    now: datetime,
) -> Facts:
    """Put leads drawn from a lead set before everybody; one calibration at a time."""
    if any(calibration.open for calibration in workshop.calibrations.values()):
        raise NotNow("A calibration is going on already. Reveal it first.")
    if lead_set not in workshop.lead_sets:
        raise NotUnderstood("There is no such lead set.")
    if len(workshop.calibrations) >= MOST_CALIBRATIONS:
        raise Refused(f"A workshop has at most {MOST_CALIBRATIONS} calibrations.")
    opened = built(
        CalibrationOpened,
        calibration_id=next_id(workshop, "k"),
        name=name,
        lead_set=lead_set,
        seed=seed,
        drawn=drawn,
    )
    return (opened,)


@action(By.VOTER)
def judge_lead(
    workshop: Workshop,
    actor: Participant,
    calibration_id: str,
    lead: int,
    judgement: Judgement | None,
    reason: str = "",
    *,
    now: datetime,
) -> Facts:
    """Judge one of the drawn leads, or judge it anew; nobody else sees it before the reveal."""
    calibration = _open(workshop, calibration_id)
    if not 0 <= lead < len(calibration.drawn.leads):
        raise NotUnderstood("There is no such lead in this calibration.")
    if judgement is None:
        raise NotUnderstood("Please choose first: qualified, not qualified or unsure.")
    before = calibration.judged.get(actor.id, {}).get(lead)
    if before is not None and (before.judgement, before.reason) == (judgement, tidy(reason)):
        raise NotNow("That is how you judged this lead already.")
    return (built(LeadJudged, calibration_id=calibration.id, lead=lead, judgement=judgement, reason=reason),)


@action(By.VOTER)
def propose_points(
    workshop: Workshop, actor: Participant, calibration_id: str, card: OwnCard, *, now: datetime
) -> Facts:
    """Propose points, a threshold and gates of one's own; nobody else sees them before the reveal."""
    calibration = _open(workshop, calibration_id)
    if not card.fits(calibration.drawn.sizes):
        raise NotUnderstood("Give points to each answer of each criterion, and to no other.")
    if calibration.cards.get(actor.id) == card:
        raise NotNow("Those are the points you proposed already.")
    return (PointsProposed(calibration_id=calibration.id, card=card),)


@action(By.FACILITATOR)
def reveal_calibration(
    workshop: Workshop, actor: Participant, calibration_id: str, *, now: datetime
) -> Facts:
    """Show everybody's judgements and points to everybody; from then on they stand as they are."""
    return (CalibrationRevealed(calibration_id=_open(workshop, calibration_id).id),)


def _open(workshop: Workshop, calibration_id: str) -> Calibration:
    calibration = workshop.calibrations.get(calibration_id)
    if calibration is None:
        raise NotUnderstood("There is no such calibration.")
    if not calibration.open:
        raise NotNow("This calibration has been revealed; its judgements stand as they are.")
    return calibration
