"""Facts about the lead sets that thresholds are tried on. A lead itself is never in the record."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact
from definitions.origin import Origin
from definitions.texts import ShortText


class LeadSetAdded(Fact):
    """Somebody added a set of leads; the file is named by its hash; ``raw_sha256``: of the file as given.

    ``origin``: of leads that were only counted, in a warehouse. ``file_name``: what the file was called;
    ``mapped_from``: the lead set whose leads these are, when they were mapped again.
    """

    kind: Literal["lead set added"] = "lead set added"
    lead_set: str
    name: ShortText
    rows: int
    months: tuple[str, ...] = ()
    won: int = 0
    lost: int = 0
    open: int = 0
    criteria: tuple[str, ...] = ()
    raw_sha256: str = ""
    set_aside: int = 0
    origin: Origin | None = None
    file_name: str = ""
    mapped_from: str = ""


class LeadSetRemoved(Fact):
    """The facilitator took a lead set out of the workshop."""

    kind: Literal["lead set removed"] = "lead set removed"
    lead_set: str


class LeadSetChosen(Fact):
    """The facilitator made a lead set the one in use: ballots and the what-if page begin with it."""

    kind: Literal["lead set chosen"] = "lead set chosen"
    lead_set: str
