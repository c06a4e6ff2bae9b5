"""The funnel: how many leads reach each stage, how soon, by month cohort, and where they leak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from definitions.intervals import Estimate, difference
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate, percent
from definitions.measures.journeys import STAGES, Event
from definitions.measures.moves import first_age
from definitions.measures.survival import Curve
from definitions.phrases import listed, number
from definitions.profiles import Integers

HORIZON = 90
"""Days within which the shares of the steps are compared."""
SLOW = 0.9
"""A lead stands still that waits longer than this part of those who moved on."""
LINKS = (Event.ACCEPTED, Event.SQL, Event.OPPORTUNITY)
"""Where a break shows: from the handoff to the opportunity. Before it leads are sorted, after it sold to."""


@dataclass(frozen=True, eq=False)
class Step:
    """From one stage to the next that has a column. ``rate``: who has moved so far of who has entered.

    ``by_age``: the share that moves on by days since entering, with those who are still young reckoned in.
    ``slow``: the days within which 90 % of those who moved on did; nan when nobody did.
    """

    before: Event
    stage: Event
    rate: Rate
    by_age: Curve
    slow: float


@dataclass(frozen=True, eq=False)
class Cohort:
    """Leads that began in one month: how many reached each stage, and each step's share by age.

    A curve is known as far as the cohort's age allows; ``young`` names the stages which more of its leads
    may well still reach: most who do take longer than it is old, or a stage before is young.
    """

    month: str
    reached: tuple[int, ...]
    by_age: tuple[Curve, ...]
    young: tuple[Event, ...]


@dataclass(frozen=True, eq=False)
class Leak:
    """The link where the smallest share moves on within some days; ``sure``: surely less than the next."""

    step: Step
    days: int
    share: Estimate
    sure: bool


@dataclass(frozen=True, eq=False)
class Funnel:
    """Stages with how many leads reached each, a later stage counting for all before it, and the steps."""

    reached: tuple[tuple[Event, int], ...]
    steps: tuple[Step, ...]
    cohorts: tuple[Cohort, ...]


def funnel(counted: Counted) -> Funnel:
    """The funnel of the counted leads."""
    stages, states = counted.journeys.stages, counted.states
    reached = _reached(states.by(states["furthest"], len(STAGES)), stages)
    steps = tuple(
        _step(counted, (before, stage), Rate(moved, entered))
        for (before, entered), (stage, moved) in pairwise(zip(stages, reached, strict=True))
    )
    return Funnel(tuple(zip(stages, reached, strict=True)), steps, _cohorts(counted, steps))


def _reached(furthest: Integers, stages: Sequence[Event]) -> tuple[int, ...]:
    at_least = furthest[::-1].cumsum()[::-1]
    return tuple(int(at_least[STAGES.index(stage)]) for stage in stages)


def _step(counted: Counted, link: tuple[Event, Event], rate: Rate) -> Step:
    found = counted.steps[link[1]]
    everything = np.zeros(len(counted.cells.month), np.int64)
    return Step(*link, rate, found.curve, first_age(found.moved(everything, 1)[0], SLOW))


def _cohorts(counted: Counted, steps: Sequence[Step]) -> tuple[Cohort, ...]:
    names, states = counted.cells.months, counted.states
    month = counted.cells.month
    furthest = states.by_two(month[states["cell"]], len(names), states["furthest"], len(STAGES))
    curves = [counted.steps[step.stage].curves(month, len(names)) for step in steps]
    return tuple(
        _cohort(
            name,
            _reached(furthest[place], counted.journeys.stages),
            [one[place] for one in curves],
            steps,
            _days_since(name, counted.journeys.as_of),
        )
        for place, name in enumerate(names)
        if furthest[place].any()
    )


def _cohort(
    name: str, reached: tuple[int, ...], curves: list[Curve], steps: Sequence[Step], age: int
) -> Cohort:
    """``age``: days since the month was over, which tells of a cohort with too few leads for a curve."""
    watched = [max(curve.known_to, age if curve.known_to < 0 else -1) for curve in curves]
    waits = [not days >= step.slow for step, days in zip(steps, watched, strict=True)]
    young = steps[waits.index(True) :] if True in waits else ()
    return Cohort(name, reached, tuple(curves), tuple(step.stage for step in young))


def _days_since(month: str, as_of: np.datetime64) -> int:
    """Whole days since a month ended, negative before."""
    return int((as_of - (np.datetime64(month, "M") + 1).astype("datetime64[s]")) // np.timedelta64(1, "D"))


def leak(found: Funnel, links: Sequence[Event] = LINKS) -> Leak | None:
    """The link at which the funnel leaks; ``None`` where fewer than two links have data enough."""
    steps = [step for step in found.steps if step.stage in links and step.by_age.known_to >= 0]
    if len(steps) < 2:
        return None
    days = min(HORIZON, *(step.by_age.known_to for step in steps))
    shares = sorted(((step.by_age.at(days), step) for step in steps), key=lambda each: each[0].value)
    (least, step), (following, _) = shares[:2]
    return Leak(step, days, least, difference(following, least).low > 0)


def funnel_sentence(found: Funnel) -> str:
    """How many leads came how far."""
    if len(found.reached) < 2:
        return "There is no funnel: the data tell fewer than two stages."
    (first, leads), *others = found.reached
    said = listed([f"{number(count)} {stage}" for stage, count in others])
    return f"Of {number(leads)} leads that began as {first} so far came: {said}."


def leak_sentence(found: Leak | None) -> str:
    """Where leads leak, in words."""
    if found is None:
        return "There is not enough data to say where leads leak."
    step = found.step
    share = f"{percent(found.share)} move on within {number(found.days)} days"
    if found.sure:
        return f"Leads leak most from {step.before} to {step.stage}: {share}."
    return f"Fewest seem to move on from {step.before} to {step.stage} ({share}); we cannot know yet."
