"""A receipt on one line: every answer with its points, and how the must-haves stand."""

from __future__ import annotations

from collections.abc import Iterable

from definitions.criteria import Criterion
from definitions.scorecard import Receipt

BETWEEN = "; "


def pieces(criterion: Criterion) -> tuple[str, ...]:
    """What a receipt says of a criterion: first without an answer, then for each of its answers."""
    return tuple(_piece(criterion, label) for label in (None, *criterion.labels))


def receipt_line(receipt: Receipt) -> str:
    """A lead's receipt, such as "Budget: Ready 5; Need: Clear 5 (must-have met)"."""
    return joined(_piece(line.criterion, line.answer) for line in receipt.lines)


def joined(said: Iterable[str]) -> str:
    """Pieces as one line."""
    return BETWEEN.join(said)


def _piece(criterion: Criterion, label: str | None) -> str:
    answer = "not answered" if label is None else f"{label} {criterion.points(label)}"
    if criterion.gate is None:
        return f"{criterion.name}: {answer}"
    met = "met" if criterion.passes(label) else "not met"
    return f"{criterion.name}: {answer} (must-have {met})"
