"""Saying what became of a lead."""

from __future__ import annotations

from data.assessments.assessment import EventKind
from data.assessments.following import Said, follow
from data.rooms import rooms
from pages.shared import session
from pages.use.measuring.wires import check_followed_here

PLACE = "follow"
SAID = {
    EventKind.ACCEPTED: "Accepted.",
    EventKind.REJECTED: "Rejected, with the reason.",
    EventKind.CONTACTED: "First contact is noted.",
    EventKind.OPPORTUNITY: "Noted as an opportunity.",
    EventKind.WON: "Won. Well done.",
    EventKind.LOST: "Noted as lost.",
}


def key(what: str, assessment_id: str) -> str:
    """A field's key, which no other lead has."""
    return f"follow.{what}.{assessment_id}"


def say(assessment_id: str, said: Said) -> None:
    """Record it; a refusal is shown beside the list. In a callback."""
    with session.attempt(PLACE):
        here = session.here()
        follow(here.room, rooms().ledger.assessments, here.me.id, assessment_id, said)
        session.said(SAID[said.kind])
        check_followed_here()
        names = ("reason", "words", "revenue")
        session.clear(*(key(name, assessment_id) for name in names))
