"""Surprises: leads that sales accepted and lost, and leads that it rejected and that were then won."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.measures.cells import Filter
from definitions.measures.codes import Close, Decision
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate
from definitions.phrases import number
from definitions.profiles import Integers


@dataclass(frozen=True)
class Surprises:
    """``wasted``: lost, of accepted leads that closed. ``missed``: won, of rejected leads that closed."""

    wasted: Rate
    missed: Rate


def surprises(counted: Counted) -> Surprises:
    """How often sales' first decision was followed by the opposite."""
    states = counted.states
    won, lost = (
        [states.count((states["decision"] == each) & (states["close"] == close)) for each in Decision]
        for close in (Close.WON, Close.LOST)
    )
    yes, no = Decision.ACCEPTED, Decision.REJECTED
    return Surprises(Rate(lost[yes], won[yes] + lost[yes]), Rate(won[no], won[no] + lost[no]))


def surprising_rows(
    counted: Counted, decision: Decision, close: Close, wanted: Filter | None = None
) -> Integers:
    """The places of leads with a decision and an end, such as rejected and won, of those a filter chooses."""
    fates = counted.fates
    rows = np.flatnonzero(fates.kept & (fates.decision == decision) & (fates.close == close))
    if wanted is None:
        return rows
    return rows[counted.cells.chosen(wanted)[counted.cells.of_lead[rows]]]


def surprises_sentence(found: Surprises) -> str:
    """Both in words."""
    wasted, missed = found.wasted, found.missed
    return (
        f"Accepted and lost: {number(wasted.hits)} of {number(wasted.of)} that closed. "
        f"Rejected and then won: {number(missed.hits)}."
    )
