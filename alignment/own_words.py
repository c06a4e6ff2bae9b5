"""Own words: the questions that everybody was asked, and what each person wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from alignment.people import Participant
from definitions.own_words import Question, Said


@dataclass(frozen=True)
class OwnWords:
    """One time that everybody was asked. ``written`` maps a person to their answers by question.

    Until the reveal what is written is its writer's only: pages read it through ``shown``.
    """

    round: int
    questions: tuple[Question, ...]
    by: str
    at: datetime
    written: Mapping[str, Mapping[str, Said]] = field(default_factory=dict)
    revealed_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether people may still write."""
        return self.revealed_at is None

    def question(self, question_id: str) -> Question | None:
        """The question with this id, if there is one."""
        return next((question for question in self.questions if question.id == question_id), None)

    def left_for(self, person_id: str) -> int:
        """How many questions a person has not answered."""
        return len(self.questions) - len(self.written.get(person_id, {}))

    def shown(self, person_id: str, reader: Participant | None) -> Mapping[str, Said]:
        """What a reader may see of somebody's answers, by question: all after the reveal, else one's own."""
        own = reader is not None and reader.id == person_id
        return self.written.get(person_id, {}) if own or not self.open else {}
