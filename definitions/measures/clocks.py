"""The clocks: the share decided and contacted in time, how long it takes, and week by week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from definitions.measures.clock_hours import Clock, InTime
from definitions.measures.counting import Counted
from definitions.measures.evidence import Light, Rate, light, more_needed
from definitions.measures.survival import Curve, moved_by_age
from definitions.measures.tables import Table
from definitions.measures.topic_tables import HALF_HOURS
from definitions.phrases import hours, number

TARGET, AMBER = 0.9, 0.75
"""The share in time that counts as the promise kept, and below which it is far off."""
COLUMN = {Clock.DECIDE: "decide", Clock.CONTACT: "contact"}
DID = {Clock.DECIDE: "decided", Clock.CONTACT: "made first contact"}


@dataclass(frozen=True, eq=False)
class ClockFound:
    """One clock. ``rate``: in time, of those done or past their time; ``running``: with time left.

    ``by_half_hour``: the share done by business time in half hours, open leads reckoned in. ``by_week``: of
    leads that became MQLs in the week of that Monday.
    """

    clock: Clock
    allowed: int
    rate: Rate
    running: int
    light: Light
    more: int
    by_half_hour: Curve
    by_week: tuple[tuple[date, Rate], ...]

    def quantile(self, part: float) -> float:
        """Business hours within which a part of all leads is done; nan where so many are not."""
        return self.by_half_hour.quantile(part) / 2


def clock_rate(counted: Counted, clock: Clock) -> Rate:
    """Leads done in time, of those done or past their time."""
    states = counted.states
    mark = states[COLUMN[clock]]
    in_time = states.count(mark == InTime.YES)
    return Rate(in_time, in_time + states.count(mark == InTime.LATE))


def clock_found(counted: Counted, clock: Clock, allowed: int, target: float = TARGET) -> ClockFound:
    """One clock of the counted leads; ``allowed``: business hours, as promised."""
    rate, states = clock_rate(counted, clock), counted.states
    return ClockFound(
        clock,
        allowed,
        rate,
        states.count(states[COLUMN[clock]] == InTime.RUNNING),
        light(rate, target, AMBER),
        more_needed(rate, target),
        _curve(counted.clocks.get(clock)),
        _weeks(counted, clock),
    )


def _curve(found: Table | None) -> Curve:
    if found is None:
        nothing = np.zeros(1, np.int64)
        return moved_by_age(nothing, nothing)
    counts = found.by_two(found["done"], 2, found["halves"], int(found["halves"].max(initial=0)) + 1)
    return moved_by_age(counts[1], counts[0])


def _weeks(counted: Counted, clock: Clock) -> tuple[tuple[date, Rate], ...]:
    found = counted.weeks.get(clock)
    if found is None:
        return ()
    counts = found.by_two(found["week"], len(counted.mondays), found["in_time"], len(InTime))
    rows = zip(counted.mondays, counts[:, InTime.YES], counts[:, InTime.LATE], strict=True)
    return tuple((monday, Rate(int(yes), int(yes + late))) for monday, yes, late in rows)


def clock_sentence(found: ClockFound) -> str:
    """One clock in words."""
    promise = f"the promise is {hours(found.allowed)}"
    if not found.rate.of:
        return f"Nothing is known yet of when sales {DID[found.clock]}; {promise}."
    said = f"Sales {DID[found.clock]} in time for {found.rate.words}; {promise}."
    middle = found.quantile(0.5)
    if middle < HALF_HOURS / 2 and found.rate.enough:
        said += f" For half of them it took up to {middle + 0.5:g} business hours."
    return said if found.light is not Light.UNKNOWN else f"{said} {_needed(found)}"


def _needed(found: ClockFound) -> str:
    leads = "1 more lead" if found.more == 1 else f"{number(found.more)} more leads"
    return f"We cannot know yet whether it is kept: it takes about {leads}."
