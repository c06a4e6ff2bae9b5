"""Sets of outcomes read, checked and counted once for everybody: only the first who asks waits."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from data.outcomes.loading import load
from definitions.business_hours import BusinessHours
from definitions.handoff import Handoff
from definitions.measures.clock_hours import Clock, ran
from definitions.measures.counting import Counted, count
from definitions.measures.journeys import Journeys
from definitions.measures.validity import Found, check

MOST_KEPT = 3
"""Sets that are kept counted in memory: a million leads take about 250 megabytes."""


@dataclass(frozen=True, eq=False)
class CountedSet:
    """The leads counted, and what is wrong with some of them."""

    counted: Counted
    faults: tuple[Found, ...]


@dataclass(frozen=True)
class _Key:
    """What the numbers follow from: the set, and of the handoff its calendar and both promises in hours."""

    folder: Path
    set_hash: str
    hours: BusinessHours
    decide: int
    contact: int


_kept: OrderedDict[_Key, CountedSet] = OrderedDict()
_changing, _counting = Lock(), Lock()


def counted_set(folder: Path, set_hash: str, handoff: Handoff) -> CountedSet:
    """A set under a handoff's clocks; raises LeadsRefused when it is not there or damaged.

    One set is counted at a time: many who open it at once wait for one count.
    """
    key = _key(folder, set_hash, handoff)
    found = _known(key)
    if found is None:
        with _counting:
            found = _known(key) or _keep(key, _count(load(folder, set_hash, handoff.hours.zone), handoff))
    return found


def is_counted(folder: Path, set_hash: str, handoff: Handoff) -> bool:
    """Whether the numbers are there already."""
    return _known(_key(folder, set_hash, handoff)) is not None


def count_under(journeys: Journeys, handoff: Handoff) -> Counted:
    """Journeys checked and counted, their clocks as a handoff promises them; kept nowhere."""
    return _count(journeys, handoff).counted


def _key(folder: Path, set_hash: str, handoff: Handoff) -> _Key:
    return _Key(folder, set_hash, handoff.hours, handoff.decide_hours, handoff.contact_hours)


def _known(key: _Key) -> CountedSet | None:
    with _changing:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def _keep(key: _Key, found: CountedSet) -> CountedSet:
    with _changing:
        _kept[key] = found
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return found


def _count(journeys: Journeys, handoff: Handoff) -> CountedSet:
    checked = check(journeys)
    allowed = {Clock.DECIDE: handoff.decide_hours, Clock.CONTACT: handoff.contact_hours}
    with ThreadPoolExecutor(len(Clock)) as pool:
        found = pool.map(lambda clock: ran(checked, clock, allowed[clock], handoff.hours), Clock)
        clocks = dict(zip(Clock, found, strict=True))
    return CountedSet(count(checked, clocks), checked.found)
