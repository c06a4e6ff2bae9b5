"""Trip-wires: which figures are surely out of the agreed band, and which clause that concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from definitions.handoff import Upkeep
from definitions.measures.acceptance import acceptance_rate
from definitions.measures.clock_hours import Clock
from definitions.measures.clocks import DID, clock_rate
from definitions.measures.closing import closing_of_all
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate
from definitions.measures.needs import Measure, missing
from definitions.measures.rejections import Rejections, rejections

HANDOFF, THRESHOLD = "Handoff", "Threshold"
"""The names of the two clauses of which a definition has one each."""


class WireKey(StrEnum):
    """What is watched."""

    ACCEPTANCE = "acceptance"
    DECIDED = "decided in time"
    CONTACTED = "contacted in time"
    WON = "won"
    DEFINITIONAL = "definitional rejections"


NEEDED = {
    WireKey.ACCEPTANCE: (Measure.ACCEPTANCE,),
    WireKey.DECIDED: (Measure.DECIDE,),
    WireKey.CONTACTED: (Measure.CONTACT,),
    WireKey.WON: (Measure.CLOSING,),
    WireKey.DEFINITIONAL: (Measure.ACCEPTANCE, Measure.REJECTIONS),
}
"""Where the data lack what these need, a share would say nothing: all leads rejected, or none late."""


@dataclass(frozen=True)
class Wire:
    """A figure that is watched. ``band``: between 0 and 1; ``clause``: the name of the one it concerns."""

    key: WireKey
    clause: str
    said: str
    rate: Rate
    band: float
    above: bool = False

    @property
    def tripped(self) -> bool:
        """Whether the whole interval is out of the band, on ten leads or more."""
        low, high = self.rate.share.low, self.rate.share.high
        return self.rate.enough and (low > self.band if self.above else high < self.band)

    @property
    def sentence(self) -> str:
        """The figure and the band, in words."""
        bound = "at most" if self.above else "at least"
        return f"{self.said} {self.rate.words}; agreed is {bound} {round(100 * self.band)} %."

    @property
    def figures(self) -> dict[str, float]:
        """The numbers, to be kept with a challenge."""
        value, low, high = self.rate.share
        counts = {"hits": self.rate.hits, "of": self.rate.of}
        return {**counts, "share": value, "low": low, "high": high, "band": self.band}


def wires(counted: Counted, care: Upkeep) -> tuple[Wire, ...]:
    """All figures that are watched and can be told. A share of won leads is of those that closed."""
    return tuple(
        wire
        for wire in _wires(counted, care)
        if not any(missing(counted.journeys, each) for each in NEEDED[wire.key])
    )


def tripped(counted: Counted, care: Upkeep) -> tuple[Wire, ...]:
    """Those out of their band with evidence enough."""
    return tuple(wire for wire in wires(counted, care) if wire.tripped)


def _wires(counted: Counted, care: Upkeep) -> Iterator[Wire]:
    why = rejections(counted)
    clause = why.worst_clause or HANDOFF
    surely = clause if why.surely_worst else HANDOFF
    accepted = acceptance_rate(counted)
    yield Wire(WireKey.ACCEPTANCE, surely, "Sales accepted", accepted, care.acceptance_below / 100)
    for key, clock in ((WireKey.DECIDED, Clock.DECIDE), (WireKey.CONTACTED, Clock.CONTACT)):
        said = f"Sales {DID[clock]} in time for"
        yield Wire(key, HANDOFF, said, clock_rate(counted, clock), care.in_time_below / 100)
    if care.won_below is not None:
        won = closing_of_all(counted).won
        yield Wire(WireKey.WON, THRESHOLD, "Of the leads that closed we won", won, care.won_below / 100)
    yield _definitional(why, clause, care)


def _definitional(why: Rejections, clause: str, care: Upkeep) -> Wire:
    said = "For a definitional reason sales rejected"
    return Wire(
        WireKey.DEFINITIONAL, clause, said, why.definitional, care.definitional_above / 100, above=True
    )
