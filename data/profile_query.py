"""The one GROUP BY: leads counted by their answers and month, and profiles from what it gave."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from sqlglot import exp

from data.lead_table import LEADS
from data.reading import LOST, WON, Readings
from definitions.months import month_name
from definitions.profiles import UNKNOWN_MONTH, Integers, Profiles

MONTH, GROUP, OUTCOME, REVENUE = "m", "g", "o", "r"


def ordered_profile_query(read: Readings) -> exp.Select:
    """The one GROUP BY, its rows in the order of their answers."""
    return profile_query(read).order_by(*_keys(read))


def counted_names(read: Readings) -> list[str]:
    """The columns that the one GROUP BY gives, in their order."""
    return [*_keys(read), "leads", "won", "lost", "revenue"]


def gathered(read: Readings, counted: Mapping[str, NDArray[np.generic]]) -> Profiles:
    """The profiles from what the one GROUP BY gave, by column; by the first of its groups, if any."""
    answers = [_integers(counted[name]) for name in _answer_names(read)]
    months, month = _months(_integers(counted[MONTH]))
    return Profiles(
        criteria=tuple(reading.name for reading in read.criteria),
        labels=tuple(reading.labels for reading in read.criteria),
        months=months,
        # Columns lie together: a what-if reads them one by one.
        answers=np.asfortranarray(np.array(answers, dtype=np.int64).reshape(len(answers), len(month)).T),
        month=month,
        leads=_integers(counted["leads"]),
        won=_integers(counted["won"]),
        lost=_integers(counted["lost"]),
        revenue=np.asarray(counted["revenue"], dtype=np.float64),
        groups=read.groups[0].labels if read.groups else (),
        group=_integers(counted[group_name(0)]) if read.groups else None,
    )


def _months(numbers: Integers) -> tuple[tuple[str, ...], Integers]:
    """The months there are, and each number's place among them."""
    known = np.unique(numbers[numbers >= 0])
    places = np.where(numbers >= 0, np.searchsorted(known, numbers), UNKNOWN_MONTH)
    return tuple(month_name(number) for number in known.tolist()), places


def profile_query(read: Readings) -> exp.Select:
    """The one GROUP BY: inside, each lead's answer indexes, month and outcome; outside, the counts."""
    keys = _keys(read)
    groups = (reading.index.as_(group_name(place)) for place, reading in enumerate(read.groups))
    inner = exp.select(
        *(reading.index.as_(name) for reading, name in zip(read.criteria, _answer_names(read), strict=True)),
        read.month.index.as_(MONTH),
        *groups,
        read.outcome.index.as_(OUTCOME),
        read.revenue.amount.as_(REVENUE),
    ).from_(LEADS)
    return (
        exp.select(*keys, exp.Count(this=exp.Star()).as_("leads"))
        .select(_leads_with(WON).as_("won"), _leads_with(LOST).as_("lost"), _won_revenue().as_("revenue"))
        .from_(inner.subquery("answered"))
        .group_by(*keys)
    )


def _keys(read: Readings) -> list[str]:
    return [*_answer_names(read), MONTH, *(group_name(place) for place in range(len(read.groups)))]


def group_name(place: int) -> str:
    """The column of the leads' groups, the first kind of groups being 0."""
    return f"{GROUP}{place}"


def answer_name(place: int) -> str:
    """The column of the answers to a criterion, the first being 0."""
    return f"a{place:02}"


def _answer_names(read: Readings) -> list[str]:
    return [answer_name(place) for place in range(len(read.criteria))]


def _leads_with(outcome: int) -> exp.Expr:
    one, none = exp.Literal.number(1), exp.Literal.number(0)
    return exp.cast(exp.Sum(this=exp.Case().when(_is(outcome), one).else_(none)), "BIGINT")


def _won_revenue() -> exp.Expr:
    total = exp.Sum(this=exp.Case().when(_is(WON), exp.column(REVENUE)))
    return exp.cast(exp.Coalesce(this=total, expressions=[exp.Literal.number(0)]), "DOUBLE")


def _is(outcome: int) -> exp.Expr:
    return exp.column(OUTCOME).eq(outcome)


def _integers(array: NDArray[np.generic]) -> NDArray[np.int64]:
    return np.asarray(array, dtype=np.int64)
