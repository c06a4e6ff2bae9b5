"""Rejections: for which reasons and because of which clauses sales rejects leads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from definitions.handoff import ReasonKind
from definitions.measures.acceptance import acceptance_rate
from definitions.measures.codes import Decision
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate
from definitions.measures.journeys import Reason
from definitions.phrases import in_line, number, quoted


@dataclass(frozen=True)
class Rejections:
    """Rejected leads by reason and by clause, the most frequent first, as shares of all that were rejected.

    ``definitional``: those for a definitional reason, as a share of all decided leads. ``without_reason``:
    a promise that sales did not keep.
    """

    rejected: int
    by_reason: tuple[tuple[Reason, Rate], ...]
    by_clause: tuple[tuple[str, Rate], ...]
    by_kind: tuple[tuple[ReasonKind, Rate], ...]
    definitional: Rate
    without_reason: Rate

    @property
    def worst_clause(self) -> str | None:
        """The clause that causes most rejections; ``None`` where none is named."""
        return self.by_clause[0][0] if self.by_clause else None

    @property
    def surely_worst(self) -> bool:
        """Whether it causes more than the next: of the rejections for either, surely more than half."""
        if not self.by_clause or not self.by_clause[0][1].enough:
            return False
        first, following = [rate.hits for _, rate in (*self.by_clause, ("", Rate(0, 0)))[:2]]
        return Rate(first, first + following).share.low > 0.5


def rejections(counted: Counted) -> Rejections:
    """Why leads were rejected."""
    states = counted.states
    rows = states["decision"] == Decision.REJECTED
    rejected = states.count(rows)
    leads = states.by(states["reason"], len(counted.reasons), rows)
    named = [(reason, int(n)) for reason, n in zip(counted.reasons, leads, strict=True) if n]
    clauses: Counter[str] = Counter()
    kinds: Counter[ReasonKind] = Counter()
    for reason, n in named:
        clauses.update({reason.clause: n} if reason.clause else {})
        kinds.update({reason.kind: n} if reason.kind else {})
    return Rejections(
        rejected,
        tuple((reason, Rate(n, rejected)) for reason, n in sorted(named, key=lambda each: -each[1])),
        tuple((clause, Rate(n, rejected)) for clause, n in clauses.most_common()),
        tuple((kind, Rate(n, rejected)) for kind, n in kinds.most_common()),
        Rate(kinds[ReasonKind.DEFINITIONAL], acceptance_rate(counted).of),
        Rate(rejected - int(leads.sum()), rejected),
    )


def rejections_sentence(found: Rejections) -> str:
    """Which clause causes most rejections, in words."""
    if not found.rejected:
        return "No lead is rejected."
    if not found.by_clause:
        return f"None of the {number(found.rejected)} rejections names a clause."
    clause, rate = found.by_clause[0]
    of = f"{number(rate.hits)} of {number(rate.of)} rejections"
    if found.surely_worst:
        return f"{in_line(clause)} causes most rejections: {of}."
    return f"{in_line(clause)} causes {of}; whether it causes most we cannot know yet."


def reason_sentence(found: Rejections) -> str:
    """The most frequent reason, and how many rejections have none."""
    if not found.by_reason:
        return "No rejection gives a reason." if found.rejected else "No lead is rejected."
    reason, rate = found.by_reason[0]
    said = f"The most frequent reason is {quoted(reason.words)}: {number(rate.hits)} of {number(rate.of)}."
    return f"{said} Without a reason: {number(found.without_reason.hits)}."
