"""The cost of leads that were not qualified: hours and money of sales, and inquiries per qualified lead."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, nan

from definitions.intervals import Estimate
from definitions.measures.codes import Close, Decision
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate
from definitions.measures.journeys import STAGES, Event
from definitions.phrases import number


@dataclass(frozen=True)
class CostInput:
    """Minutes sales spends on a lead that it rejects, on one it accepts in vain, and what an hour costs."""

    rejected_minutes: float
    wasted_minutes: float
    hour: float


@dataclass(frozen=True)
class Cost:
    """``rejected`` leads and ``wasted`` ones: accepted, and lost before they became an SQL."""

    rejected: int
    wasted: int
    decided: int
    hours: float
    money: float

    @property
    def rate(self) -> Rate:
        """Leads that were not qualified, of those decided."""
        return Rate(self.rejected + self.wasted, self.decided)


def cost(counted: Counted, given: CostInput) -> Cost:
    """What unqualified leads cost sales: a product of counts and what was entered, so it has no interval."""
    states = counted.states
    accepted = states["decision"] == Decision.ACCEPTED
    rejected = states.count(states["decision"] == Decision.REJECTED)
    early = states["furthest"] < STAGES.index(Event.SQL)
    wasted = states.count(accepted & (states["close"] == Close.LOST) & early)
    hours = (rejected * given.rejected_minutes + wasted * given.wasted_minutes) / 60
    return Cost(rejected, wasted, rejected + states.count(accepted), hours, hours * given.hour)


@dataclass(frozen=True)
class Inquiries:
    """How many inquiries there are for each qualified lead: the inverse of a share, and of its interval."""

    qualified: Rate

    @property
    def each(self) -> Estimate:
        """Inquiries per qualified lead; the high end is infinite where there may be none qualified."""
        value, low, high = self.qualified.share
        if value != value:
            return Estimate(nan, nan, nan)
        return Estimate(*(1 / part if part > 0 else inf for part in (value, high, low)))


def inquiries(counted: Counted) -> Inquiries:
    """Inquiries per MQL of the counted leads; typical without qualification: 8 to 12."""
    states = counted.states
    reached = states.by(states["furthest"], len(STAGES))
    return Inquiries(Rate(int(reached[STAGES.index(Event.MQL) :].sum()), int(reached.sum())))


def cost_sentence(found: Cost, currency: str = "") -> str:
    """What was spent, in words."""
    money = f" or {number(round(found.money))} {currency}".rstrip()
    return (
        f"Sales spent {number(round(found.hours))} hours{money} on {number(found.rate.hits)} leads that were "
        f"not qualified: {number(found.rejected)} rejected, {number(found.wasted)} accepted in vain."
    )


def inquiries_sentence(before: Inquiries, now: Inquiries) -> str:
    """Inquiries per qualified lead, before and now."""
    if not (before.qualified.enough and now.qualified.enough):
        return "There is not enough data to compare inquiries per qualified lead."
    one, other = (f"{e.value:.1f} ({e.low:.1f} to {e.high:.1f})" for e in (before.each, now.each))
    return f"Inquiries for each qualified lead: {one} before, {other} now."
