"""Readings of the groups that leads are counted by: their source, or who qualified them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlglot import exp

from data.lead_table import LeadTable
from data.mapping_sql import index_of, qualified_by_index, text
from data.reading import Reading
from data.sql_texts import NONE, integer
from definitions.groups import OTHER_GROUPS, By
from definitions.mapping import QualifiedByMapping
from definitions.outcomes import QualifiedBy
from definitions.texts import fold_name

SOURCE_COLUMNS = ("Source", "Lead source")
QUALIFIED_BY_COLUMNS = ("Qualified by",)
KINDS = tuple(kind.value for kind in QualifiedBy)
MOST_GROUPS = 20


def group_reading(table: LeadTable, by: By) -> Reading:
    """How leads are told apart; by a column of the mapping, or of a set without one by the column's name."""
    return _source(table) if by is By.SOURCE else _qualified_by(table)


def _source(table: LeadTable) -> Reading:
    """The most frequent sources, whatever their case; what is rarer is taken together."""
    mapping = table.file.mapping if table.file else None
    column = mapping.source if mapping else table.column(*SOURCE_COLUMNS)
    if column is None:
        return Reading(By.SOURCE.value)
    missing = mapping.missing_in(column) if mapping else ()
    return source_reading(column, [each for each, _ in table.spellings(text(column))], missing)


def source_reading(
    column: str, known: Iterable[str], missing: tuple[str, ...] = (), more: bool = False
) -> Reading:
    """The sources by their spellings, the most frequent first; ``more``: others than these can turn up."""
    spellings: dict[str, list[str]] = {}
    for spelling in known:
        if spelling not in missing:
            spellings.setdefault(fold_name(spelling), []).append(spelling)
    named, others = list(spellings.values())[:MOST_GROUPS], more or len(spellings) > MOST_GROUPS
    labels = tuple(each[0] for each in named) + ((OTHER_GROUPS,) if others else ())
    sql = index_of(column, enumerate(named))
    if others:
        nothing = exp.or_(_is_blank(column), index_of(column, [(0, missing)]).eq(0))
        blank = exp.Case().when(nothing, integer(NONE))
        sql = blank.when(sql.copy().neq(NONE), sql).else_(integer(len(named)))
    return Reading(By.SOURCE.value, labels, column, sql=sql, missing=missing)


def _is_blank(column: str) -> exp.Expr:
    blank = exp.Trim(this=text(column)).eq(exp.Literal.string(""))
    return exp.or_(text(column).is_(exp.null()), blank)


def _qualified_by(table: LeadTable) -> Reading:
    if table.file is not None:
        return qualified_by_reading(table.file.mapping.qualified_by)
    column = table.column(*QUALIFIED_BY_COLUMNS)
    known = {kind: place for place, kind in enumerate(KINDS)}
    found = [spelling for spelling, _ in table.spellings(text(column))] if column else []
    indexes = {each: known[fold_name(each)] for each in found if fold_name(each) in known}
    return Reading(By.QUALIFIED_BY.value, KINDS, column, indexes)


def qualified_by_reading(mapped: QualifiedByMapping | None) -> Reading:
    """Who qualified the leads, by a mapping."""
    if mapped is None:
        return Reading(By.QUALIFIED_BY.value, KINDS)
    return Reading(By.QUALIFIED_BY.value, KINDS, mapped.column, sql=qualified_by_index(mapped))
