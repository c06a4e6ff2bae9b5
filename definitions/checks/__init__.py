"""Checks of a scorecard: what it says without meaning to, each with its repair."""

from __future__ import annotations

from definitions.checks.contradictions import contradictions
from definitions.checks.covering import gaps_and_overlaps
from definitions.checks.deciding import deciding_alone, never_deciding, ruling_out
from definitions.checks.finding import CheckKind, Finding, Repair, repaired
from definitions.checks.reaching import everybody_qualifies, reaching
from definitions.scorecard import Scorecard

__all__ = ["CheckKind", "Finding", "Repair", "checks", "repaired"]


def checks(scorecard: Scorecard) -> tuple[Finding, ...]:
    """Everything that was found, the most serious first; at once, also for hundreds of criteria.

    Where nobody or everybody can qualify, that is said, and not its consequence for each criterion.
    """
    extremes = (*reaching(scorecard), *everybody_qualifies(scorecard))
    covering = gaps_and_overlaps(scorecard.criteria)
    if any(found.kind is not CheckKind.EMPTY_BAND for found in extremes):
        return (*extremes, *covering)
    return (
        *contradictions(scorecard),
        *covering,
        *deciding_alone(scorecard),
        *never_deciding(scorecard),
        *ruling_out(scorecard),
        *extremes,
    )
