"""The store of assessments and of what became of the leads: tables beside the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from data.assessments.assessment import Assessment, Event
from data.assessments.rows import as_event_row, as_row, read_assessment, read_event
from data.assessments.tables import assessment_events, assessments
from data.assessments.wanted import EVERYTHING, Wanted, condition

A_PAGE = 20
AT_ONCE = 1_000
NEWEST_FIRST = (assessments.c.made_at.desc(), assessments.c.id.desc())
OLDEST_FIRST = (assessments.c.made_at, assessments.c.id)


@dataclass(frozen=True)
class Page:
    """Some assessments, the newest first, and how many there are in all."""

    assessments: tuple[Assessment, ...]
    total: int


class Assessments:
    """The assessments in one database. Safe to use from many threads and processes."""

    def __init__(self, engine: sa.Engine) -> None:
        """The tables must be there: the ledger makes them."""
        self._engine = engine

    def add(self, *made: Assessment) -> None:
        """Keep new assessments, all or none; the prospects' own answers they began from wait no longer."""
        with self._engine.begin() as connection:
            connection.execute(assessments.insert(), [as_row(each) for each in made])
            for each in made:
                if each.begun_from:
                    _looked_after(connection, each.workshop_id, each.begun_from)

    def record_event(self, event: Event) -> None:
        """Add what became of a lead; ``LookupError`` if there is no such assessment (any more)."""
        with self._engine.begin() as connection:
            if not _looked_after(connection, event.workshop_id, event.assessment_id):
                raise LookupError(event.assessment_id)
            connection.execute(assessment_events.insert(), [as_event_row(event)])

    def one(self, workshop_id: str, assessment_id: str) -> Assessment | None:
        """The assessment with an id, if this workshop has it."""
        query = sa.select(assessments).where(_is(workshop_id, assessment_id))
        with self._engine.connect() as connection:
            found = connection.execute(query).mappings().first()
        return read_assessment(dict(found)) if found is not None else None

    def count(self, workshop_id: str, wanted: Wanted = EVERYTHING) -> int:
        """How many assessments there are of a choice."""
        query = sa.select(sa.func.count()).select_from(assessments).where(condition(workshop_id, wanted))
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def assessments_of(
        self,
        workshop_id: str,
        wanted: Wanted = EVERYTHING,
        page: int = 1,
        a_page: int = A_PAGE,
        oldest_first: bool = False,
    ) -> Page:
        """One page of a choice, the newest first or the oldest; pages are counted from 1."""
        ids = sa.select(assessments.c.id).where(condition(workshop_id, wanted))
        ids = ids.order_by(*(OLDEST_FIRST if oldest_first else NEWEST_FIRST))
        ids = ids.limit(a_page).offset((page - 1) * a_page)
        with self._engine.connect() as connection:
            chosen = list(connection.scalars(ids))
            found = _by_id(connection, chosen)
        ends_here = 0 < len(chosen) < a_page or (page == 1 and not chosen)
        total = (page - 1) * a_page + len(chosen) if ends_here else self.count(workshop_id, wanted)
        return Page(tuple(found), total)

    def all_of(self, workshop_id: str, wanted: Wanted = EVERYTHING) -> Iterator[Assessment]:
        """Every assessment of a choice, the newest first, for export and for measures."""
        query = sa.select(assessments).where(condition(workshop_id, wanted)).order_by(*NEWEST_FIRST)
        with self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=AT_ONCE).execute(query).mappings():
                yield read_assessment(dict(row))

    def events_of(self, workshop_id: str, assessment_ids: Iterable[str] | None = None) -> tuple[Event, ...]:
        """What became of some leads, or of all of a workshop, in the order in which it happened."""
        events = assessment_events.c
        query = sa.select(assessment_events).where(events.workshop_id == workshop_id)
        if assessment_ids is not None:
            query = query.where(events.assessment_id.in_(list(assessment_ids)))
        with self._engine.connect() as connection:
            found = connection.execute(query.order_by(events.at, events.id)).mappings().all()
        return tuple(read_event(dict(row)) for row in found)

    def delete(self, workshop_id: str, assessment_id: str) -> bool:
        """Forget an assessment and what became of its lead, for good; whether there was one."""
        events = assessment_events.c
        mine = sa.and_(events.workshop_id == workshop_id, events.assessment_id == assessment_id)
        with self._engine.begin() as connection:
            connection.execute(assessment_events.delete().where(mine))
            gone = connection.execute(assessments.delete().where(_is(workshop_id, assessment_id)))
        return gone.rowcount == 1


def _by_id(connection: sa.Connection, ids: list[str]) -> list[Assessment]:
    """The assessments with these ids, in their order."""
    rows = connection.execute(sa.select(assessments).where(assessments.c.id.in_(ids))).mappings()
    found = {row["id"]: read_assessment(dict(row)) for row in rows}
    return [found[each] for each in ids if each in found]


def _looked_after(connection: sa.Connection, workshop_id: str, assessment_id: str) -> bool:
    """Note that somebody looks after a lead; whether there is one."""
    update = assessments.update().where(_is(workshop_id, assessment_id)).values(waits=False)
    return connection.execute(update).rowcount == 1


def _is(workshop_id: str, assessment_id: str) -> sa.ColumnElement[bool]:
    return sa.and_(assessments.c.workshop_id == workshop_id, assessments.c.id == assessment_id)
