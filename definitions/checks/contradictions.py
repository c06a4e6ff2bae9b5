"""Contradictions: leads that qualify although an answer that is worth nothing says they lack something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import prod

from definitions.checks.finding import CheckKind, Finding, Repair
from definitions.criteria import Answer, Criterion
from definitions.phrases import in_line, number, points, quoted
from definitions.scorecard import Scorecard
from definitions.wording import gate_requirement

MOST_COUNTED = 1_000_000
"""Combinations of answers up to this many are counted; of more only the best is described."""


def contradictions(scorecard: Scorecard) -> tuple[Finding, ...]:
    """For each criterion: whether a lead can qualify with an answer that is worth nothing.

    Such an answer passes the gate, if there is one, and gives no points or fewer where a better one
    gives some. Only leads with an answer to every question are looked at.
    """
    most = sum(_best(criterion) for criterion in scorecard.criteria)
    found = (_contradiction(scorecard, c, most - _best(c)) for c in scorecard.criteria)
    return tuple(finding for finding in found if finding is not None)


def worthless(criterion: Criterion) -> tuple[Answer, ...]:
    """The answers worth nothing that pass; none where no answer gives points, as with a penalty."""
    if criterion.highest <= 0:
        return ()
    return tuple(a for a in criterion.answers if a.points <= 0 and criterion.passes(a.label))


def _best(criterion: Criterion) -> int:
    return max(a.points for a in criterion.answers if criterion.passes(a.label))


def _contradiction(scorecard: Scorecard, criterion: Criterion, rest: int) -> Finding | None:
    needed = scorecard.threshold.qualified_from
    found = [answer for answer in worthless(criterion) if rest + answer.points >= needed]
    if not found:
        return None
    names = " or ".join(quoted(answer.label) for answer in found)
    most = rest + max(answer.points for answer in found)
    sentence = (
        f"A lead with {names} for {in_line(criterion.name)} can still qualify: with the best answer to every "
        f"other question it has {points(most)}, and {number(needed)} are enough."
    )
    counts = _counts(scorecard, criterion, found)
    return Finding(CheckKind.CONTRADICTION, criterion.name, f"{sentence}{counts}", _gated(criterion))


def _gated(criterion: Criterion) -> Repair:
    """A gate just above what is worth nothing; answers change places first if the better are not above."""
    answers = criterion.answers
    if any(a.points <= 0 < b.points for a, b in pairwise(answers)):
        answers = tuple(sorted(answers, key=lambda answer: -answer.points))
    gate = [answer.label for answer in answers if answer.points > 0][-1]
    mended = criterion.model_copy(update={"answers": answers, "gate": gate})
    return Repair(f"Make {gate_requirement(mended)} a must-have for {in_line(criterion.name)}.", (mended,))


def _counts(scorecard: Scorecard, criterion: Criterion, found: Sequence[Answer]) -> str:
    """How many of all qualifying combinations of answers are such, where they can be counted."""
    if prod(len(criterion.answers) for criterion in scorecard.criteria) > MOST_COUNTED:
        return ""
    passing = [[a for a in c.answers if c.passes(a.label)] for c in scorecard.criteria]
    such = [
        found if c is criterion else answers for c, answers in zip(scorecard.criteria, passing, strict=True)
    ]
    needed = scorecard.threshold.qualified_from
    return (
        f" That is {number(_qualifying(such, needed))} of the {number(_qualifying(passing, needed))} "
        "combinations of answers that qualify."
    )


def _qualifying(answers: Sequence[Sequence[Answer]], needed: int) -> int:
    """How many combinations, one answer from each, reach the points needed."""
    sums = Counter({0: 1})
    for some in answers:
        after: Counter[int] = Counter()
        for total, ways in sums.items():
            for answer in some:
                after[total + answer.points] += ways
        sums = after
    return sum(ways for total, ways in sums.items() if total >= needed)
