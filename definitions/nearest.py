"""What a lead would need to qualify: the smallest changes of its answers that could really change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from definitions.criteria import AnsweredBy, Criterion
from definitions.phrases import in_line, listed, quoted
from definitions.scorecard import Receipt, Scorecard, Verdict, score

MOST_QUESTIONS = 14
"""Of more questions that could help, those that could help most are tried."""
MOST_WAYS = 3


@dataclass(frozen=True)
class Step:
    """Another answer to one question. ``before``: ``None`` if it is not answered yet."""

    criterion: str
    before: str | None
    after: str
    steps: int
    gain: int


@dataclass(frozen=True)
class Way:
    """Steps that together qualify the lead; none of them can be left out."""

    steps: tuple[Step, ...]

    @property
    def length(self) -> int:
        """How many places the answers move up, all together."""
        return sum(step.steps for step in self.steps)


def fixed_by_nature(scorecard: Scorecard, lead: Mapping[str, str | None]) -> frozenset[str]:
    """The answers that no talk changes: those a data source gave. What is not known can be found out."""
    return frozenset(
        criterion.name
        for criterion in scorecard.criteria
        if criterion.answered_by is AnsweredBy.DATA and lead.get(criterion.name) in criterion.labels
    )


def nearest(
    scorecard: Scorecard,
    lead: Mapping[str, str | None],
    fixed: Collection[str] | None = None,
    most: int = MOST_WAYS,
) -> tuple[Way, ...]:
    """The ways to qualify with the fewest other answers, the shortest first; at most ``most``.

    ``fixed``: criteria whose answer cannot change; by default what data sources said. Nothing for a lead that
    qualifies already, nor for one that cannot. An answer that is missing lies below the last one.
    """
    receipt = score(scorecard, lead)
    if receipt.verdict is Verdict.QUALIFIED:
        return ()
    kept = fixed_by_nature(scorecard, lead) if fixed is None else fixed
    options = _options(receipt, kept)
    must = [line.criterion.name for line in receipt.gates_failed]
    needed = scorecard.threshold.qualified_from - receipt.points
    if any(name not in options for name in must):
        return ()
    return tuple(sorted(_ways(options, must, needed), key=lambda way: way.length)[:most])


def _options(receipt: Receipt, fixed: Collection[str]) -> dict[str, list[Step]]:
    """The steps each question could take: those to an answer that passes its gate and helps."""
    options: dict[str, list[Step]] = {}
    for line in receipt.lines:
        found = [
            step
            for step in _steps(line.criterion, line.answer, line.points)
            if line.criterion.passes(step.after) and (step.gain > 0 or not line.gate_passed)
        ]
        if found and line.criterion.name not in fixed:
            options[line.criterion.name] = found
    return options


def _steps(criterion: Criterion, before: str | None, points: int) -> Iterable[Step]:
    labels = criterion.labels
    place = labels.index(before) if before is not None else len(labels)
    for other, answer in enumerate(criterion.answers):
        if answer.label != before:
            yield Step(criterion.name, before, answer.label, abs(place - other), answer.points - points)


def _ways(options: Mapping[str, list[Step]], must: Sequence[str], needed: int) -> list[Way]:
    """All ways with the fewest questions: those whose gate failed, and as few others as do."""
    gains = {name: max(step.gain for step in steps) for name, steps in options.items()}
    helping = sorted((n for n in options if n not in must), key=lambda n: -gains[n])[:MOST_QUESTIONS]
    for more in range(len(helping) + 1):
        chosen = ([*must, *others] for others in combinations(helping, more))
        enough = [names for names in chosen if sum(gains[name] for name in names) >= needed]
        if enough:
            return [_shortest([options[n] for n in options if n in names], needed) for names in enough]
    return []


def _shortest(options: Sequence[list[Step]], needed: int) -> Way:
    """One step for each question so that the points suffice, moving as little as possible."""
    best: dict[int, tuple[Step, ...]] = {0: ()}
    for steps in options:
        after: dict[int, tuple[Step, ...]] = {}
        for gain, taken in best.items():
            for step in steps:
                total, way = gain + step.gain, (*taken, step)
                if total not in after or _length(way) < _length(after[total]):
                    after[total] = way
        best = after
    return Way(min((way for gain, way in best.items() if gain >= needed), key=_length))


def _length(steps: Iterable[Step]) -> int:
    return sum(step.steps for step in steps)


def way_sentence(way: Way) -> str:
    """A way in words: "Budget "Ready" instead of "None", and Need "Clear", which is not known yet."."""
    return f"{listed([_words(step) for step in way.steps])}."


def _words(step: Step) -> str:
    wanted = f"{in_line(step.criterion)} {quoted(step.after)}"
    return (
        f"{wanted} (not known yet)" if step.before is None else f"{wanted} instead of {quoted(step.before)}"
    )
