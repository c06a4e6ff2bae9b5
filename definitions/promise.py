"""The handoff's promise against arithmetic: a queue that fills faster than it is worked breaks any clock.

Leads flow in evenly within a month and are worked first come, first served; who waits is who comes last. With
``a`` leads a week coming in and ``c`` worked, the queue grows by a - c a week, and a new lead waits for the
queue divided by c (Little's law: J. D. C. Little, Operations Research 9 (1961), 383-387). What is worked in a
month follows the handoff's calendar: its working days, public holidays left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import inf

import numpy as np

from definitions.business_days import business_days_in
from definitions.business_hours import BusinessHours
from definitions.capacity import Team, in_a_week
from definitions.handoff import Handoff
from definitions.phrases import hours, listed, number
from definitions.profiles import Decimals, Profiles
from definitions.scorecard import Scorecard
from definitions.scores import scores

WEEKS_A_MONTH = 365.2425 / 12 / 7


@dataclass(frozen=True)
class Promise:
    """What becomes of the handoff's clocks, ``hours`` from handing over to the first contact at most.

    ``a_week``: qualified leads a week, of which ``capacity`` can be worked in a full one. ``kept_weeks``: how
    long the clock is kept from an empty queue if all weeks are alike; ``inf``: for good. ``late``: months,
    such as "2026-05", at whose end a new lead would have waited longer. ``at_once``: how many leads may come
    at once and be contacted in time.
    """

    a_week: float
    capacity: float
    hours: int
    kept_weeks: float
    late: tuple[str, ...]
    at_once: int

    @property
    def possible(self) -> bool:
        """Whether arithmetic lets the promise be kept, month by month as it was."""
        return self.kept_weeks == inf and not self.late


def promise(profiles: Profiles, scorecard: Scorecard, team: Team, handoff: Handoff) -> Promise | None:
    """What becomes of the handoff at the scorecard's threshold; ``None`` when no month is known."""
    if not profiles.weeks:
        return None
    months, leads = _by_month(profiles, scorecard)
    clock, when = handoff.decide_hours + handoff.contact_hours, handoff.hours
    weeks = clock / when.hours_a_week
    a_week = float(leads.sum()) / profiles.weeks
    return Promise(
        a_week=a_week,
        capacity=team.a_week,
        hours=clock,
        kept_weeks=_kept(a_week, team.a_week, weeks),
        late=_late(months, leads, team.a_week, weeks, when),
        at_once=int(team.a_week * weeks),
    )


def _by_month(profiles: Profiles, scorecard: Scorecard) -> tuple[list[str], Decimals]:
    """Every calendar month from the first to the last, and its qualified leads."""
    chosen = scores(profiles, scorecard).qualified(scorecard) & (profiles.month >= 0)
    counts = np.bincount(profiles.month[chosen], profiles.leads[chosen], len(profiles.months))
    known = dict(zip(profiles.months, counts.tolist(), strict=True))
    year, month = (int(part) for part in profiles.months[0].split("-"))
    ahead = (month - 1 + step for step in range(profiles.span))
    months = [f"{year + each // 12}-{each % 12 + 1:02}" for each in ahead]
    return months, np.array([known.get(each, 0.0) for each in months])


def _kept(a_week: float, capacity: float, clock: float) -> float:
    """After how many weeks a new lead waits longer than the clock, itself in weeks."""
    return inf if a_week <= capacity else clock * capacity / (a_week - capacity)


def _late(
    months: list[str], leads: Decimals, capacity: float, clock: float, when: BusinessHours
) -> tuple[str, ...]:
    queue, late = 0.0, []
    for month, coming in zip(months, leads.tolist(), strict=True):
        year, _, number_ = month.partition("-")
        weeks = business_days_in(when, int(year), int(number_)) / len(when.days)
        queue = max(0.0, queue + coming - capacity * weeks)
        if queue > clock * capacity:
            late.append(month)
    return tuple(late)


def promise_sentence(found: Promise | None) -> str:
    """Whether the promise can be kept, with the arithmetic."""
    if found is None:
        return "No month is known of these leads: not enough data to hold them against the handoff."
    flow = f"of {in_a_week(found.a_week)} a week for sales {number(int(found.capacity))} can be worked"
    if found.a_week <= found.capacity:
        flow = f"{in_a_week(found.a_week)} a week for sales, and {number(int(found.capacity))} can be worked"
    promised = f"the {hours(found.hours)} promised up to the first contact"
    if found.kept_weeks < inf:
        after = "At once" if found.kept_weeks < 1 else f"After about {_weeks(found.kept_weeks)}"
        return f"The promise cannot be kept: {flow}. {after} a new lead waits longer than {promised}."
    if found.late:
        names = _named(found.late)
        late = f"But in {names} a lead would have waited longer than {promised}."
        return f"On average the promise can be kept: {flow}. {late}"
    return f"The promise can be kept: {flow}."


def supply_sentence(handoff: Handoff, team: Team, found: Promise | None) -> str:
    """Whether marketing's volume can be worked, and whether the leads bring it; empty without a volume."""
    if handoff.supply is None or handoff.supply.leads_a_month is None:
        return ""
    a_month = handoff.supply.leads_a_month
    a_week = a_month / WEEKS_A_MONTH
    leads = "lead" if a_month == 1 else "leads"
    promised = f"Marketing promises at least {number(a_month)} qualified {leads} a month"
    can, flow = number(int(team.a_week)), f"about {in_a_week(a_week)} a week"
    fits = (
        f", and {can} can be worked."
        if a_week <= team.a_week
        else f": more than the {can} that can be worked."
    )
    if found is None or found.a_week >= a_week:
        return f"{promised}, {flow}{fits}"
    return f"{promised}, {flow}{fits} The leads tried here bring fewer: {in_a_week(found.a_week)} a week."


def _weeks(weeks: float) -> str:
    return "1 week" if round(weeks) == 1 else f"{number(round(weeks))} weeks"


def _named(months: tuple[str, ...]) -> str:
    if len(months) > 3:
        return f"{len(months)} months"
    return listed([f"{date.fromisoformat(f'{month}-01'):%B %Y}" for month in months])
