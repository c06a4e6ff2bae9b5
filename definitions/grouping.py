"""Leads of equal answers together: which rows of answers are the same, and sums over them."""

from __future__ import annotations

import numpy as np

from definitions.profiles import NOT_ANSWERED, Integers

_MOST_KEYS = 2**62


def groups(answers: Integers) -> tuple[Integers, Integers]:
    """The first row of each distinct row of answers, and each row's group; m rows, k columns.

    Each row gets a number by its answers. Before those numbers would outgrow 64 bits, they are counted
    through anew, so that different rows never share one.
    """
    keys, distinct = np.zeros(len(answers), dtype=np.int64), 1
    for column in answers.T:
        size = int(column.max(initial=0)) + 2
        if distinct > _MOST_KEYS // size:
            keys = np.unique(keys, return_inverse=True)[1]
            distinct = len(answers)
        keys, distinct = keys * size + (column - NOT_ANSWERED), distinct * size
    _, first, group = np.unique(keys, return_index=True, return_inverse=True)
    return first, group


def sums(counts: Integers, group: Integers, groups: int) -> Integers:
    """The counts of each group's rows together; n counts in, one for each of so many groups out."""
    return np.bincount(group, weights=counts, minlength=groups).astype(np.int64)
