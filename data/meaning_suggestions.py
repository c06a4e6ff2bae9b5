"""Which columns say what became of a lead, when it came, what it brought, from where, and who answered."""

from __future__ import annotations

import re
from collections.abc import Collection

from rapidfuzz import fuzz, process

from data.importing.understood import Column, Type
from data.vocabulary import HEADERS, LOST, NO, OPEN, SELF, UNQUALIFIED, VETTED, WON, YES, plain_words
from definitions.mapping import DateMapping, OutcomeMapping, QualifiedByMapping
from definitions.mapping_edits import Meaning
from definitions.months import DateOrder, read_month

SUITS = 0.75
"""How well a column must suit a meaning to be suggested, 0 to 1."""
NAMELESS = re.compile(r"Column \d+")
"""What a column is called that has no name in its file."""
Suggestion = OutcomeMapping | DateMapping | QualifiedByMapping | str


def suggest_meaning(column: Column, meaning: Meaning) -> Suggestion:
    """How the column is mapped if it has this meaning."""
    match meaning:
        case Meaning.OUTCOME:
            return _outcome(column)
        case Meaning.DATE:
            return DateMapping(column=column.name, order=date_order(column))
        case Meaning.QUALIFIED_BY:
            return QualifiedByMapping(
                column=column.name,
                self_qualified=_meaning_one_of(column, SELF),
                vetted=_meaning_one_of(column, VETTED),
                unqualified=_meaning_one_of(column, UNQUALIFIED),
            )
    return column.name


def fitness(column: Column, meaning: Meaning) -> float:
    """How well a column suits a meaning, 0 to 1, by its name and what is written in it."""
    named = _named(column, meaning)
    match meaning:
        case Meaning.OUTCOME:
            return _outcome_fitness(column, named)
        case Meaning.DATE:
            return named if _share_of_dates(column, date_order(column)) >= 0.8 else 0.0
        case Meaning.REVENUE:
            return named if column.type is Type.NUMBER else 0.0
        case Meaning.QUALIFIED_BY:
            found = _share(column, SELF | VETTED | UNQUALIFIED)
            return max(named, 0.8) if found >= 0.8 and _share(column, {"vetted", "self qualified"}) else 0.0
        case Meaning.SOURCE:
            return named if column.type is Type.TEXT and 1 < column.distinct <= 1_000 else 0.0
    every = column.filled > 0 and column.distinct == column.filled
    return named if every or column.type is Type.IDENTIFIER else 0.0


def date_order(column: Column) -> DateOrder:
    """The order in which most of the column's dates make sense; where two do, the day comes first."""
    orders = (DateOrder.YEAR_FIRST, DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
    return max(orders, key=lambda order: _share_of_dates(column, order))


def _outcome(column: Column) -> OutcomeMapping:
    won, lost = _meaning_one_of(column, WON | YES), _meaning_one_of(column, LOST | NO)
    return OutcomeMapping(column=column.name, won=won, lost=lost, open=_meaning_one_of(column, OPEN))


def _outcome_fitness(column: Column, named: float) -> float:
    """Plain words for won and lost are enough; yes and no need a telling name, if columns have names."""
    if _share(column, WON) and _share(column, WON | LOST | OPEN) >= 0.5:
        return 0.8 + 0.2 * named
    if NAMELESS.fullmatch(column.header) and {value for value, _ in column.top} == {"0", "1"}:
        return SUITS
    if _share(column, WON | YES) and _share(column, WON | YES | LOST | NO) >= 0.8:
        return named if named >= 0.85 else 0.0
    return 0.0


def _named(column: Column, meaning: Meaning) -> float:
    """How much the column's name is like one that such columns often have; the first count a bit more."""
    found = process.extractOne(plain_words(column.header), HEADERS[meaning], scorer=fuzz.token_sort_ratio)
    return found[1] / 100 - found[2] / 1_000 if found else 0.0


def _meaning_one_of(column: Column, known: Collection[str]) -> tuple[str, ...]:
    """The column's values that are among these words, as they are spelled."""
    return tuple(value for value, _ in column.top if plain_words(value) in known)


def _share(column: Column, known: Collection[str]) -> float:
    """The share of the frequent values' leads whose value is among these words."""
    markers = set(column.missing_markers)
    leads = sum(count for value, count in column.top if value not in markers)
    return sum(n for v, n in column.top if v not in markers and plain_words(v) in known) / max(leads, 1)


def _share_of_dates(column: Column, order: DateOrder) -> float:
    if not column.top:
        # Too many different ones to be counted, as moments are; of those as in ISO the first is known.
        return float(column.type is Type.DATE and read_month(column.least, order) is not None)
    markers = set(column.missing_markers)
    values = [(value, leads) for value, leads in column.top if value not in markers]
    leads = sum(count for _, count in values)
    return sum(count for value, count in values if read_month(value, order)) / max(leads, 1)
