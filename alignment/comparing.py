"""What a ballot on points, a gate or a threshold decides between: the scorecard with it and before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from alignment.clauses import Clause, Revision
from alignment.present import Present, present
from alignment.wordings import last_agreed
from alignment.workshop import Workshop
from definitions.contents import ContentKind
from definitions.criteria import Criterion
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold

SCORED = frozenset({ContentKind.CRITERION, ContentKind.THRESHOLD})


@dataclass(frozen=True)
class Compared:
    """The scorecard with the present wording, and with ``base``, the one it is compared with.

    ``base`` is the wording agreed last, or else the one before; ``None`` for a clause with one wording:
    ``before`` is then the scorecard without the criterion, and ``None`` for a threshold.
    """

    after: Scorecard
    before: Scorecard | None
    base: Revision | None


def compared(workshop: Workshop, clause: Clause, now: datetime) -> Compared | None:
    """The two scorecards that a ballot on a clause is about; ``None`` if it scores nothing."""
    on_the_table = present(workshop) if clause.kind in SCORED and not clause.left_out else None
    if on_the_table is None:
        return None
    base = last_agreed(workshop, clause, now) or _one_before(clause)
    return Compared(on_the_table.scorecard, _before(on_the_table, clause, base), base)


def _one_before(clause: Clause) -> Revision | None:
    number = clause.revision.number
    return clause.revisions[number - 2] if number > 1 else None


def _before(on_the_table: Present, clause: Clause, base: Revision | None) -> Scorecard | None:
    card = on_the_table.scorecard
    content = base.content if base is not None else None
    if clause.kind is ContentKind.THRESHOLD:
        return Scorecard(card.criteria, content) if isinstance(content, Threshold) else None
    criteria = [c.content if c.id != clause.id else content for c in on_the_table.criteria]
    return Scorecard(tuple(c for c in criteria if isinstance(c, Criterion)), card.threshold)
