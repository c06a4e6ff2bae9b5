"""How a clause's status looks: a colour, a sign and a word, never colour alone."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from alignment.clauses import SETTLED, Clause, Status
from alignment.escalating import before_decider
from alignment.standing import status
from alignment.workshop import Workshop


class Look(NamedTuple):
    """A badge's colour, Material icon and word."""

    colour: str
    icon: str
    word: str


LOOKS: dict[Status, Look] = {
    Status.DRAFT: Look("gray", "edit_note", "Draft"),
    Status.OPEN: Look("blue", "how_to_vote", "Open"),
    Status.AGREED: Look("green", "check_circle", "Agreed"),
    Status.DISPUTED: Look("red", "forum", "Disputed"),
    Status.RULED: Look("violet", "gavel", "Ruled"),
    Status.LEFT_OUT: Look("gray", "block", "Left out"),
}
_BEFORE_DECIDER = Look("violet", "gavel", "Before the decider")


def status_badge(stands: Status) -> str:
    """A status as a badge, in Markdown."""
    return _badge(LOOKS[stands])


def clause_badges(workshop: Workshop, clause: Clause, now: datetime) -> str:
    """Where a clause stands, and whether it waits for the decider, in Markdown."""
    stands = status(workshop, clause, now)
    escalated = clause.escalation is not None and stands not in SETTLED
    waits = escalated or before_decider(workshop, clause, now) is not None
    return f"{status_badge(stands)} {_badge(_BEFORE_DECIDER)}" if waits else status_badge(stands)


def _badge(look: Look) -> str:
    return f":{look.colour}-badge[:material/{look.icon}: {look.word}]"
