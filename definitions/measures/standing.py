"""Leads that stand still: which ones wait at a stage longer than most who moved on, as a list to act on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.measures.cells import Filter
from definitions.measures.counting import Counted
from definitions.measures.funnel import Funnel, Step
from definitions.measures.journeys import Codes, Event
from definitions.phrases import counted as in_words
from definitions.phrases import number


@dataclass(frozen=True, eq=False)
class Standing:
    """Open leads at one stage, the longest waiting first. ``rows``: their places; ``days``: each one's age.

    ``limit``: days after which 90 % of those who moved on had done so.
    """

    at: Event
    limit: float
    rows: Codes
    days: Codes


def awaited(found: Funnel) -> tuple[Step, ...]:
    """The steps that a lead waits for: from MQL on, because most inquiries are rightly never qualified."""
    return tuple(step for step in found.steps if step.before is not Event.INQUIRY)


def standing(counted: Counted, step: Step, wanted: Filter | None = None) -> Standing:
    """The leads that stand still before a step, of those a filter chooses.

    Rejected and closed ones do not wait for anything.
    """
    found = counted.waiting[step.stage]
    longer = int(np.searchsorted(-found.days, -step.slow)) if step.slow == step.slow else 0
    rows, days = found.rows[:longer], found.days[:longer]
    if wanted is not None:
        chosen = counted.cells.chosen(wanted)[counted.cells.of_lead[rows]]
        rows, days = rows[chosen], days[chosen]
    return Standing(step.before, step.slow, rows, days)


def standing_sentence(found: Standing) -> str:
    """How many leads stand still at a stage, in words."""
    if np.isnan(found.limit):
        return f"Nobody has moved on from {found.at} yet, so nothing can be said of who stands still."
    leads = in_words(len(found.rows), "lead").capitalize()
    verb = "stands" if len(found.rows) == 1 else "stand"
    days = number(int(found.limit))
    return (
        f"{leads} {verb} still at {found.at}: longer than the {days} days that nine in ten took who moved on."
    )
