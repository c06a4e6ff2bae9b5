"""The scorecard on the table: the clauses that are not left out, as they are worded now."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from alignment.clauses import Clause
from alignment.workshop import Workshop
from definitions.contents import ContentKind
from definitions.criteria import Criterion
from definitions.scorecard import Scorecard
from definitions.threshold import MOST, Threshold

USUAL_SHARE = Fraction(4, 5)
"""Where a threshold begins before anybody proposed one: the classic scorecard's 20 of 25 points."""


@dataclass(frozen=True)
class Present:
    """The present scorecard and the clauses it comes from: ``criteria`` in its order, at least one.

    ``threshold`` is ``None`` while nobody has proposed one; the scorecard then has the usual one.
    """

    criteria: tuple[Clause, ...]
    threshold: Clause | None
    scorecard: Scorecard


def present(workshop: Workshop) -> Present | None:
    """What would score a lead if the draft stood as it is; ``None`` without any criterion."""
    on_the_table = [clause for clause in workshop.clauses.values() if not clause.left_out]
    criteria = tuple(clause for clause in on_the_table if clause.kind is ContentKind.CRITERION)
    if not criteria:
        return None
    threshold = next((c for c in on_the_table if c.kind is ContentKind.THRESHOLD), None)
    asked = tuple(clause.content for clause in criteria if isinstance(clause.content, Criterion))
    content = threshold.content if threshold is not None else None
    sorts = content if isinstance(content, Threshold) else usual_threshold(asked)
    return Present(criteria, threshold, Scorecard(asked, sorts))


def present_scorecard(workshop: Workshop) -> Scorecard | None:
    """The scorecard on the table; ``None`` without any criterion."""
    found = present(workshop)
    return found.scorecard if found is not None else None


def usual_threshold(criteria: tuple[Criterion, ...]) -> Threshold:
    """A threshold to begin with: four fifths of the most points a lead can have, no nurture band."""
    highest = sum(criterion.highest for criterion in criteria)
    return Threshold(qualified_from=max(-MOST, min(MOST, ceil(USUAL_SHARE * highest))))
