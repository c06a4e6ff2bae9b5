"""Columns that need no mapping by hand: they bear a criterion's name, their values its answers' labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb

from data.importing.understood import Column, Understood
from data.leads_refused import LeadsRefused
from data.range_suggestions import ranges_of
from data.raw_rows import GONE, raw_rows
from data.sandbox import sandbox
from definitions.criteria import Criterion
from definitions.mapping import AnswerMapping, CriterionMapping, Mapping
from definitions.mapping_edits import with_criterion, with_kept
from definitions.numbers import DecimalMark
from definitions.texts import fold_name


def by_label(understood: Understood, criteria: Sequence[Criterion]) -> Mapping:
    """The mapping by names, labels and bounds alone; case and blanks do not count."""
    mapping = with_kept(
        Mapping(decimal=DecimalMark(understood.options.decimal or ".")),
        (column.name for column in understood.columns),
    )
    named = {fold_name(column.header): column for column in reversed(understood.columns)}
    for criterion in criteria:
        column = named.get(fold_name(criterion.name))
        mapped = CriterionMapping(criterion=criterion.name)
        if column is not None:
            mapped = answered_by(criterion, column, spellings(understood, column))
        mapping = with_criterion(mapping, mapped)
    return mapping


def answered_by(criterion: Criterion, column: Column, texts: Iterable[str]) -> CriterionMapping:
    """The column as the criterion's: each label in all its spellings, and numbers by the answers' bounds."""
    places = {fold_name(label): place for place, label in enumerate(criterion.labels)}
    values: dict[int, list[str]] = {place: [label] for place, label in enumerate(criterion.labels)}
    for text in texts:
        place = places.get(fold_name(text))
        if place is not None and text not in values[place]:
            values[place].append(text)
    ranges = ranges_of(criterion, column)
    answers = tuple(
        AnswerMapping(answer=label, values=tuple(values[place]), ranges=ranges.get(place, ()))
        for place, label in enumerate(criterion.labels)
    )
    return CriterionMapping(criterion=criterion.name, column=column.name, answers=answers)


def spellings(understood: Understood, column: Column) -> list[str]:
    """The different texts of a column."""
    with sandbox(understood.raw) as connection:
        try:
            texts = raw_rows(connection, understood).project(column.name).distinct().fetchall()
        except duckdb.Error as error:
            raise LeadsRefused(GONE) from error
    return sorted(text for (text,) in texts if text)
