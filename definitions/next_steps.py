"""What is done with a lead once it is judged: by the handoff that was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from definitions.business_clock import deadline
from definitions.handoff import Handoff
from definitions.phrases import closed, hours, in_line
from definitions.scorecard import Verdict
from definitions.texts import same_name

SALES = "sales"


@dataclass(frozen=True)
class NextStep:
    """What to do, in sentences. ``decide_by``: until when the receiver accepts or rejects the lead."""

    words: tuple[str, ...]
    to: str = ""
    decide_by: datetime | None = None


def next_step(verdict: Verdict, handoff: Handoff | None, now: datetime) -> NextStep:
    """What is done next with a lead of this verdict; the deadline is in business hours from now."""
    if verdict is Verdict.QUALIFIED:
        return _hand_over(handoff, now)
    if verdict is Verdict.NURTURE:
        return NextStep(("Keep it in nurture; it is not handed over yet.", *_said(handoff, "nurture")))
    return NextStep(("It is not a lead for us now; it is not handed over.", *_said(handoff, "recycle")))


def _hand_over(handoff: Handoff | None, now: datetime) -> NextStep:
    to = receiver(handoff)
    if handoff is None:
        return NextStep((f"Hand it over to {in_line(to)}.",), to)
    by = deadline(now, handoff.decide_hours, handoff.hours)
    words = (
        f"Hand it over to {in_line(to)}, which accepts or rejects it within {hours(handoff.decide_hours)} "
        f"and makes first contact within {hours(handoff.contact_hours)} of accepting it.",
        *_said(handoff, "trigger"),
    )
    return NextStep(words, to, by)


def receiver(handoff: Handoff | None) -> str:
    """Who gets a qualified lead: the owner of the first stage that another than the one before owns."""
    stages = [stage for stage in handoff.stages if not stage.aside and stage.owner] if handoff else []
    for before, stage in pairwise(stages):
        if not same_name(before.owner, stage.owner):
            return stage.owner
    return SALES


def _said(handoff: Handoff | None, field: str) -> tuple[str, ...]:
    """What the handoff says about it, if it says something."""
    text: str = getattr(handoff, field) if handoff is not None else ""
    return (closed(in_line(text)),) if text else ()
