"""Criteria that never change a verdict, and answers that decide a verdict alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from definitions.attainable import Totals, totals_without_each
from definitions.checks.finding import CheckKind, Finding, Repair
from definitions.criteria import MOST_POINTS, Answer, Criterion
from definitions.phrases import in_line, number, points, quoted
from definitions.scorecard import Scorecard
from definitions.wording import gate_requirement


def never_deciding(scorecard: Scorecard) -> tuple[Finding, ...]:
    """Criteria whose answers, or none, leave every lead's verdict as it is, whatever the other answers."""
    others = totals_without_each(scorecard.criteria)
    return tuple(
        _idle(criterion)
        for criterion, rest in zip(scorecard.criteria, others, strict=True)
        if not _decides(scorecard, criterion, rest)
    )


def _decides(scorecard: Scorecard, criterion: Criterion, rest: Totals) -> bool:
    """Whether some total of the others lies where this criterion's points carry it over a band's edge."""
    bands = (scorecard.threshold.qualified_from, scorecard.threshold.nurture_from)
    edges = [edge for edge in bands if edge is not None]
    worth = sorted({0, *(answer.points for answer in criterion.answers)})
    if criterion.gate is not None:
        passing = max(a.points for a in criterion.answers if criterion.passes(a.label))
        return rest.highest + passing >= min(edges)
    spans = [(edge - high, edge - low - 1) for edge in edges for low, high in pairwise(worth)]
    return any(rest.within(first, last) for first, last in spans)


def _idle(criterion: Criterion) -> Finding:
    words = f"{in_line(criterion.name)} never changes a verdict, whatever the answer."
    repair = Repair(f"Leave {in_line(criterion.name)} out.", left_out=(criterion.name,))
    return Finding(CheckKind.NEVER_DECIDES, criterion.name, words, repair)


def deciding_alone(scorecard: Scorecard) -> tuple[Finding, ...]:
    """Answers with which a lead qualifies whatever its other answers, or if it has none."""
    return tuple(
        found
        for criterion in scorecard.criteria
        if not any(other.gate is not None for other in scorecard.criteria if other is not criterion)
        for found in _alone(scorecard, criterion)
    )


def _alone(scorecard: Scorecard, criterion: Criterion) -> Iterator[Finding]:
    """One finding a criterion, with all its answers that suffice, cut to what does not suffice."""
    rest = scorecard.lowest - criterion.lowest
    needed = scorecard.threshold.qualified_from
    enough = [a for a in criterion.answers if criterion.passes(a.label) and rest + a.points >= needed]
    if not enough or len(scorecard.criteria) == 1:
        return
    most = needed - rest - 1
    names = " or ".join(quoted(answer.label) for answer in enough)
    words = f"{names} for {in_line(criterion.name)} is enough to qualify, whatever the other answers."
    repair = _capped(criterion, enough, most, names) if most >= -MOST_POINTS else None
    yield Finding(CheckKind.DECIDES_ALONE, criterion.name, words, repair)


def _capped(criterion: Criterion, enough: Sequence[Answer], most: int, names: str) -> Repair:
    answers = [a.model_copy(update={"points": most}) if a in enough else a for a in criterion.answers]
    capped = criterion.model_copy(update={"answers": tuple(answers)})
    return Repair(f"Give {names} at most {points(most)}.", (capped,))


def ruling_out(scorecard: Scorecard) -> tuple[Finding, ...]:
    """Answers with which no lead can qualify, although they are not below a gate."""
    most = sum(_best(criterion) for criterion in scorecard.criteria)
    found = (_unsaid(scorecard, c, most - _best(c)) for c in scorecard.criteria)
    return tuple(finding for finding in found if finding is not None)


def _best(criterion: Criterion) -> int:
    return max(a.points for a in criterion.answers if criterion.passes(a.label))


def _unsaid(scorecard: Scorecard, criterion: Criterion, rest: int) -> Finding | None:
    """What rules out by its points alone; the repair is a gate, where those answers are the last."""
    needed = scorecard.threshold.qualified_from
    passing = [answer for answer in criterion.answers if criterion.passes(answer.label)]
    out = [answer for answer in passing if rest + answer.points < needed]
    if not out or len(out) == len(passing):
        return None
    names = " or ".join(quoted(answer.label) for answer in out)
    words = (
        f"{names} for {in_line(criterion.name)} rules a lead out without saying so: the best answers to all "
        f"other questions bring it to {points(rest + max(a.points for a in out))} of {number(needed)}."
    )
    kept = passing[: -len(out)]
    if passing[-len(out) :] != out:
        return Finding(CheckKind.UNSAID_GATE, criterion.name, words)
    gated = criterion.model_copy(update={"gate": kept[-1].label})
    repair = Repair(f"Say so: {gate_requirement(gated)} is a must-have.", (gated,))
    return Finding(CheckKind.UNSAID_GATE, criterion.name, words, repair)
