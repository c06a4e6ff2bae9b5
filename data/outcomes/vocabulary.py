"""Words that files of outcomes use for the same things; the most telling first."""

from __future__ import annotations

from definitions.measures.journeys import Event

EVENTS: dict[Event, tuple[str, ...]] = {
    Event.INQUIRY: (
        *("inquiry at", "inquiry date", "inquiry", "enquiry at", "enquiry date", "created at", "created"),
        *("created date", "create date", "lead created", "created on", "received at", "lead date"),
    ),
    Event.MQL: (
        *("mql at", "mql date", "mql", "qualified at", "became a marketing qualified lead date"),
        *("marketing qualified at", "marketing qualified date", "date entered mql", "qualified date"),
        *("handed over at", "qualified on", "mql since"),
    ),
    Event.ACCEPTED: (
        *("accepted at", "accepted date", "sal at", "sal date", "sal", "sales accepted at"),
        *("sales accepted date", "date entered sal", "accepted on", "accepted"),
    ),
    Event.REJECTED: (
        *("rejected at", "rejected date", "rejected on", "sales rejected at", "disqualified at"),
        *("disqualified date", "returned at", "rejected"),
    ),
    Event.RECYCLED: ("recycled at", "recycled date", "recycled on", "recycled", "back to nurture at"),
    Event.CONTACTED: (
        *("first contact at", "first contacted at", "contacted at", "first contact", "first contact date"),
        *("first call at", "first response at", "first touch by sales", "contacted", "first activity date"),
    ),
    Event.SQL: (
        "sql at",
        "sql date",
        "sql",
        "sales qualified at",
        "sales qualified date",
        "date entered sql",
    ),
    Event.OPPORTUNITY: (
        *("opportunity at", "opportunity date", "opportunity created", "opportunity created date"),
        *("opportunity", "deal created", "deal create date", "converted at", "converted date"),
    ),
    Event.WON: ("won at", "won date", "won on", "closed won at", "closed won date", "won", "customer since"),
    Event.LOST: ("lost at", "lost date", "lost on", "closed lost at", "closed lost date", "lost"),
}
"""What the column with the moment of an event is often called."""
BOTH: dict[tuple[Event, ...], tuple[str, ...]] = {
    (Event.ACCEPTED, Event.REJECTED): (
        *(
            "decided at",
            "decision at",
            "decision date",
            "decided on",
            "sales decision date",
            "accepted or rejected at",
        ),
    ),
    (Event.WON, Event.LOST): ("closed at", "close date", "closed date", "closed on", "won or lost at"),
}
"""Columns with the moment of either of two events; another column says which it was."""
DECISION = (
    "decision",
    "sales decision",
    "accepted or rejected",
    "acceptance",
    "accepted",
    "sal status",
    "lead status",
)
ACCEPTED = {"accepted", "accept", "yes", "sal", "sales accepted", "approved", "ok", "angenommen", "true", "1"}
REJECTED = {
    "rejected",
    "reject",
    "no",
    "returned",
    "declined",
    "refused",
    "abgelehnt",
    "false",
    "0",
    "sales rejected",
}
REASON = (
    *("rejection reason", "reject reason", "reason rejected", "rejected because", "disqualification reason"),
    *("disqualified reason", "reason for rejection", "reason", "ablehnungsgrund", "reason code"),
)
VERSION = ("definition version", "version", "definition", "mql definition", "lead definition version")
