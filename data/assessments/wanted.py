"""Which assessments somebody wants to see, as a condition of SQL."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from data.assessments.assessment import Channel, EventKind
from data.assessments.tables import assessment_events, assessments
from definitions.scorecard import Verdict
from definitions.texts import fold_name


@dataclass(frozen=True)
class Wanted:
    """A choice of assessments; ``None`` and empty text leave nothing out.

    ``with_sales``: qualified leads that sales still works on, or, if ``False``, has done with.
    """

    by_id: str | None = None
    verdict: Verdict | None = None
    channel: Channel | None = None
    search: str = ""
    waiting: bool = False
    with_sales: bool | None = None


EVERYTHING = Wanted()


def condition(workshop_id: str, wanted: Wanted) -> sa.ColumnElement[bool]:
    """What the rows of a choice have in common."""
    table = assessments.c
    parts: list[sa.ColumnElement[bool]] = [table.workshop_id == workshop_id]
    if wanted.by_id is not None:
        parts.append(table.by_id == wanted.by_id)
    if wanted.verdict is not None:
        parts.append(table.verdict == wanted.verdict.value)
    if wanted.channel is not None:
        parts.append(table.channel == wanted.channel.value)
    if wanted.waiting:
        parts.append(table.waits.is_(True))
    if wanted.with_sales is not None:
        parts += _with_sales(workshop_id, wanted.with_sales)
    for word in fold_name(wanted.search).split():
        parts.append(table.sought.contains(word, autoescape=True))
    return sa.and_(*parts)


def _with_sales(workshop_id: str, open_still: bool) -> list[sa.ColumnElement[bool]]:
    """Qualified, not taken over into an assessment of somebody's own, and not ended yet, or ended."""
    table, later = assessments.c, assessments.alias("later").c
    taken = sa.select(later.begun_from).where(later.workshop_id == workshop_id, later.begun_from != "")
    events = assessment_events.c
    ended = sa.exists().where(
        events.assessment_id == table.id,
        events.kind.in_([EventKind.REJECTED.value, EventKind.WON.value, EventKind.LOST.value]),
    )
    return [
        table.verdict == Verdict.QUALIFIED.value,
        table.id.not_in(taken),
        ~ended if open_still else ended,
    ]
