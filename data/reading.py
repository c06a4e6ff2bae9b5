"""A reading: how one column of a lead set is understood, as SQL that any warehouse can run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlglot import exp

from data.mapping_sql import index_of
from data.sql_texts import integer

WON, LOST, OPEN = 0, 1, 2
REVENUE_TYPE = "DECIMAL(18, 2)"


@dataclass(frozen=True)
class Reading:
    """One column's reading: a number for each text that is understood, -1 for all else.

    ``sql`` gives that number where spellings and their ``indexes`` do not. ``value``: the amount, of a column
    that holds amounts. ``missing``: what stands there for nothing, and so needs no understanding.
    """

    name: str
    labels: tuple[str, ...] = ()
    column: str | None = None
    indexes: Mapping[str, int] = field(default_factory=dict)
    sql: exp.Expr | None = None
    value: exp.Expr | None = None
    missing: tuple[str, ...] = ()
    is_criterion: bool = False

    @property
    def index(self) -> exp.Expr:
        """SQL for the number: CASE WHEN column IN (spellings of 0) THEN 0 ... ELSE -1 END."""
        if self.sql is not None:
            return self.sql.copy()
        if self.column is None:
            return integer(-1)
        meanings = sorted(set(self.indexes.values()))
        spellings = ((n, [s for s, index in self.indexes.items() if index == n]) for n in meanings)
        return index_of(self.column, spellings)

    @property
    def amount(self) -> exp.Expr:
        """SQL for the amount, NULL where there is none."""
        return exp.cast(exp.null(), REVENUE_TYPE) if self.value is None else self.value.copy()


@dataclass(frozen=True)
class Readings:
    """How a lead set is read by some criteria; ``groups``: what else the leads are counted by."""

    criteria: tuple[Reading, ...]
    month: Reading
    outcome: Reading
    revenue: Reading
    groups: tuple[Reading, ...] = ()

    @property
    def all(self) -> tuple[Reading, ...]:
        """Every reading that a file's values are understood by, criteria first."""
        return (*self.criteria, self.month, self.outcome, self.revenue)


@dataclass(frozen=True)
class Question:
    """What a criterion asks, in every wording compared: its name and all its answers' labels."""

    name: str
    labels: tuple[str, ...]
