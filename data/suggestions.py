"""A first mapping of a file, suggested by how much names and values are alike; people then change it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from rapidfuzz import fuzz

from data.answer_suggestions import likeness_of_values, suggest_answers, tells_all, tells_the_topic
from data.importing.understood import Column, Understood
from data.leaks import leaks
from data.meaning_suggestions import SUITS, fitness, suggest_meaning
from data.vocabulary import plain_words, topics
from definitions.criteria import Criterion
from definitions.mapping import CriterionMapping, Mapping
from definitions.mapping_edits import Meaning, with_criterion, with_kept, with_meaning
from definitions.numbers import DecimalMark

__all__ = ["suggest", "suggest_answers", "suggest_meaning"]
NAME, VALUES = 0.6, 0.4
"""How much the likeness of names and of values counts."""
LIKE_ENOUGH = 55.0
SAME_TOPIC, PART_OF_NAME = 75.0, 85.0
"""How much names on one topic are alike, and names of which one is a part of the other, at most."""
SAME_NAME, SOME_NAME = 90.0, 70.0
"""From where on a name is enough, and below which values that answer any question say nothing."""


def suggest(understood: Understood, criteria: Sequence[Criterion]) -> Mapping:
    """A first mapping: what is not about persons is kept, what looks like a leak is not used."""
    decimal = DecimalMark(understood.options.decimal or ".")
    columns = [column for column in understood.columns if not column.personal]
    markers = {c.name: c.missing_markers for c in columns if c.missing_markers}
    mapping = Mapping(decimal=decimal, missing=markers)
    for meaning in Meaning:
        mapping = _with_meaning(mapping, meaning, columns)
    suspects = {leak.column for leak in leaks(understood, mapping)}
    free = [c for c in columns if c.name not in suspects and c.name not in _spoken_for(mapping)]
    pairs = _pairs(criteria, free)
    for criterion in criteria:
        mapping = with_criterion(mapping, _mapped(criterion, pairs.get(criterion.name), decimal))
    return with_kept(mapping, (column.name for column in columns))


def _with_meaning(mapping: Mapping, meaning: Meaning, columns: Iterable[Column]) -> Mapping:
    """The mapping with the column that suits a meaning best, if one does and has no other meaning."""
    free = [(fitness(column, meaning), column) for column in columns if column.name not in mapping.used]
    best = max(free, key=lambda found: found[0], default=(0.0, None))
    if best[1] is None or best[0] < SUITS:
        return mapping
    return with_meaning(mapping, meaning, suggest_meaning(best[1], meaning))


def _mapped(criterion: Criterion, column: Column | None, decimal: DecimalMark) -> CriterionMapping:
    """The column for the criterion, unless nothing in it means an answer."""
    if column is not None:
        mapped = suggest_answers(criterion, column, decimal)
        if any(answer.values or answer.ranges for answer in mapped.answers):
            return mapped
    return CriterionMapping(criterion=criterion.name)


def _spoken_for(mapping: Mapping) -> frozenset[str]:
    """The columns that cannot answer a criterion; the source can."""
    return mapping.used - {mapping.source or ""}


def _pairs(criteria: Sequence[Criterion], columns: Sequence[Column]) -> dict[str, Column]:
    """Which column answers which criterion: the likest pair first, each column once."""
    ranked = sorted(
        ((likeness(criterion, column), criterion, column) for criterion in criteria for column in columns),
        key=lambda pair: -pair[0],
    )
    found: dict[str, Column] = {}
    for alike, criterion, column in ranked:
        if alike >= LIKE_ENOUGH and criterion.name not in found and not _taken(column, found.values()):
            found[criterion.name] = column
    return found


def likeness(criterion: Criterion, column: Column) -> float:
    """How much a column looks like a criterion's answers, 0 to 100."""
    names = name_likeness(criterion.name, column.header)
    if names >= SAME_NAME:
        return names
    if tells_all(criterion, column):
        return max(names, LIKE_ENOUGH)
    if names < SOME_NAME and not tells_the_topic(criterion, column):
        return 0.0
    return NAME * names + VALUES * likeness_of_values(criterion, column)


def name_likeness(name: str, header: str) -> float:
    """How much two names are alike, 0 to 100; words on one topic count too."""
    one, other = plain_words(name), plain_words(header)
    part = min(fuzz.token_set_ratio(one, other), PART_OF_NAME)
    topic = SAME_TOPIC if topics(name) & topics(header) else 0.0
    return max(fuzz.token_sort_ratio(one, other), part, topic)


def _taken(column: Column, others: Collection[Column]) -> bool:
    return any(column.name == other.name for other in others)
