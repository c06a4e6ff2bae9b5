"""The agreement index: one number for how far all teams agree, in which no team can be outvoted.

For teams i of k with a_i agreeing among n_i who took a position:

    share_i = (a_i + 1/2) / (n_i + 1)        index = (share_1 x ... x share_k) ^ (1/k)

The share is the mean of what is believed of a team after n votes and Jeffreys' prior, Beta(1/2, 1/2): H.
Jeffreys, Proceedings of the Royal Society A 186 (1946), 453-461; for shares see Brown, Cai and DasGupta,
Statistical Science 16 (2001), 101-133. The geometric mean punishes the lowest team: multiplying one
team's share by some factor moves the index as much whichever team it is, and as a share nears 0, so does
the index.

Few votes: a team that nobody of took a position counts 1/2, neither for nor against. One vote makes 1/4
or 3/4, two alike 1/6 or 5/6, three alike 1/8 or 7/8: small teams can neither block nor carry alone, and
an index of 1 is never reached. With 8 of 8 in marketing and 0 of 2 in sales the majority is 80 %, the
index 40 %. With one or two people in a team its share shows how they voted: show it only for groups as
large as the host allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import nan, prod

PRIOR = 0.5
"""Votes added to each side."""


def smoothed(agree: int, positions: int) -> float:
    """A team's share of agreement, drawn towards a half as a single vote would."""
    if not 0 <= agree <= positions:
        raise ValueError("no more can agree than took a position")
    return (agree + PRIOR) / (positions + 2 * PRIOR)


def agreement_index(agree: Sequence[int], positions: Sequence[int]) -> float:
    """The geometric mean of the teams' smoothed shares; nan without a team."""
    shares = [smoothed(a, n) for a, n in zip(agree, positions, strict=True)]
    return float(prod(shares) ** (1 / len(shares))) if shares else nan


def plain_majority(agree: Sequence[int], positions: Sequence[int]) -> float:
    """The share of all who took a position, teams forgotten; nan if nobody did."""
    taken = sum(positions)
    return sum(agree) / taken if taken else nan
