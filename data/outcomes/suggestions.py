"""A first mapping of a file of outcomes, suggested by names and values; people then change it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz, process

from data.answer_suggestions import ALIKE, alike
from data.importing.understood import Column, Type, Understood
from data.meaning_suggestions import date_order
from data.outcomes.vocabulary import ACCEPTED, BOTH, DECISION, EVENTS, REASON, REJECTED, VERSION
from data.suggestions import suggest
from data.vocabulary import HEADERS, plain_words
from definitions.criteria import Criterion
from definitions.handoff import Handoff
from definitions.mapping import Mapping
from definitions.mapping_edits import Meaning, with_meaning
from definitions.measures.journeys import Event
from definitions.measures.outcome_mapping import (
    DecisionMapping,
    EventMapping,
    OutcomesMapping,
    ReasonMapping,
)
from definitions.months import read_month

SUITS = 0.82
"""How much a column's name must be like a usual one, 0 to 1."""
MOST_REASONS = 500
UNLIKE = 0.9
"""The share of different values from which a column may be what leads are called."""


def suggest_outcomes(
    understood: Understood, criteria: Sequence[Criterion], handoff: Handoff
) -> OutcomesMapping:
    """What the columns seem to mean; moments without a zone are of the handoff's business hours."""
    leads = suggest(understood, criteria)
    leads = with_meaning(leads, Meaning.DATE, None)
    columns = [column for column in understood.columns if not column.personal and column.filled]
    events = {
        event: EventMapping(event=event, column=c.name, order=date_order(c), zone=handoff.hours.time_zone)
        for event, c in _events(columns).items()
    }
    leads = _with_reference(_without(leads, {each.column for each in events.values()}), columns)
    free = [column for column in columns if column.name not in {each.column for each in events.values()}]
    reason = _named(free, REASON)
    return OutcomesMapping(
        leads=leads,
        events=tuple(events[event] for event in Event if event in events),
        decision=_decision(free),
        reason=reason.name if reason is not None and reason.distinct <= MOST_REASONS else None,
        reasons=suggest_reasons(reason, handoff) if reason is not None else (),
        version=getattr(_named(free, VERSION), "name", None),
    )


def suggest_reasons(column: Column, handoff: Handoff) -> tuple[ReasonMapping, ...]:
    """The handoff's reasons with the column's values that are like them."""
    values: dict[str, list[str]] = {}
    for value, _ in column.top:
        scored = [(alike(each.words, value), each.words) for each in handoff.reject_reasons]
        scored += [(alike(each.clause, value), each.words) for each in handoff.reject_reasons if each.clause]
        best = max(scored, default=(0.0, ""))
        if best[0] >= ALIKE:
            values.setdefault(best[1], []).append(value)
    return tuple(
        ReasonMapping(words=r.words, kind=r.kind, clause=r.clause, values=tuple(values.get(r.words, ())))
        for r in handoff.reject_reasons
    )


def suggest_decision(column: Column) -> DecisionMapping:
    """What seems to mean accepted and rejected in a column."""
    return DecisionMapping(
        column=column.name, accepted=_meaning(column, ACCEPTED), rejected=_meaning(column, REJECTED)
    )


def holds_moments(column: Column) -> bool:
    """Whether most of what is written in a column are dates or moments."""
    if column.type is Type.DATE:
        return True
    order, leads = date_order(column), sum(count for _, count in column.top)
    read = sum(count for value, count in column.top if read_month(value.strip(), order))
    return bool(leads) and read >= 0.5 * leads


def _events(columns: Sequence[Column]) -> dict[Event, Column]:
    """Which column is whose moment: the likest pair first; a column of both ends is the moment of both."""
    moments = [column for column in columns if holds_moments(column)]
    pairs = sorted(_pairs(moments), key=lambda pair: -pair[0])
    found: dict[Event, Column] = {}
    taken: set[str] = set()
    for _, events, column in pairs:
        if column.name not in taken and not any(event in found for event in events):
            found |= dict.fromkeys(events, column)
            taken.add(column.name)
    return found


def _pairs(columns: Sequence[Column]) -> Iterator[tuple[float, tuple[Event, ...], Column]]:
    usual: dict[tuple[Event, ...], tuple[str, ...]] = {
        **{(event,): names for event, names in EVENTS.items()},
        **BOTH,
    }
    for column in columns:
        for events, names in usual.items():
            score = _likeness(column.header, names)
            if score >= SUITS:
                yield score, events, column


def _likeness(header: str, names: Sequence[str]) -> float:
    """How much a name is like one of the usual ones; the first count a bit more."""
    found = process.extractOne(plain_words(header), names, scorer=fuzz.token_sort_ratio)
    return found[1] / 100 - found[2] / 1_000 if found else 0.0


def _named(columns: Sequence[Column], names: Sequence[str]) -> Column | None:
    best = max(columns, key=lambda column: _likeness(column.header, names), default=None)
    return best if best is not None and _likeness(best.header, names) >= SUITS else None


def _decision(columns: Sequence[Column]) -> DecisionMapping | None:
    found = [(_likeness(column.header, DECISION), column) for column in columns]
    for score, column in sorted(found, key=lambda pair: -pair[0]):
        mapped = suggest_decision(column)
        if mapped.accepted and mapped.rejected and score >= 0.6:
            return mapped
    return None


def _meaning(column: Column, words: Collection[str]) -> tuple[str, ...]:
    return tuple(value for value, _ in column.top if plain_words(value) in words)


def _with_reference(leads: Mapping, columns: Sequence[Column]) -> Mapping:
    """With what leads are called, also where some lead is in the file twice, which is to be found out."""
    free = [column for column in columns if column.name not in leads.used]
    named = _named([c for c in free if c.distinct >= UNLIKE * c.filled], HEADERS[Meaning.LEAD])
    if leads.lead is not None or named is None:
        return leads
    return with_meaning(leads, Meaning.LEAD, named.name)


def _without(leads: Mapping, columns: set[str]) -> Mapping:
    """The mapping in which columns of moments mean nothing else."""
    for meaning in Meaning:
        chosen = getattr(leads, meaning.value)
        if chosen is not None and getattr(chosen, "column", chosen) in columns:
            leads = with_meaning(leads, meaning, None)
    return leads
