"""The scorecard: criteria, points, gates and bands together, and what they say of one lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from definitions.criteria import Criterion
from definitions.threshold import Threshold


class Verdict(StrEnum):
    """What a scorecard says of a lead."""

    QUALIFIED = "qualified"
    NURTURE = "nurture"
    NOT_QUALIFIED = "not qualified"


@dataclass(frozen=True)
class Scorecard:
    """Criteria in the order they are asked, and the threshold that sorts leads."""

    criteria: tuple[Criterion, ...]
    threshold: Threshold

    @property
    def highest(self) -> int:
        """The most points a lead can have."""
        return sum(criterion.highest for criterion in self.criteria)

    @property
    def lowest(self) -> int:
        """The fewest points a lead can have, unanswered questions included."""
        return sum(criterion.lowest for criterion in self.criteria)

    def verdict(self, points: int, gates_passed: bool) -> Verdict:
        """The verdict for a lead's points, given whether it passes every gate."""
        if not gates_passed:
            return Verdict.NOT_QUALIFIED
        if points >= self.threshold.qualified_from:
            return Verdict.QUALIFIED
        nurture_from = self.threshold.nurture_from
        if nurture_from is not None and points >= nurture_from:
            return Verdict.NURTURE
        return Verdict.NOT_QUALIFIED


@dataclass(frozen=True)
class Line:
    """One line of a receipt: a criterion, the lead's answer (``None``: not answered), its points."""

    criterion: Criterion
    answer: str | None
    points: int
    gate_passed: bool


@dataclass(frozen=True)
class Receipt:
    """How a lead's verdict came about: every answer, its points, every gate."""

    lines: tuple[Line, ...]
    points: int
    verdict: Verdict

    @property
    def gates_failed(self) -> tuple[Line, ...]:
        """The lines whose gate the lead does not pass."""
        return tuple(line for line in self.lines if not line.gate_passed)


def score(scorecard: Scorecard, lead: Mapping[str, str | None]) -> Receipt:
    """The receipt for a lead given as criterion name -> answer label.

    A missing name, ``None`` or an unknown label counts as not answered: 0 points, and no gate passed.
    """
    lines = tuple(_line(criterion, lead.get(criterion.name)) for criterion in scorecard.criteria)
    points = sum(line.points for line in lines)
    return Receipt(lines, points, scorecard.verdict(points, all(line.gate_passed for line in lines)))


def _line(criterion: Criterion, label: str | None) -> Line:
    known = label if label in criterion.labels else None
    return Line(criterion, known, criterion.points(known), criterion.passes(known))


@dataclass(frozen=True)
class Change:
    """Another answer to one question, and the verdict the lead would then have."""

    criterion: Criterion
    answer: str
    verdict: Verdict


def changes(scorecard: Scorecard, lead: Mapping[str, str | None]) -> tuple[Change, ...]:
    """What would change the verdict: every single other answer that gives the lead another one."""
    verdict = score(scorecard, lead).verdict
    others = (
        Change(criterion, label, score(scorecard, {**lead, criterion.name: label}).verdict)
        for criterion in scorecard.criteria
        for label in criterion.labels
    )
    return tuple(change for change in others if change.verdict != verdict)
