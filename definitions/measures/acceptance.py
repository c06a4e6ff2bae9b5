"""Acceptance: how many of the decided leads sales accepted, against the promise."""

from __future__ import annotations

from dataclasses import dataclass

from definitions.measures.codes import Decision
from definitions.measures.counting import Counted
from definitions.measures.evidence import Light, Rate, light, more_needed
from definitions.phrases import number

AMBER = 0.75
"""Below this acceptance is far off: Forrester/SiriusDecisions."""


@dataclass(frozen=True)
class Acceptance:
    """Accepted leads of those decided; ``undecided``: handed over and open still; ``more``: until we know."""

    rate: Rate
    undecided: int
    target: float
    light: Light
    more: int


def acceptance_rate(counted: Counted) -> Rate:
    """Accepted leads of accepted and rejected ones, by each lead's first decision."""
    states = counted.states
    accepted = states.count(states["decision"] == Decision.ACCEPTED)
    return Rate(accepted, accepted + states.count(states["decision"] == Decision.REJECTED))


def acceptance(counted: Counted, target: float, amber: float = AMBER) -> Acceptance:
    """Acceptance against a target between 0 and 1."""
    states, rate = counted.states, acceptance_rate(counted)
    undecided = states.count(states["decision"] == Decision.OPEN)
    return Acceptance(rate, undecided, target, light(rate, target, amber), more_needed(rate, target))


def acceptance_sentence(found: Acceptance) -> str:
    """Acceptance in words, with what it takes to know."""
    target = f"the promise is {round(100 * found.target)} %"
    if not found.rate.of:
        return f"No lead is decided yet; {target}."
    said = f"Sales accepted {found.rate.words}; {target}."
    if found.light is not Light.UNKNOWN:
        return said
    leads = "1 more decided lead" if found.more == 1 else f"{number(found.more)} more decided leads"
    return f"{said} We cannot know yet whether it is kept: it takes about {leads}."
