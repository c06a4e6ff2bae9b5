"""What the columns of a file of outcomes mean: when what happened to a lead, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import model_validator

from definitions.business_hours import ZoneName
from definitions.handoff import ReasonKind
from definitions.mapping import ColumnName, Mapping, Part
from definitions.measures.journeys import Event
from definitions.months import DateOrder

SAME_MOMENT = {
    Event.ACCEPTED: Event.REJECTED,
    Event.REJECTED: Event.ACCEPTED,
    Event.WON: Event.LOST,
    Event.LOST: Event.WON,
}
"""Events of which one column may tell the moment, and another which of the two it was."""


class EventMapping(Part):
    """The column that says when something happened.

    ``order``: in which dates are written there. ``zone``: of moments that do not name theirs.
    """

    event: Event
    column: ColumnName
    order: DateOrder = DateOrder.YEAR_FIRST
    zone: ZoneName = "UTC"


class DecisionMapping(Part):
    """The column that says what sales decided, and what means accepted and rejected there."""

    column: ColumnName
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _clear(self) -> Self:
        if set(self.accepted) & set(self.rejected):
            raise ValueError("a value means accepted and rejected")
        return self


class ReasonMapping(Part):
    """The values that stand for one reason; ``kind`` and ``clause`` as the handoff's list has them."""

    words: str
    kind: ReasonKind | None = None
    clause: str = ""
    values: tuple[str, ...] = ()


class OutcomesMapping(Part):
    """What is known of the columns of a file of outcomes; every part may be missing.

    ``leads``: criteria, source, revenue, who answered, and what a lead is called (its reference); its outcome
    says which of a moment's two ends it was. What no reason's values name keeps its own words.
    """

    leads: Mapping = Mapping()
    events: tuple[EventMapping, ...] = ()
    decision: DecisionMapping | None = None
    reason: ColumnName | None = None
    reasons: tuple[ReasonMapping, ...] = ()
    version: ColumnName | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        _once((each.event for each in self.events), "an event is mapped twice")
        _once((value for each in self.reasons for value in each.values), "a value means two reasons")
        return self

    def of(self, event: Event) -> EventMapping | None:
        """How an event is mapped."""
        return next((each for each in self.events if each.event is event), None)

    def said_by(self, event: Event) -> tuple[str, tuple[str, ...]] | None:
        """The column and its values that say that an event happened; ``None``: its moment alone does.

        That is so where the moment's column tells of both ends, or of one of them only.
        """
        ends = {
            Event.ACCEPTED: (self.decision, "accepted"),
            Event.REJECTED: (self.decision, "rejected"),
            Event.WON: (self.leads.outcome, "won"),
            Event.LOST: (self.leads.outcome, "lost"),
        }
        part, field = ends.get(event, (None, ""))
        mine, other = self.of(event), self.of(SAME_MOMENT.get(event, event))
        if part is None or mine is None or (other is not None and other.column != mine.column):
            return None
        return part.column, getattr(part, field)

    @property
    def untold(self) -> tuple[Event, ...]:
        """Events whose moment is also that of the other end, and no column says which of the two it was."""
        shared = ((each, self.of(SAME_MOMENT.get(each.event, each.event))) for each in self.events)
        return tuple(
            mine.event
            for mine, other in shared
            if other is not None and mine is not other and mine.column == other.column
            if self.said_by(mine.event) is None
        )

    @property
    def used(self) -> frozenset[str]:
        """The columns that mean something."""
        own = [each.column for each in self.events]
        own += [self.decision.column] if self.decision else []
        return frozenset(own) | {each for each in (self.reason, self.version) if each} | self.leads.used


def _once(values: Iterable[object], fault: str) -> None:
    seen = list(values)
    if len(set(seen)) < len(seen):
        raise ValueError(fault)
