"""Profiles of a lead set: its leads counted by their answers and month, in one GROUP BY."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlglot import exp

from data.counted_set import counted_set
from data.lead_table import LEADS, LeadTable, lead_table
from data.profile_query import gathered, ordered_profile_query
from data.quick_sql import innermost, quick, slow_columns
from data.reading import Readings
from data.readings import readings
from definitions.criteria import Criterion
from definitions.groups import By
from definitions.profiles import Profiles

FEW_TEXTS = 200_000


def profiles(
    folder: Path, lead_set_hash: str, criteria: Sequence[Criterion], by: By | None = None
) -> Profiles:
    """The lead set's profiles by these criteria; raises LeadsRefused when the leads are not there.

    To compare two scorecards give the criteria of both: those of one name are read together.
    ``by``: count them by source or by who qualified them as well.
    """
    if (counted := counted_set(folder, lead_set_hash)) is not None:
        return counted.profiles(criteria, By(by) if by else None)
    with lead_table(folder, lead_set_hash) as table:
        return count_profiles(table, readings(table, criteria, By(by) if by else None))


def count_profiles(table: LeadTable, read: Readings) -> Profiles:
    """The table's profiles, in the order of their answers."""
    query = ordered_profile_query(read)
    return gathered(read, table.arrays(quick(query, _few_texts(table, query))))


def _few_texts(table: LeadTable, query: exp.Select) -> list[str]:
    """Those slow columns that hold few different texts."""
    columns = slow_columns(innermost(query))
    if not columns:
        return []
    different = (exp.ApproxDistinct(this=exp.column(column, quoted=True)).as_(column) for column in columns)
    counted = table.rows(exp.select(*different).from_(LEADS))[0]
    return [column for column, texts in zip(columns, counted, strict=True) if int(str(texts)) <= FEW_TEXTS]
