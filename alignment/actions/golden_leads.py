"""Golden leads: keep an example, drop it, acknowledge that its verdict changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from alignment.actions.action import WHILE_DRAFTING, By, Facts, action, built, next_id
from alignment.facts import GoldenFlipAcknowledged, GoldenLeadDropped, GoldenLeadKept
from alignment.golden_leads import GoldenLead
from alignment.golden_runs import golden_runs
from alignment.people import Participant
from alignment.present import present_scorecard
from alignment.refused import NotAllowed, NotNow, NotUnderstood, Overtaken, Refused
from alignment.workshop import Workshop
from definitions.scorecard import Verdict
from definitions.texts import same_name

MOST_GOLDEN_LEADS = 200


@action(By.TEAM, WHILE_DRAFTING)
def keep_golden_lead(
    workshop: Workshop,
    actor: Participant,
    name: str,
    answers: Mapping[str, str | None],
    expected: Verdict,
    why: str = "",
    *,
    now: datetime,
) -> Facts:
    """Keep an example with the verdict it must get. Questions without an answer are left away."""
    given = {criterion: label for criterion, label in answers.items() if label is not None}
    if len(workshop.golden_leads) >= MOST_GOLDEN_LEADS:
        raise Refused(f"A workshop keeps at most {MOST_GOLDEN_LEADS} golden leads.")
    kept = built(
        GoldenLeadKept,
        golden_id=next_id(workshop, "g"),
        name=name,
        answers=given,
        expected=expected,
        why=why,
    )
    if any(same_name(kept.name, lead.name) for lead in workshop.golden_leads.values()):
        raise NotUnderstood("There is a golden lead of this name already. Choose another name.")
    return (kept,)


@action(By.TEAM, WHILE_DRAFTING)
def drop_golden_lead(workshop: Workshop, actor: Participant, golden_id: str, *, now: datetime) -> Facts:
    """Keep an example no longer: whoever kept it, or a facilitator."""
    lead = _existing(workshop, golden_id)
    if not actor.facilitator and lead.by != actor.id:
        raise NotAllowed("Only who kept it or a facilitator can drop a golden lead.")
    return (GoldenLeadDropped(golden_id=lead.id),)


@action(By.FACILITATOR, WHILE_DRAFTING)
def acknowledge_golden_flip(
    workshop: Workshop, actor: Participant, golden_id: str, verdict: Verdict, reason: str, *, now: datetime
) -> Facts:
    """Accept the verdict that a flipped example now gets; another verdict must be accepted anew."""
    lead = _existing(workshop, golden_id)
    scorecard = present_scorecard(workshop)
    runs = golden_runs(workshop, scorecard) if scorecard is not None else ()
    run = next((run for run in runs if run.lead.id == lead.id), None)
    if run is None or not run.flipped:
        raise NotNow("This golden lead gets the verdict it should get: there is nothing to acknowledge.")
    if run.receipt.verdict is not verdict:
        raise Overtaken(
            f"The scorecard has changed: this golden lead would now be {run.receipt.verdict.value}. "
            "Look at it again first."
        )
    if not run.blocks:
        raise NotNow("This was acknowledged already.")
    if not reason.strip():
        raise NotUnderstood("Say why the other verdict is right; everybody will read it.")
    return (built(GoldenFlipAcknowledged, golden_id=lead.id, verdict=verdict, reason=reason),)


def _existing(workshop: Workshop, golden_id: str) -> GoldenLead:
    lead = workshop.golden_leads.get(golden_id)
    if lead is None:
        raise NotUnderstood("There is no such golden lead.")
    return lead
