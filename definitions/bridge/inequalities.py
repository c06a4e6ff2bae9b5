"""The exact search as an integer programme: its inequalities."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from definitions.bridge.card import Card, places
from definitions.bridge.columns import Columns
from definitions.bridge.leaning import Leaning
from definitions.profiles import Decimals, Integers

Row = tuple[dict[int, float], float]
"""The factors of some variables, and the most that their sum may be."""


def inequalities(
    start: Card, answers: Integers, votes: Leaning, columns: Columns, lower: Decimals, upper: Decimals
) -> tuple[Decimals, Decimals]:
    """All inequalities of a search: rows x variables, and the most of each row."""
    rows = [
        *_moves(start, columns),
        *_one_gate_each(columns),
        *_lowest(votes, columns),
        *_verdicts(start, answers, columns, lower, upper),
    ]
    matrix = np.zeros((len(rows), columns.count))
    for row, (terms, _) in enumerate(rows):
        matrix[row, list(terms)] = list(terms.values())
    return matrix, np.array([most for _, most in rows], dtype=float)


def _moves(start: Card, columns: Columns) -> Iterator[Row]:
    """A move is at least as far as the new number lies from the old one, to either side."""
    for place, now in enumerate([*start.flat.tolist(), start.threshold]):
        yield {place: 1.0, columns.moves + place: -1.0}, now
        yield {place: -1.0, columns.moves + place: -1.0}, -now


def _one_gate_each(columns: Columns) -> Iterator[Row]:
    for wanted in sorted({criterion for criterion, _ in columns.gates}):
        levels = (p for p, (criterion, _) in enumerate(columns.gates, columns.gate) if criterion == wanted)
        yield dict.fromkeys(levels, 1.0), 1


def _lowest(votes: Leaning, columns: Columns) -> Iterator[Row]:
    """The lowest agreement is no higher than any team's."""
    for yes, no in zip(votes.yes, votes.no, strict=True):
        verdicts = range(columns.verdict, columns.lowest)
        yield {columns.lowest: 1.0, **dict(zip(verdicts, (no - yes).tolist(), strict=True))}, no.sum()


def _verdicts(
    start: Card, answers: Integers, columns: Columns, lower: Decimals, upper: Decimals
) -> Iterator[Row]:
    """A lead qualifies exactly if its points reach the threshold and it fails no gate."""
    threshold = columns.answers
    for lead, placed in enumerate(places(answers, start.sizes)):
        given = placed[placed < columns.answers].tolist()
        verdict, failed = columns.verdict + lead, _failed(answers[lead], columns)
        short = float(upper[threshold] - lower[given].sum())
        over = float(upper[given].sum() - lower[threshold]) + 1
        yield {threshold: 1.0, verdict: short, **dict.fromkeys(given, -1.0)}, short
        excused = {verdict: -over, **dict.fromkeys(failed, -over)}
        yield {threshold: -1.0, **dict.fromkeys(given, 1.0), **excused}, -1
        yield from (({verdict: 1.0, gate: 1.0}, 1.0) for gate in failed)


def _failed(answers: Integers, columns: Columns) -> list[int]:
    """The possible gates that a lead would not pass."""
    return [
        place
        for place, (criterion, level) in enumerate(columns.gates, columns.gate)
        if not 0 <= answers[criterion] <= level
    ]
