"""The two sides of the promise: what marketing and what sales promised, and whether each of it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from definitions.handoff import Handoff
from definitions.measures.acceptance import Acceptance, acceptance_sentence
from definitions.measures.clock_hours import Clock
from definitions.measures.clocks import clock_found, clock_sentence
from definitions.measures.counting import Counted
from definitions.measures.evidence import Light, Rate, light
from definitions.measures.needs import Measure, missing
from definitions.measures.rejections import Rejections, rejections, rejections_sentence
from definitions.measures.supply import Supplied, supplied, supply_sentences
from definitions.phrases import number

AMBER_BELOW = 0.15
"""A share up to so much under its promise is amber: as acceptance, 90 % promised and red under 75."""


@dataclass(frozen=True)
class Kept:
    """One thing that was promised; no light where nothing was."""

    title: str
    sentence: str
    light: Light | None


def marketing_side(counted: Counted, handoff: Handoff) -> tuple[Kept, ...]:
    """Volume, completeness and vetting."""
    found = supplied(counted, handoff.supply)
    promised = found.promised
    volume, complete, vetted = supply_sentences(found)
    return (
        Kept("Volume", volume, _volume(found)),
        Kept("Completeness", complete, _part(found.complete, promised.complete_percent)),
        Kept("Vetting", vetted, _part(found.vetted, promised.vetted_percent)),
    )


def sales_side(counted: Counted, handoff: Handoff) -> tuple[Kept, ...]:
    """Decisions and first contact in time, and a reason for each rejection."""
    return (
        _clock(counted, Clock.DECIDE, handoff.decide_hours, "Decisions"),
        _clock(counted, Clock.CONTACT, handoff.contact_hours, "First contact"),
        _reasons(counted),
    )


def headline(accepted: Acceptance, why: Rejections) -> str:
    """The first thing to know: acceptance against its promise, and which clause rejections name."""
    said = acceptance_sentence(accepted)
    return f"{said} {rejections_sentence(why)}" if why.rejected else said


def _volume(found: Supplied) -> Light | None:
    """Green if each month reached it; else by their sum. Counted, not drawn, so there is no doubt."""
    if found.months_kept is None or found.promised.leads_a_month is None:
        return None
    if not found.by_month:
        return Light.UNKNOWN
    if found.months_kept == len(found.by_month):
        return Light.GREEN
    part = sum(leads for _, leads in found.by_month) / (found.promised.leads_a_month * len(found.by_month))
    return Light.AMBER if part >= 1 - AMBER_BELOW else Light.RED


def _part(rate: Rate, percent: int | None) -> Light | None:
    return None if percent is None else light(rate, percent / 100, percent / 100 - AMBER_BELOW)


def _clock(counted: Counted, clock: Clock, allowed: int, title: str) -> Kept:
    lacks = missing(counted.journeys, Measure.DECIDE if clock is Clock.DECIDE else Measure.CONTACT)
    if lacks:
        return Kept(title, lacks, Light.UNKNOWN)
    found = clock_found(counted, clock, allowed)
    return Kept(title, clock_sentence(found), found.light)


def _reasons(counted: Counted) -> Kept:
    """A reason for each: that is counted too, so one that lacks breaks the promise without any doubt."""
    lacks = missing(counted.journeys, Measure.REJECTIONS)
    without = Rate(0, 0) if lacks else rejections(counted).without_reason
    if not without.of:
        return Kept(
            "Reasons", lacks or "No lead is rejected; the promise is a reason for each.", Light.UNKNOWN
        )
    given = 1 - without.hits / without.of
    said = f"A reason was given for {number(without.of - without.hits)} of {number(without.of)} rejections"
    found = Light.GREEN if given == 1 else Light.AMBER if given >= 1 - AMBER_BELOW else Light.RED
    return Kept("Reasons", f"{said}; the promise is one for each.", found)
