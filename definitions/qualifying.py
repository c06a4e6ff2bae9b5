"""Qualifying a lead one question after another: how far it is, and which verdicts are still possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from definitions.attainable import totals
from definitions.criteria import Criterion
from definitions.phrases import in_line, listed, number, points
from definitions.scorecard import Line, Scorecard, Verdict, score
from definitions.wording import gate_requirement

Answers = Mapping[str, str | None]
"""Criterion -> answer label; ``None``: asked and not known; not there: not asked yet."""


@dataclass(frozen=True)
class SoFar:
    """A lead part of whose questions were asked.

    ``points``: those it has. ``left``: the most that the open questions give. ``failed``: lines whose gate it
    does not pass. ``possible``: the verdicts it can still get.
    """

    scorecard: Scorecard
    open: tuple[Criterion, ...]
    points: int
    left: int
    failed: tuple[Line, ...]
    possible: frozenset[Verdict]

    @property
    def needed(self) -> int:
        """The points that are missing to qualify; 0 if there are enough."""
        return max(0, self.scorecard.threshold.qualified_from - self.points)


def so_far(scorecard: Scorecard, answers: Answers) -> SoFar:
    """How far a lead is."""
    left = tuple(criterion for criterion in scorecard.criteria if criterion.name not in answers)
    receipt = score(scorecard, answers)
    failed = tuple(line for line in receipt.gates_failed if line.criterion.name in answers)
    reach = totals(left)
    possible = _possible(scorecard, receipt.points, left) if not failed else {Verdict.NOT_QUALIFIED}
    return SoFar(scorecard, left, receipt.points, reach.highest, failed, frozenset(possible))


def _possible(scorecard: Scorecard, had: int, left: Sequence[Criterion]) -> set[Verdict]:
    """The verdicts that the open questions leave: by every total they can give, or by a gate not passed."""
    reach, threshold = totals(left), scorecard.threshold
    nurture, qualified = threshold.nurture_from, threshold.qualified_from
    bands = [(Verdict.QUALIFIED, qualified, had + reach.highest)]
    if nurture is not None:
        bands.append((Verdict.NURTURE, nurture, qualified - 1))
    below = qualified if nurture is None else nurture
    bands.append((Verdict.NOT_QUALIFIED, had + reach.lowest, below - 1))
    found = {verdict for verdict, first, last in bands if reach.within(first - had, last - had)}
    return found | ({Verdict.NOT_QUALIFIED} if any(c.gate is not None for c in left) else set())


def next_question(criteria: Sequence[Criterion], answers: Answers, after: str = "") -> Criterion | None:
    """The next criterion that was not asked, from the one after ``after`` on, then from the beginning."""
    names = [criterion.name for criterion in criteria]
    place = names.index(after) + 1 if after in names else 0
    return next((c for c in (*criteria[place:], *criteria[:place]) if c.name not in answers), None)


def fitting(criteria: Sequence[Criterion], answers: Answers) -> dict[str, str | None]:
    """The answers that another version of the definition still knows; what was not known stays so."""
    labels = {criterion.name: criterion.labels for criterion in criteria}
    return {
        name: answer
        for name, answer in answers.items()
        if name in labels and (answer is None or answer in labels[name])
    }


def so_far_sentence(lead: SoFar) -> str:
    """What can still be reached, in one sentence or two."""
    if not lead.open:
        return ""
    if lead.failed:
        needs = [f"{in_line(f.criterion.name)} needs {gate_requirement(f.criterion)}" for f in lead.failed]
        return f"Not qualified, whatever the other answers: {listed(needs)}."
    if len(lead.possible) == 1:
        (verdict,) = lead.possible
        return f"{verdict.value.capitalize()}, whatever the other answers."
    if Verdict.QUALIFIED in lead.possible:
        return _can_qualify(lead)
    if Verdict.NURTURE in lead.possible:
        return f"Cannot qualify any more: {_short_by(lead)}. It can still be nurtured."
    return f"Cannot qualify any more: {_short_by(lead)}."


def _can_qualify(lead: SoFar) -> str:
    """What a lead that can still qualify needs for it."""
    gates = [f"{gate_requirement(c)} for {in_line(c.name)}" for c in lead.open if c.gate is not None]
    must = f" It must have {listed(gates)}." if gates else ""
    if not lead.needed:
        return f"Has the points to qualify.{must or ' Some answers would still cost it points.'}"
    return f"Can still qualify: needs {number(lead.needed)} of the {points(lead.left)} left.{must}"


def _short_by(lead: SoFar) -> str:
    return f"it needs {points(lead.needed)}, and {number(lead.left)} are left"
