"""The way of one made-up lead that was handed to sales."""

from __future__ import annotations

import math
from datetime import datetime
from random import Random

from data.samples import outcome_story as story
from data.samples.chances import around, pick, some_days
from definitions.business_clock import deadline

Lead = dict[str, str]
When = dict[str, datetime]


def go(random: Random, lead: Lead, when: When) -> None:
    """What happens to a lead that marketing hands over, from then on."""
    when["MQL at"] = when["Inquiry at"] + some_days(random, 2)
    if random.random() < story.FORGOTTEN:
        return
    decided = deadline(when["MQL at"], around(random, story.DECIDE_HOURS, 0.8), story.AT_WORK)
    reason = _rejected_for(random, lead)
    if reason is None:
        when["Accepted at"] = decided
        _work(random, lead, when)
        return
    when["Rejected at"], lead["Rejection reason"] = decided, reason
    if reason == story.NO_BUDGET and random.random() < story.RECYCLED:
        when["Recycled at"] = decided + some_days(random, 30)
        when["Accepted at"] = deadline(when["Recycled at"], story.DECIDE_HOURS, story.AT_WORK)
        _work(random, lead, when)
    elif random.random() < story.GIVEN_UP:
        when["Lost at"] = decided + some_days(random, 12)


def _rejected_for(random: Random, lead: Lead) -> str | None:
    """Why sales rejects a lead; ``None`` if it does not."""
    asked = lead["Qualified by"] != story.NOBODY
    if not asked and random.random() < story.REJECTED_UNASKED:
        return pick(random, story.REASONS_UNASKED)
    first = lead["Definition version"] == "1"
    for_budget = story.REJECTED_BUDGET if first else story.REJECTED_BUDGET_NOW
    if asked and random.random() < for_budget[lead["Budget"]]:
        return story.NO_BUDGET
    for answer, (share, reason) in story.REJECTED_ANSWERS.items():
        if answer in lead.values() and random.random() < share:
            return reason
    return pick(random, story.REASONS) if random.random() < story.REJECTED_OTHERWISE else None


def _work(random: Random, lead: Lead, when: When) -> None:
    """What sales does with a lead it accepted, until it is won, lost or stands still."""
    slow = when["Accepted at"].astimezone(story.ZONE).month in story.SLOW_MONTHS
    hours = around(random, story.SLOW_HOURS if slow else story.CONTACT_HOURS, 0.8)
    when["First contact at"] = last = deadline(when["Accepted at"], hours, story.AT_WORK)
    odds = story.BASE + sum(story.LIFT.get(value, 0.0) for value in lead.values())
    odds += story.LIFT_AGAIN if "Recycled at" in when else 0.0
    for step, more in story.STEPS.items():
        if random.random() >= 1 / (1 + math.exp(-odds - more)):
            if random.random() >= story.STANDS_STILL:
                when["Lost at"] = last + some_days(random, 12)
            return
        when[step] = last = last + some_days(random, story.DAYS[step])
    lead["Revenue"] = _revenue(random, lead["Size"])


def _revenue(random: Random, size: str) -> str:
    lowest, highest = {"50,000 or more": (50_000, 180_000), "Under 100": (20, 99)}.get(size, (100, 49_000))
    return str(lowest + int((highest - lowest) * random.random() ** 2))
