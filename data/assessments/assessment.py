"""An assessment of one lead, and what became of the lead afterwards."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from definitions.scorecard import Verdict


class Channel(StrEnum):
    """How a lead came to be assessed."""

    VETTED = "vetted"
    SELF_QUALIFIED = "self-qualified"
    API = "by another system"


class EventKind(StrEnum):
    """What can become of an assessed lead."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CONTACTED = "contacted"
    OPPORTUNITY = "opportunity"
    WON = "won"
    LOST = "lost"
    RECYCLED = "recycled"


@dataclass(frozen=True)
class Assessment:
    """One lead judged by one version of the definition.

    ``answers``: criterion -> answer label, ``None`` where it is not known. ``contact``: what a prospect gave
    of name, company and e-mail. ``begun_from``: the id of the prospect's own answers it started from.
    ``waits``: nobody has looked after the lead yet.
    """

    id: str
    workshop_id: str
    made_at: datetime
    by_id: str
    channel: Channel
    version: int
    sha256: str
    reference: str
    source: str
    answers: Mapping[str, str | None]
    points: int
    verdict: Verdict
    note: str = ""
    contact: Mapping[str, str] = field(default_factory=dict)
    begun_from: str = ""
    waits: bool = False


@dataclass(frozen=True)
class Event:
    """Something that became of an assessed lead. ``clause``: the clause that a rejection names."""

    id: str
    assessment_id: str
    workshop_id: str
    at: datetime
    by_id: str
    kind: EventKind
    reason: str = ""
    clause: str = ""
    revenue: float | None = None


def new_assessment_id() -> str:
    """An id for an assessment or an event: 16 characters that nobody guesses."""
    return secrets.token_urlsafe(12)
