"""Profiles of a lead set: its leads counted by their answers and month, in one GROUP BY."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlglot import exp

from data.lead_table import LEADS, LeadTable, lead_table
from data.readings import LOST, WON, Readings, readings
from definitions.criteria import Criterion
from definitions.profiles import Profiles

MONTH, OUTCOME, REVENUE = "m", "o", "r"


def profiles(folder: Path, lead_set_hash: str, criteria: Sequence[Criterion]) -> Profiles:
    """The lead set's profiles by these criteria; raises LeadsRefused when the leads are not there.

    To compare two scorecards give the criteria of both: those of one name are read together.
    """
    with lead_table(folder, lead_set_hash) as table:
        return count_profiles(table, readings(table, criteria))


def count_profiles(table: LeadTable, read: Readings) -> Profiles:
    """The table's profiles, in the order of their answers."""
    keys = [*_answer_names(read), MONTH]
    counted = table.arrays(profile_query(read).order_by(*keys))
    answers = [_integers(counted[name]) for name in _answer_names(read)]
    return Profiles(
        criteria=tuple(reading.name for reading in read.criteria),
        labels=tuple(reading.labels for reading in read.criteria),
        months=read.month.labels,
        # Columns lie together: a what-if reads them one by one.
        answers=np.asfortranarray(np.array(answers, dtype=np.int64).reshape(len(answers), -1).T),
        month=_integers(counted[MONTH]),
        leads=_integers(counted["leads"]),
        won=_integers(counted["won"]),
        lost=_integers(counted["lost"]),
        revenue=np.asarray(counted["revenue"], dtype=np.float64),
    )


def profile_query(read: Readings) -> exp.Select:
    """The one GROUP BY: inside, each lead's answer indexes, month and outcome; outside, the counts."""
    keys = [*_answer_names(read), MONTH]
    inner = exp.select(
        *(reading.index.as_(name) for reading, name in zip(read.criteria, _answer_names(read), strict=True)),
        read.month.index.as_(MONTH),
        read.outcome.index.as_(OUTCOME),
        read.revenue.value.copy().as_(REVENUE),
    ).from_(LEADS)
    return (
        exp.select(*keys, exp.Count(this=exp.Star()).as_("leads"))
        .select(_leads_with(WON).as_("won"), _leads_with(LOST).as_("lost"), _won_revenue().as_("revenue"))
        .from_(inner.subquery("answered"))
        .group_by(*keys)
    )


def _answer_names(read: Readings) -> list[str]:
    return [f"a{number:02}" for number in range(len(read.criteria))]


def _leads_with(outcome: int) -> exp.Expression:
    one, none = exp.Literal.number(1), exp.Literal.number(0)
    return exp.cast(exp.Sum(this=exp.Case().when(_is(outcome), one).else_(none)), "BIGINT")


def _won_revenue() -> exp.Expression:
    total = exp.Sum(this=exp.Case().when(_is(WON), exp.column(REVENUE)))
    return exp.cast(exp.Coalesce(this=total, expressions=[exp.Literal.number(0)]), "DOUBLE")


def _is(outcome: int) -> exp.Expression:
    return exp.column(OUTCOME).eq(outcome)


def _integers(array: NDArray[np.generic]) -> NDArray[np.int64]:
    return np.asarray(array, dtype=np.int64)
