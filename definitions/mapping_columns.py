"""A mapping for another file of the same shape: its columns may lie in another order."""

from __future__ import annotations

from collections import abc
from typing import Any

from definitions.mapping import Mapping
from definitions.texts import fold_name

Headers = abc.Mapping[str, str]
"""Column -> its name in the file."""


def same_shape(one: Headers, other: Headers) -> bool:
    """Whether two files have columns of the same names, in whatever order."""
    return sorted(map(fold_name, one.values())) == sorted(map(fold_name, other.values()))


def moved(mapping: Mapping, before: Headers, now: Headers) -> Mapping:
    """The mapping of one file for another of the same shape."""
    places = {fold_name(header): column for column, header in now.items()}
    columns = {column: places[fold_name(header)] for column, header in before.items()}
    found = _moved(mapping.model_dump(), columns)
    found["missing"] = {columns[column]: values for column, values in mapping.missing.items()}
    return Mapping.model_validate(found)


def _moved(part: dict[str, Any], columns: Headers) -> dict[str, Any]:
    return {field: _field(field, value, columns) for field, value in part.items()}


def _field(field: str, value: Any, columns: Headers) -> Any:
    if field in {"column", "revenue", "source", "lead"}:
        return None if value is None else columns[value]
    if field in {"kept", "insisted"}:
        return tuple(columns[each] for each in value)
    if field in {"outcome", "date", "qualified_by"}:
        return None if value is None else _moved(value, columns)
    if field == "criteria":
        return tuple(_moved(each, columns) for each in value)
    return value
