"""The exact integer programme: the best card for the raw votes, by branch and bound."""

from __future__ import annotations

import numpy as np

from definitions.bridge.card import NO_GATE, Card, verdicts
from definitions.bridge.columns import Columns, bounds, columns_of, gain
from definitions.bridge.inequalities import inequalities
from definitions.bridge.leaning import Leaning
from definitions.bridge.room import Limits
from definitions.bridge.tuning import EXACT_PENALTY, tuned
from definitions.profiles import Decimals, Integers

MOST_NODES = 500
"""Where the search ends with the best card found so far: a count, so that the answer is always the same."""


def exact(
    start: Card, answers: Integers, votes: Leaning, limits: Limits, penalty: float = EXACT_PENALTY
) -> Card:
    """The card with the most agreement by the raw votes, less the penalty for each point changed.

    Never worse by that measure than the threshold-only tuning, also where the search was ended.
    """
    columns = columns_of(start, len(answers))
    # Of equally good cards the solver finds another one if the teams come in another order.
    solution = _solved(start, answers, votes.ordered, limits, columns, penalty)
    simple = tuned(start, answers, votes, penalty)
    if solution is None:
        return simple
    found = _card(solution, start, columns)
    return max(found, simple, key=lambda card: objective(card, start, answers, votes, penalty))


def objective(
    card: Card, start: Card, answers: Integers, votes: Leaning, penalty: float = EXACT_PENALTY
) -> float:
    """What is made as large as it can be: what agreement is worth, less the penalty for the distance."""
    return float(votes.value(verdicts(card, answers))) - penalty * card.distance(start)


def _solved(
    start: Card, answers: Integers, votes: Leaning, limits: Limits, columns: Columns, penalty: float
) -> Decimals | None:
    """What the variables are in the best solution found, if any."""
    # Loading the solver takes half a second, which only those who search should wait.
    from scipy.optimize import Bounds, LinearConstraint, milp

    lower, upper = bounds(start, limits, columns)
    matrix, most = inequalities(start, answers, votes, columns, lower, upper)
    whole = np.ones(columns.count)
    whole[[columns.lowest, *range(columns.moves, columns.gate)]] = 0
    solved = milp(
        -gain(start, votes, columns, penalty),
        integrality=whole,
        bounds=Bounds(lower, upper),
        constraints=LinearConstraint(matrix, -np.inf, most),
        options={"mip_rel_gap": 0.0, "node_limit": MOST_NODES},
    )
    return None if solved.x is None else np.asarray(solved.x, dtype=float)


def _card(solution: Decimals, start: Card, columns: Columns) -> Card:
    whole = np.rint(solution[: columns.answers + 1]).astype(np.int64)
    gates = [NO_GATE] * len(start.sizes)
    for place, (criterion, level) in enumerate(columns.gates, columns.gate):
        if solution[place] > 0.5:
            gates[criterion] = level
    return Card.of(whole[:-1], int(whole[-1]), gates, start.sizes)
