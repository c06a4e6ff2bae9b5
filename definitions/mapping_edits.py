"""Changing a mapping by one choice at a time; what is used is always kept as well."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from definitions.mapping import CriterionMapping, Mapping
from definitions.texts import fold_name


class Meaning(StrEnum):
    """What a column can mean besides an answer to a criterion."""

    OUTCOME = "outcome"
    DATE = "date"
    REVENUE = "revenue"
    SOURCE = "source"
    QUALIFIED_BY = "qualified_by"
    LEAD = "lead"


def with_criterion(mapping: Mapping, changed: CriterionMapping) -> Mapping:
    """The mapping in which one criterion is mapped so."""
    folded = fold_name(changed.criterion)
    others = {fold_name(each.criterion): each for each in mapping.criteria}
    return _changed(mapping, criteria=tuple({**others, folded: changed}.values()))


def with_meaning(mapping: Mapping, meaning: Meaning, changed: object) -> Mapping:
    """The mapping in which a meaning has this column (or its mapping), or none."""
    return _changed(mapping, **{meaning.value: changed})


def with_kept(mapping: Mapping, columns: Iterable[str]) -> Mapping:
    """The mapping that keeps these columns, and those that mean something all the same."""
    return _changed(mapping, kept=tuple(columns))


def only_used(mapping: Mapping) -> Mapping:
    """The mapping without the columns that mean nothing."""
    used = mapping.used
    missing = {column: values for column, values in mapping.missing.items() if column in used}
    insisted = tuple(column for column in mapping.insisted if column in used)
    return _changed(mapping, kept=(), missing=missing, insisted=insisted)


def with_insisted(mapping: Mapping, column: str, insisted: bool) -> Mapping:
    """The mapping in which somebody insists on a column that looks like a leak, or no longer does."""
    others = tuple(each for each in mapping.insisted if each != column)
    return _changed(mapping, insisted=(*others, column) if insisted else others)


def with_missing(mapping: Mapping, column: str, markers: Iterable[str]) -> Mapping:
    """The mapping in which these values of a column stand for nothing."""
    others = {name: values for name, values in mapping.missing.items() if name != column}
    found = tuple(markers)
    return _changed(mapping, missing={**others, column: found} if found else others)


def _changed(mapping: Mapping, **fields: Any) -> Mapping:
    loose = mapping.model_copy(update=fields)
    kept = dict.fromkeys((*loose.kept, *sorted(loose.used)))
    return Mapping.model_validate({**dict(loose), "kept": tuple(sorted(kept, key=_place))})


def _place(column: str) -> int:
    return int(column.removeprefix("c"))
