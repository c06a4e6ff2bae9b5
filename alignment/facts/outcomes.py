"""Facts about sets of outcomes: what became of leads under the definition. No lead is in the record."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from alignment.facts.fact import Fact
from definitions.measures.journeys import Event
from definitions.origin import Origin
from definitions.texts import ShortText


class OutcomeSetAdded(Fact):
    """Somebody added a set of outcomes, named by its hash.

    ``months``: the first and the last in which anything happened. ``counts``: to how many leads each event
    did. ``as_of``: until when the set tells. ``file_name``: what the file was called; empty for the
    product's own assessments. ``origin``: of leads from a warehouse. ``sample``: they are made up.
    """

    kind: Literal["outcome set added"] = "outcome set added"
    outcome_set: str
    name: ShortText
    rows: int
    months: tuple[str, ...] = ()
    counts: tuple[tuple[Event, int], ...] = ()
    as_of: datetime
    raw_sha256: str = ""
    set_aside: int = 0
    file_name: str = ""
    origin: Origin | None = None
    sample: bool = False


class OutcomeSetRemoved(Fact):
    """The facilitator took a set of outcomes out of the workshop."""

    kind: Literal["outcome set removed"] = "outcome set removed"
    outcome_set: str


class OutcomeSetChosen(Fact):
    """The facilitator made a set of outcomes the one that the definition is measured by."""

    kind: Literal["outcome set chosen"] = "outcome set chosen"
    outcome_set: str
