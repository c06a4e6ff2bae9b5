"""Gaps and overlaps: numbers that no answer of a criterion covers, and numbers that two cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from definitions.answer_ranges import Range, covered, in_words
from definitions.checks.finding import CheckKind, Finding, Repair
from definitions.criteria import MOST_ANSWERS, Answer, Criterion
from definitions.phrases import in_line, points, quoted
from definitions.texts import fold_name


@dataclass(frozen=True)
class Seam:
    """Where two neighbouring ranges meet badly; ``lower`` and ``upper`` are places among the answers."""

    lower: int
    upper: int
    first: float
    last: float
    is_gap: bool


def gaps_and_overlaps(criteria: Sequence[Criterion]) -> tuple[Finding, ...]:
    """Every gap and overlap between the ranges of each criterion; beyond the outermost nothing is said."""
    return tuple(_finding(criterion, seam) for criterion in criteria for seam in seams(criterion))


def seams(criterion: Criterion) -> Iterator[Seam]:
    """Each range against what those below it cover, lowest first."""
    ordered = covered(criterion).ordered
    if not ordered:
        return
    place, reach = ordered[0]
    for other, after in ordered[1:]:
        seam = _seam(place, reach, other, after)
        if seam is not None:
            yield seam
        if (after.high, after.high_in) > (reach.high, reach.high_in):
            place, reach = other, after


def _seam(lower: int, below: Range, upper: int, above: Range) -> Seam | None:
    if above.low > below.high:
        whole = below.high_in and above.low_in and above.low - below.high == 1
        return None if whole and below.high.is_integer() else Seam(lower, upper, below.high, above.low, True)
    if above.low == below.high:
        if below.high_in != above.low_in:
            return None
        return Seam(lower, upper, above.low, above.low, not below.high_in)
    return Seam(lower, upper, above.low, min(below.high, above.high), False)


def _finding(criterion: Criterion, seam: Seam) -> Finding:
    unit = covered(criterion).unit
    one, other = (quoted(criterion.answers[place].label) for place in (seam.lower, seam.upper))
    span = in_words(seam.first, seam.last, unit)
    if seam.is_gap:
        words = f"{in_line(criterion.name)}: {span} has no answer, between {one} and {other}."
        return Finding(CheckKind.GAP, criterion.name, words, _filled(criterion, seam))
    words = f"{in_line(criterion.name)}: {span} has two answers, {one} and {other}."
    return Finding(CheckKind.OVERLAP, criterion.name, words, _parted(criterion, seam))


def _filled(criterion: Criterion, seam: Seam) -> Repair | None:
    """One more answer for the gap, between its neighbours, worth what lies midway between theirs."""
    answers, unit = _bounded(criterion), covered(criterion).unit
    if seam.first == seam.last:
        return _revised(criterion, _cut(answers, seam, seam.first), "Let the higher answer begin there.")
    label = in_words(seam.first, seam.last, unit)
    if len(answers) == MOST_ANSWERS or fold_name(label) in {fold_name(a.label) for a in answers}:
        return None
    worth = (answers[seam.lower].points + answers[seam.upper].points) // 2
    new = Answer(label=label, points=worth, at_least=seam.first, below=seam.last)
    answers.insert(max(seam.lower, seam.upper), new)
    return _revised(criterion, answers, f"Add the answer {quoted(label)} with {points(worth)}.")


def _parted(criterion: Criterion, seam: Seam) -> Repair | None:
    """The lower answer ends where the higher begins; a label that says otherwise is written anew."""
    answers = _bounded(criterion)
    lower, upper = answers[seam.lower], answers[seam.upper]
    if lower.at_least is not None and upper.at_least is not None and lower.at_least >= upper.at_least:
        return None
    if lower.below is None or (upper.below is not None and upper.below < lower.below):
        return None
    parted = _cut(answers, seam, seam.first)
    if seam.first < seam.last:
        parted[seam.lower] = _renamed(parted[seam.lower], lower, covered(criterion).unit)
    words = f"Let {quoted(lower.label)} end where {quoted(upper.label)} begins."
    labels = {fold_name(answer.label) for answer in parted}
    return _revised(criterion, parted, words) if len(labels) == len(parted) else None


def _cut(answers: list[Answer], seam: Seam, where: float) -> list[Answer]:
    """The answers, the lower one up to a number and the upper one from it."""
    found = list(answers)
    found[seam.lower] = found[seam.lower].model_copy(update={"below": where})
    found[seam.upper] = found[seam.upper].model_copy(update={"at_least": where})
    return found


def _renamed(cut: Answer, before: Answer, unit: str) -> Answer:
    low = -inf if cut.at_least is None else cut.at_least
    high = inf if cut.below is None else cut.below
    return cut if cut.below == before.below else cut.model_copy(update={"label": in_words(low, high, unit)})


def _bounded(criterion: Criterion) -> list[Answer]:
    """The answers with what their labels cover written into their bounds; whole numbers run on."""
    found = covered(criterion)
    answers = list(criterion.answers)
    starts = [covers.low for _, covers in found.ordered]
    for place, covers in found.ordered:
        whole = covers.high_in and covers.high + 1 in starts
        high = covers.high + 1 if whole else covers.high
        bounds = {"at_least": _bound(covers.low), "below": _bound(high)}
        answers[place] = answers[place].model_copy(update=bounds)
    return answers


def _bound(number: float) -> float | None:
    return number if abs(number) < inf else None


def _revised(criterion: Criterion, answers: list[Answer], words: str) -> Repair:
    gate = _gate(criterion, answers)
    update = {"answers": tuple(answers), "gate": gate, "unit": covered(criterion).unit}
    return Repair(words, (criterion.model_copy(update=update),))


def _gate(criterion: Criterion, answers: list[Answer]) -> str | None:
    """The gate under its answer's present label."""
    if criterion.gate is None or criterion.gate in {answer.label for answer in answers}:
        return criterion.gate
    return answers[criterion.labels.index(criterion.gate)].label
