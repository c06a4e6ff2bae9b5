"""Leads that came to an end, by their answers: what a second opinion is fitted to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from definitions.grouping import groups, sums
from definitions.measures.cells import Filter
from definitions.measures.codes import Close
from definitions.measures.counting import Counted
from definitions.measures.journeys import UNKNOWN
from definitions.profiles import Decimals, Integers, Profiles
from definitions.texts import fold_name


def closed_profiles(counted: Counted, wanted: Filter, names: Sequence[str]) -> Profiles:
    """The won and lost leads that a filter chooses, by their answers to the criteria of these names.

    Criteria that the data do not tell are left out. Leads that are open still, or of which the end cannot be
    believed, are none of them.
    """
    rows = _closed(counted, wanted)
    answers, places = _answers(counted, names, rows)
    journeys, won = counted.journeys, counted.fates.close[rows] == Close.WON
    first, group = groups(answers)

    def total(counts: Integers) -> Integers:
        return sums(counts, group, len(first))

    return Profiles(
        criteria=tuple(journeys.criteria[place] for place in places),
        labels=tuple(journeys.labels[place] for place in places),
        months=(),
        answers=answers[first],
        month=np.full(len(first), UNKNOWN),
        leads=total(np.ones(len(rows), np.int64)),
        won=total(won.astype(np.int64)),
        lost=total((~won).astype(np.int64)),
        revenue=np.bincount(group, _revenue(counted, rows) * won, len(first)).astype(float),
    )


def _closed(counted: Counted, wanted: Filter) -> Integers:
    fates, cells = counted.fates, counted.cells
    rows = np.flatnonzero(fates.kept & ((fates.close == Close.WON) | (fates.close == Close.LOST)))
    return rows[cells.chosen(wanted)[cells.of_lead[rows]]]


def _answers(counted: Counted, names: Sequence[str], rows: Integers) -> tuple[Integers, list[int]]:
    """Rows x criteria places of answers, and the criteria's places in the journeys."""
    journeys, asked = counted.journeys, {fold_name(name) for name in names}
    places = [place for place, name in enumerate(journeys.criteria) if fold_name(name) in asked]
    columns = [journeys.answers[place][rows].astype(np.int64) for place in places]
    return np.array(columns, np.int64).reshape(len(places), len(rows)).T, places


def _revenue(counted: Counted, rows: Integers) -> Decimals:
    revenue = counted.journeys.revenue
    return np.nan_to_num(revenue[rows]) if revenue is not None else np.zeros(len(rows))
