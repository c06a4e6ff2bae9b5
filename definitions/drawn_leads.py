"""Leads that were drawn to be judged, as answers only, and a person's own points for such answers."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from definitions.criteria import MOST_POINTS
from definitions.profiles import NOT_ANSWERED
from definitions.texts import ShortText
from definitions.threshold import MOST

MOST_CRITERIA = 100
FEWEST_LEADS = 4
MOST_LEADS = 40
Points = Annotated[int, Field(ge=-MOST_POINTS, le=MOST_POINTS)]


class DrawnLead(BaseModel):
    """One lead: an answer for each criterion, as an index, -1 where not answered; nothing of a person.

    ``stratum``: why it was drawn, not for those who judge. ``leads``: how many of the set gave these answers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: tuple[int, ...]
    stratum: str = Field(default="", max_length=100)
    leads: int = Field(default=1, ge=1)


class DrawnLeads(BaseModel):
    """The leads that everybody judges, with the criteria and the labels of their answers, best first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    criteria: tuple[ShortText, ...] = Field(min_length=1, max_length=MOST_CRITERIA)
    labels: tuple[tuple[ShortText, ...], ...]
    leads: tuple[DrawnLead, ...]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if not FEWEST_LEADS <= len(self.leads) <= MOST_LEADS:
            raise ValueError(f"choose {FEWEST_LEADS} to {MOST_LEADS} leads")
        if len(set(self.criteria)) < len(self.criteria):
            raise ValueError("two criteria are the same")
        if len(self.labels) != len(self.criteria) or not all(self.labels):
            raise ValueError("each criterion needs its answers")
        if not all(self._answers_fit(lead) for lead in self.leads):
            raise ValueError("a lead has an answer that its criterion does not have")
        return self

    def _answers_fit(self, lead: DrawnLead) -> bool:
        return len(lead.answers) == len(self.labels) and all(
            NOT_ANSWERED <= answer < len(labels)
            for answer, labels in zip(lead.answers, self.labels, strict=True)
        )

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many answers each criterion has."""
        return tuple(len(labels) for labels in self.labels)

    def answers_of(self, lead: int) -> dict[str, str | None]:
        """One lead as criterion -> the label of its answer, ``None`` where not answered."""
        chosen = zip(self.criteria, self.labels, self.leads[lead].answers, strict=True)
        return {name: labels[i] if i != NOT_ANSWERED else None for name, labels, i in chosen}


class OwnCard(BaseModel):
    """One person's own points: for each criterion and answer, a threshold, and gates.

    ``gates``: one number a criterion, the index of the lowest answer that passes, -1 for no gate.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    points: tuple[tuple[Points, ...], ...]
    threshold: int = Field(ge=-MOST, le=MOST)
    gates: tuple[int, ...]

    def fits(self, sizes: tuple[int, ...]) -> bool:
        """Whether it gives points to exactly these numbers of answers."""
        gates_fit = len(self.gates) == len(sizes) and all(
            NOT_ANSWERED <= gate < size for gate, size in zip(self.gates, sizes, strict=True)
        )
        return gates_fit and tuple(len(points) for points in self.points) == sizes
