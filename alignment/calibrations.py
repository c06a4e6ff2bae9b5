"""A calibration: leads that everybody judges on their own, before anybody sees points or the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from alignment.judgements import Judgement
from alignment.people import Participant
from definitions.drawn_leads import DrawnLeads, OwnCard
from definitions.scorecard import Scorecard


@dataclass(frozen=True)
class Judged:
    """What one person said of one lead."""

    at: datetime
    judgement: Judgement
    reason: str = ""


@dataclass(frozen=True)
class AtReveal:
    """How the workshop stood when a calibration was revealed; ``settled`` of ``clauses`` agreed or ruled."""

    at: datetime
    scorecard: Scorecard | None
    settled: int
    clauses: int


@dataclass(frozen=True)
class Calibration:
    """One calibration. ``judged`` maps a person to what they said of each lead; ``cards`` to their points.

    Until the reveal both are their author's only: pages read them through ``shown`` and ``card_shown``.
    """

    id: str
    name: str
    lead_set: str
    seed: int
    drawn: DrawnLeads
    by: str
    at: datetime
    judged: Mapping[str, Mapping[int, Judged]] = field(default_factory=dict)
    cards: Mapping[str, OwnCard] = field(default_factory=dict)
    revealed: AtReveal | None = None

    @property
    def open(self) -> bool:
        """Whether people may still judge."""
        return self.revealed is None

    def left_for(self, person_id: str) -> int:
        """How many leads a person has not judged."""
        return len(self.drawn.leads) - len(self.judged.get(person_id, {}))

    def shown(self, person_id: str, reader: Participant | None) -> Mapping[int, Judged]:
        """What a reader may see of somebody's judgements: all after the reveal, before it one's own."""
        return self.judged.get(person_id, {}) if self._may_see(person_id, reader) else {}

    def card_shown(self, person_id: str, reader: Participant | None) -> OwnCard | None:
        """What a reader may see of somebody's own points, as with judgements."""
        return self.cards.get(person_id) if self._may_see(person_id, reader) else None

    def _may_see(self, person_id: str, reader: Participant | None) -> bool:
        return not self.open or (reader is not None and reader.id == person_id)
