"""What is new in the next export of the same shape: values that the earlier file did not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sqlglot import exp

from data.importing.understood import Counts, Understood
from data.lead_file import LeadFile
from data.lead_table import LEADS, lead_table
from data.leads_refused import LeadsRefused
from data.mapping_sql import text
from data.suggestions import suggest_answers
from definitions.criteria import Criterion
from definitions.mapping import CriterionMapping
from definitions.mapping import Mapping as Meanings
from definitions.mapping_edits import with_criterion
from definitions.texts import fold_name

News = Mapping[str, Counts]
"""Column -> its new values, to which the earlier mapping gave no meaning, and how many leads have them."""


def news(folder: Path, former: LeadFile, understood: Understood, mapping: Meanings) -> News:
    """The new values in columns of which each value is given its meaning; most frequent first."""
    before = {fold_name(header): column for column, header in former.headers.items()}
    columns = {column.name: column for column in understood.columns}
    found: dict[str, Counts] = {}
    for name, known in _meanings(mapping):
        column = columns[name]
        fresh = [(value, leads) for value, leads in column.top if value.strip() and value not in known]
        old = _held(folder, former, before.get(fold_name(column.header)), fresh)
        left = tuple((value, leads) for value, leads in fresh if value not in old)
        if left:
            found[name] = left
    return found


def _meanings(mapping: Meanings) -> Iterator[tuple[str, set[str]]]:
    """The columns whose values have meanings one by one, and the values that have one or are missing."""
    for mapped in mapping.criteria:
        values = {value for each in mapped.answers for value in each.values}
        if mapped.column is not None and values and not any(each.ranges for each in mapped.answers):
            yield mapped.column, values | set(mapping.missing_in(mapped.column))
    if (end := mapping.outcome) is not None:
        yield end.column, {*end.won, *end.lost, *end.open, *mapping.missing_in(end.column)}
    if (by := mapping.qualified_by) is not None:
        known = {*by.self_qualified, *by.vetted, *by.unqualified, *mapping.missing_in(by.column)}
        yield by.column, known


def _held(folder: Path, former: LeadFile, column: str | None, values: list[tuple[str, int]]) -> set[str]:
    """Which of these values the earlier leads had; all of them if those cannot be read any more."""
    if column is None or column not in former.mapping.kept or not values:
        return set()
    named = text(column).isin(*(exp.Literal.string(value) for value, _ in values))
    query = exp.select(text(column).as_("v")).distinct().from_(LEADS).where(named)
    try:
        with lead_table(folder, former.hash) as table:
            return {str(row[0]) for row in table.rows(query)}
    except LeadsRefused:
        return {value for value, _ in values}


def with_news(
    mapping: Meanings, found: News, understood: Understood, criteria: Sequence[Criterion]
) -> Meanings:
    """The mapping in which new values mean what they are suggested to mean, if anything."""
    columns = {column.name: column for column in understood.columns}
    for criterion in criteria:
        mapped = mapping.of(criterion.name)
        column = columns.get(mapped.column or "") if mapped is not None else None
        if mapped is not None and column is not None and column.name in found:
            suggested = suggest_answers(criterion, column, mapping.decimal)
            fresh = {value for value, _ in found[column.name]}
            mapping = with_criterion(mapping, _wider(mapped, suggested, fresh))
    return mapping


def _wider(mapped: CriterionMapping, suggested: CriterionMapping, fresh: set[str]) -> CriterionMapping:
    new = {each.answer: [value for value in each.values if value in fresh] for each in suggested.answers}
    answers = (
        each.model_copy(update={"values": (*each.values, *new.get(each.answer, ()))})
        for each in mapped.answers
    )
    return mapped.model_copy(update={"answers": tuple(answers)})
