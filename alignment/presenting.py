"""What the projector shows to everybody in the room, and until when its timer runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alignment.clauses import Clause


class Scene(StrEnum):
    """What may stand on the projector."""

    NOTHING = "nothing"
    JOINING = "how to join"
    CLAUSE = "a clause"
    CALIBRATION = "a calibration"


@dataclass(frozen=True)
class Presenting:
    """What the facilitators last put on the projector. ``subject`` is the id of what a scene is about."""

    scene: Scene = Scene.JOINING
    subject: str = ""
    timer_ends_at: datetime | None = None


def agenda(clauses: Mapping[str, Clause]) -> tuple[str, ...]:
    """The clauses that a room goes through, one after another: all that are not left out, oldest first."""
    return tuple(clause.id for clause in clauses.values() if not clause.left_out)


def neighbour(clauses: Mapping[str, Clause], clause_id: str, step: int) -> str | None:
    """The clause before (-1) or after (1) another in the agenda; the first one if that is not in it."""
    order = agenda(clauses)
    if clause_id not in order:
        return order[0] if order else None
    place = order.index(clause_id) + step
    return order[place] if 0 <= place < len(order) else None
