"""What somebody changed about a mapping, for the same file read in another way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from definitions.mapping import Mapping
from definitions.mapping_columns import Headers
from definitions.mapping_edits import Meaning, with_criterion, with_insisted, with_meaning, with_missing
from definitions.texts import fold_name

Columns = dict[str, str]
"""Column -> the column of the same name in the other reading."""


@dataclass(frozen=True)
class Choices:
    """One reading's columns by their names, the mapping that was offered for it, and what was made of that.

    ``kept``: the columns chosen to be kept, whether they mean something or not.
    """

    headers: Headers
    offered: Mapping
    chosen: Mapping
    kept: tuple[str, ...]

    def carried(self, fresh: Mapping, headers: Headers) -> Mapping:
        """The mapping for another reading, with every choice about columns that it has as well."""
        columns = self._columns(headers)
        for mapped in self.chosen.criteria:
            if mapped != self.offered.of(mapped.criterion) and _is_there(mapped.column, columns):
                fresh = with_criterion(fresh, _moved(mapped, columns))
        for meaning in Meaning:
            chosen, offered = (getattr(each, meaning.value) for each in (self.chosen, self.offered))
            if chosen != offered and _is_there(_column(chosen), columns):
                fresh = with_meaning(fresh, meaning, _moved(chosen, columns))
        return self._with_values(fresh, columns)

    def covers(self, earlier: Choices) -> bool:
        """Whether every column of an earlier reading was here, so that its choices are here, or undone."""
        return len(earlier._columns(self.headers)) == len(earlier.headers)

    def kept_of(self, fresh: Iterable[str], headers: Headers) -> tuple[str, ...]:
        """The columns to keep in another reading."""
        columns = self._columns(headers)
        added = {columns[each] for each in {*self.kept} - {*self.offered.kept} if each in columns}
        removed = {columns[each] for each in {*self.offered.kept} - {*self.kept} if each in columns}
        return tuple(sorted(({*fresh} | added) - removed))

    def _columns(self, headers: Headers) -> Columns:
        places = {fold_name(header): column for column, header in headers.items()}
        before = ((column, fold_name(header)) for column, header in self.headers.items())
        return {column: places[name] for column, name in before if name in places}

    def _with_values(self, fresh: Mapping, columns: Columns) -> Mapping:
        """With the values chosen to stand for nothing, and the columns insisted on."""
        for column, now in columns.items():
            missing = self.chosen.missing_in(column)
            if missing != self.offered.missing_in(column):
                fresh = with_missing(fresh, now, missing)
            insisted = column in self.chosen.insisted
            if insisted != (column in self.offered.insisted):
                fresh = with_insisted(fresh, now, insisted)
        return fresh


def _column(part: Any) -> str | None:
    return part if isinstance(part, str) or part is None else part.column


def _is_there(column: str | None, columns: Columns) -> bool:
    return column is None or column in columns


def _moved(part: Any, columns: Columns) -> Any:
    column = _column(part)
    if column is None or isinstance(part, str):
        return part if column is None else columns[column]
    return part.model_copy(update={"column": columns[column]})
