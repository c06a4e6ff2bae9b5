"""The bridge search in simulated rooms: the lowest team's agreement on fresh leads, by method.

What the rooms are like, and what is assumed, is said in ``bridge_rooms``. Each method sees the judgements of
sixteen leads and people's own cards; it is measured on leads that nobody judged:

- ``classic``: the classic card, 5, 3, 1, 0 points and four fifths of the most. ``mean``: the rounded mean of
  people's cards. ``majority``: the classic card fitted to everybody's votes as one crowd, by the same exact
  programme: what a plain majority would make of the present scorecard, teams and own cards forgotten.
- ``threshold``, ``exact``, ``learned``: the three methods of the search; ``recommended``: what it recommends.
- ``learned_without_pool``: the same with no other leads known than those judged.
- ``bound``: the best card found with the minds of all people open; no method can do much better.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any

import click
import numpy as np

from benchmarks.bridge_rooms import Conflict, Simulated, simulated
from benchmarks.telling import json_option, tell
from definitions.bridge.candidates import Bridge, Method
from definitions.bridge.card import Card, verdicts
from definitions.bridge.climbing import climbed
from definitions.bridge.exact import exact
from definitions.bridge.leaning import observed
from definitions.bridge.room import limits_of
from definitions.bridge.search import find_bridge
from definitions.profiles import Decimals
from definitions.resampling import DRAWS, percentile_interval

TARGETS = {"slowest_s": 1.0}


@dataclass(frozen=True)
class Measured:
    """One room: the lowest team's agreement on fresh leads by method, and on those judged.

    ``seconds`` of waiting for a search, and ``cpu`` of them that a core worked on it.
    """

    lowest: dict[str, float]
    judged: dict[str, float]
    seconds: float
    cpu: float


@click.command()
@click.option("--rooms", default=720, show_default=True, help="A third of them at each conflict.")
@click.option("--seed", default=1, show_default=True)
@click.option("--leads", default=16, show_default=True, help="How many are judged.")
@json_option
def main(rooms: int, seed: int, leads: int, as_json: bool) -> None:
    """Measure each method in seeded simulated rooms."""
    found = measure(rooms, seed, leads)
    tell(found, _table(found), as_json)


def measure(rooms: int, seed: int, leads: int = 16) -> dict[str, Any]:
    """Means over the rooms of each conflict, with bootstrap intervals of 95 %."""
    find_bridge(simulated(seed, Conflict.LOW, leads).room)  # the solver is loaded at the first search
    per = max(1, rooms // len(Conflict))
    found = {c: [_measured(simulated(seed * 100_000 + n, c, leads)) for n in range(per)] for c in Conflict}
    every = [one for many in found.values() for one in many]
    return {
        "rooms": per * len(Conflict),
        "seed": seed,
        "judged_leads": leads,
        "lowest_team_agreement": {
            c.value: _means([m.lowest for m in many], seed) for c, many in found.items()
        },
        "optimism_on_judged_leads": {c.value: _optimism(many, seed) for c, many in found.items()},
        "search_s": _times([one.seconds for one in every]),
        "search_cpu_s": _times([one.cpu for one in every]),
        "targets": TARGETS,
    }


def _measured(simulation: Simulated) -> Measured:
    room, fresh = simulation.room, simulation.fresh
    begun = time.perf_counter(), time.process_time()
    bridge = find_bridge(room)
    seconds, cpu = time.perf_counter() - begun[0], time.process_time() - begun[1]
    truth = simulation.minds.leaning(fresh, room.sizes)
    cards = _cards(simulation, bridge)
    lowest = {name: float(truth.agreement(verdicts(card, fresh)).min()) for name, card in cards.items()}
    fitted = (Method.THRESHOLD, Method.EXACT, Method.LEARNED)
    judged = {method.name.lower(): min(bridge.candidate(method).judged) for method in fitted}
    return Measured(lowest, judged, seconds, cpu)


def _cards(simulation: Simulated, bridge: Bridge) -> dict[str, Card]:
    room = simulation.room
    recommended = bridge.recommendation.candidate
    return {
        "classic": room.present,
        "majority": _majority(simulation),
        "mean": bridge.start,
        "threshold": bridge.candidate(Method.THRESHOLD).card,
        "exact": bridge.candidate(Method.EXACT).card,
        "learned": bridge.candidate(Method.LEARNED).card,
        "learned_without_pool": find_bridge(replace(room, pool=None)).candidate(Method.LEARNED).card,
        "recommended": recommended.card if recommended else room.present,
        "bound": _bound(simulation, bridge),
    }


def _majority(simulation: Simulated) -> Card:
    room = replace(simulation.room, teams=np.zeros_like(simulation.room.teams))
    return exact(room.present, room.answers, observed(room), limits_of(room))


def _bound(simulation: Simulated, bridge: Bridge) -> Card:
    """The best of several climbs over what people really think of the fresh leads."""
    fresh, room = simulation.fresh, simulation.room
    truth = simulation.minds.leaning(fresh, room.sizes)
    begins = {each.card for each in bridge.candidates}
    tops = [climbed(b, b, fresh, truth, limits_of(room), penalty=0.0)[-1] for b in begins]
    return max(tops, key=lambda card: float(truth.agreement(verdicts(card, fresh)).min()))


def _means(rows: list[dict[str, float]], seed: int) -> dict[str, dict[str, float]]:
    return {name: _mean(np.array([row[name] for row in rows]), seed) for name in rows[0]}


def _optimism(many: list[Measured], seed: int) -> dict[str, dict[str, float]]:
    return _means([{name: m.judged[name] - m.lowest[name] for name in m.judged} for m in many], seed)


def _mean(values: Decimals, seed: int) -> dict[str, float]:
    drawn = np.random.default_rng(seed).choice(values, (DRAWS, len(values))).mean(axis=1)
    value, low, high = percentile_interval(float(values.mean()), drawn)
    return {"mean": round(value, 4), "low": round(low, 4), "high": round(high, 4)}


def _times(seconds: list[float]) -> dict[str, float]:
    return {"median": round(float(np.median(seconds)), 3), "slowest": round(max(seconds), 3)}


def _table(found: dict[str, Any]) -> str:
    """A line a method, percent at each conflict; a line for the time."""
    agreement = found["lowest_team_agreement"]
    rows = [f"{'':22}" + "".join(f"{conflict:>8}" for conflict in agreement)]
    for name in agreement[Conflict.LOW.value]:
        shown = "".join(f"{100 * methods[name]['mean']:8.1f}" for methods in agreement.values())
        rows.append(f"{name:22}{shown}")
    return "\n".join([*rows, f"seconds a search: {found['search_s']}, of a core: {found['search_cpu_s']}"])


if __name__ == "__main__":
    main()
