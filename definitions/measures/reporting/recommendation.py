"""The one thing to do next, from what is surely so."""

from __future__ import annotations

from collections.abc import Iterator

from definitions.handoff import Handoff
from definitions.measures.acceptance import acceptance
from definitions.measures.clock_hours import Clock
from definitions.measures.clocks import DID, clock_found
from definitions.measures.counting import Counted
from definitions.measures.evidence import Light
from definitions.measures.funnel import funnel, leak
from definitions.measures.needs import Measure, missing
from definitions.measures.rejections import Rejections, rejections
from definitions.measures.reporting.parts import known_clocks, promised_hours
from definitions.measures.tripwires import HANDOFF, Wire, WireKey, tripped
from definitions.phrases import counted as in_words
from definitions.phrases import in_line

MISSED = (Light.AMBER, Light.RED)
FIRST = (WireKey.DEFINITIONAL, WireKey.ACCEPTANCE, WireKey.CONTACTED, WireKey.DECIDED, WireKey.WON)
"""Which trip-wire is acted on first: what the words say goes before how they are kept."""


def recommendation(counted: Counted, handoff: Handoff) -> str:
    """What to do next: on a trip-wire, a missed promise, a leak; else to wait for data or to keep to it."""
    return next(_recommended(counted, handoff))


def _recommended(counted: Counted, handoff: Handoff) -> Iterator[str]:
    out = sorted(tripped(counted, handoff.care), key=lambda wire: FIRST.index(wire.key))
    yield from (f"{_act(wire)} {wire.sentence}" for wire in out[:1])
    if why := missing(counted.journeys, Measure.ACCEPTANCE):
        yield f"Record whether sales accepts each lead. {why}"
    accepted = acceptance(counted, handoff.acceptance_percent / 100)
    if accepted.light in MISSED:
        yield f"Talk about {in_line(_about(rejections(counted)))} together: acceptance is {accepted.light}."
    for clock in known_clocks(counted):
        if clock_found(counted, clock, promised_hours(handoff)[clock]).light in MISSED:
            yield f"Agree what sales needs so that leads are {_done(clock)} in time."
    if (found := leak(funnel(counted))) is not None and found.sure:
        yield f"Look into the step from {found.step.before} to {found.step.stage}: leads leak most there."
    if accepted.light is Light.UNKNOWN:
        yield f"Change nothing yet: it takes about {in_words(accepted.more, 'more decided lead')} to know."
    yield "Keep to the definition as it is: nothing that is watched speaks against it."


def _about(why: Rejections) -> str:
    return why.worst_clause if why.surely_worst and why.worst_clause else f"the {HANDOFF.lower()}"


def _act(wire: Wire) -> str:
    if wire.key in (WireKey.DECIDED, WireKey.CONTACTED):
        return "Agree anew on the clocks of the handoff, or on what sales needs to keep them."
    clause = wire.clause if wire.clause != HANDOFF else "the handoff"
    return f"Discuss {in_line(clause)} anew, and vote on it again."


def _done(clock: Clock) -> str:
    return DID[clock] if clock is Clock.DECIDE else "contacted first"
