"""Which assessments somebody wants to see, as a condition of SQL."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from data.assessments.assessment import Channel
from data.assessments.tables import assessments
from definitions.scorecard import Verdict
from definitions.texts import fold_name


@dataclass(frozen=True)
class Wanted:
    """A choice of assessments; ``None`` and empty text leave nothing out."""

    by_id: str | None = None
    verdict: Verdict | None = None
    channel: Channel | None = None
    search: str = ""
    waiting: bool = False


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
    for word in fold_name(wanted.search).split():
        parts.append(table.sought.contains(word, autoescape=True))
    return sa.and_(*parts)
