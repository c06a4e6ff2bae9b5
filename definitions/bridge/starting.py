"""The card a search starts from: the rounded mean of what people propose."""

from __future__ import annotations

import numpy as np

from definitions.bridge.card import NO_GATE, Card
from definitions.bridge.room import Proposals, Room
from definitions.profiles import Decimals, Integers


def start_card(room: Room) -> Card:
    """The rounded mean of people's own cards; for what nobody proposed, what the present scorecard has.

    A gate that more than half of those who proposed anything name is in, at the middle of what they name.
    """
    proposals, present = room.proposals, room.present
    if proposals is None or not proposals.given.any():
        return present
    points = rounded(means(proposals.points, present.flat.astype(float)))
    thresholds = means(proposals.thresholds[:, None], np.array([float(present.threshold)]))
    return Card.of(points, int(rounded(thresholds)[0]), _gates(proposals), room.sizes)


def means(rows: Decimals, otherwise: Decimals) -> Decimals:
    """The mean of each column, nan left out; where a column is all nan, what it is otherwise."""
    known = np.isfinite(rows)
    counts = known.sum(axis=0)
    totals = np.where(known, rows, 0.0).sum(axis=0)
    return np.where(counts > 0, totals / np.maximum(counts, 1), otherwise)


def rounded(values: Decimals) -> Integers:
    """Whole numbers; a half is rounded up."""
    return np.floor(values + 0.5).astype(np.int64)


def _gates(proposals: Proposals) -> list[int]:
    return [_gate(column[column != NO_GATE], len(column)) for column in proposals.gates[proposals.given].T]


def _gate(named: Integers, people: int) -> int:
    return int(rounded(np.median(named, keepdims=True))[0]) if 2 * len(named) > people else NO_GATE
