"""Reading a file's rows as journeys: what the mapping says of its columns, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from data.importing.understood import Understood
from data.mapping_sql import answer_index, number, qualified_by_index, text
from data.outcomes.moments import ROWS, Moments, read_moments
from data.outcomes.named import has_one_of, read_names, read_reasons, read_references
from data.outcomes.outcome_file import ReadColumn
from data.raw_rows import raw_rows
from data.sandbox import sandbox
from definitions.criteria import Criterion
from definitions.measures.journeys import UNKNOWN, Coded, Codes, Event, Journeys, Reason, Times
from definitions.measures.outcome_mapping import OutcomesMapping
from definitions.outcomes import QualifiedBy
from definitions.profiles import Decimals, Flags

DAY = np.timedelta64(86_400, "s")
BITS = {event: np.int16(1 << place) for place, event in enumerate(Event)}


@dataclass(frozen=True, eq=False)
class Outcomes:
    """What was read: the journeys, the n references as written, and what could be read of each column."""

    journeys: Journeys
    references: Sequence[str]
    columns: tuple[ReadColumn, ...]


@dataclass
class _Reader:
    connection: duckdb.DuckDBPyConnection
    mapping: OutcomesMapping
    headers: dict[str, str]
    columns: list[ReadColumn] = field(default_factory=list)

    def header(self, column: str) -> str:
        return self.headers.get(column, column)

    def markers(self, column: str) -> tuple[str, ...]:
        return self.mapping.leads.missing_in(column)

    def filled(self, column: str) -> Flags:
        """n: whether something is written in a column, a marker apart."""
        query = f"SELECT coalesce(trim({column}) <> '' AND NOT list_contains(?, trim({column})), false) AS y FROM rows"  # noqa: S608, E501 - c01, ...
        found = self.connection.execute(query, [list(self.markers(column))]).fetchnumpy()
        return np.asarray(found["y"], bool)

    def note(
        self, what: str, column: str, filled: int, unread: int, days: int = 0, zoneless: int = 0
    ) -> None:
        header = self.header(column)
        self.columns.append(
            ReadColumn(what=what, header=header, filled=filled, unread=unread, days=days, zoneless=zoneless)
        )


def read_outcomes(
    understood: Understood, mapping: OutcomesMapping, criteria: Sequence[Criterion], now: datetime
) -> Outcomes:
    """The journeys of a file that was read; raises duckdb.Error when its rows are gone."""
    headers = {column.name: column.header for column in understood.columns}
    with sandbox(understood.raw) as connection:
        raw_rows(connection, understood).create_view(ROWS)
        reader = _Reader(connection, mapping, headers)
        times, days = _events(reader, understood.rows_kept)
        source, version = _names(reader, mapping.leads.source, "source"), _version(reader)
        reasons, reason = _reasons(reader)
        reference, written = _references(reader)
        journeys = Journeys(
            as_of=as_of(times, days, now),
            times=times,
            source=source,
            qualified_by=_qualified_by(reader),
            version=version,
            reasons=reasons,
            reason=reason,
            revenue=_revenue(reader),
            reference=reference,
            **_answers(reader, criteria),
            days=days,
        )
    return Outcomes(journeys, written, tuple(reader.columns))


def as_of(times: dict[Event, Times], days: Codes | None, now: datetime) -> np.datetime64:
    """Until when the data tell: the latest moment that is not after now; of a day, its end."""
    limit = np.datetime64(int(now.timestamp()), "s")
    latest = np.datetime64("NaT")
    for event, column in times.items():
        past = column[column <= limit]
        if len(past):
            by_day = days is not None and bool((days[column == past.max()] & BITS[event]).any())
            latest = np.fmax(latest, past.max() + (DAY - np.timedelta64(1, "s") if by_day else 0))
    return limit if np.isnat(latest) else min(latest, limit)


def _events(reader: _Reader, size: int) -> tuple[dict[Event, Times], Codes | None]:
    """The events' moments, and n bit masks of those that are known by the day only."""
    times: dict[Event, Times] = {}
    days = np.zeros(size, np.int16)
    read: dict[tuple[object, ...], Moments] = {}
    for event in Event:
        mapped = reader.mapping.of(event)
        if mapped is None:
            continue
        key = (mapped.column, mapped.order, mapped.zone)
        if key not in read:
            read[key] = read_moments(reader.connection, mapped, reader.markers(mapped.column))
        found, unread = read[key], int(read[key].unread.sum())
        filled = int((~np.isnat(found.times)).sum()) + unread
        reader.note(event.value, mapped.column, filled, unread, int(found.days.sum()), found.zoneless)
        happened = _happened(reader, event, size)
        times[event] = np.where(happened, found.times, np.datetime64("NaT"))
        days[found.days & happened] |= BITS[event]
    _to_the_hour(times, days)
    return times, days if days.any() else None


def _happened(reader: _Reader, event: Event, size: int) -> Flags:
    said = reader.mapping.said_by(event)
    return np.ones(size, bool) if said is None else has_one_of(reader.connection, *said)


def _to_the_hour(times: dict[Event, Times], days: Codes) -> None:
    """What is known by the day is no earlier than what came before it on the same day."""
    last = np.full(len(days), np.datetime64("NaT"), "datetime64[s]")
    for event, column in times.items():
        same_day = ((days & BITS[event]) != 0) & (last > column) & (last < column + DAY)
        column[same_day] = last[same_day]
        last = np.where(np.isnat(column), last, column)


def _names(reader: _Reader, column: str | None, what: str) -> Coded:
    if column is None:
        return Coded()
    found = read_names(reader.connection, column, reader.markers(column))
    reader.note(what, column, int((found.codes >= 0).sum()), 0)
    return Coded(found.names, found.codes)


def _version(reader: _Reader) -> Coded:
    """The versions, in the order of their names: 9 before 10."""
    found = _names(reader, reader.mapping.version, "version")
    if found.codes is None:
        return found
    order = sorted(range(len(found.names)), key=lambda n: (len(found.names[n]), found.names[n]))
    place = np.append(np.argsort(np.array(order, np.int64)), UNKNOWN).astype(np.int16)
    return Coded(tuple(found.names[n] for n in order), place[found.codes])


def _reasons(reader: _Reader) -> tuple[tuple[Reason, ...], Codes | None]:
    column = reader.mapping.reason
    if column is None:
        return (), None
    found, codes = read_reasons(reader.connection, reader.mapping)
    reader.note("reason", column, int((codes >= 0).sum()), 0)
    return tuple(Reason(each.kind, each.words, each.clause) for each in found), codes


def _references(reader: _Reader) -> tuple[Codes | None, Sequence[str]]:
    column = reader.mapping.leads.lead
    if column is None:
        return None, ()
    codes, texts = read_references(reader.connection, column, reader.markers(column))
    reader.note("reference", column, int((codes >= 0).sum()), 0)
    return codes, texts


def _qualified_by(reader: _Reader) -> Coded:
    mapped = reader.mapping.leads.qualified_by
    if mapped is None:
        return Coded()
    codes = _one(reader, qualified_by_index(mapped).sql("duckdb")).astype(np.int8)
    _note_codes(reader, "qualified by", mapped.column, codes)
    return Coded(tuple(each.value for each in QualifiedBy), codes)


def _revenue(reader: _Reader) -> Decimals | None:
    column, leads = reader.mapping.leads.revenue, reader.mapping.leads
    if column is None:
        return None
    amount = number(text(column), leads.decimal).sql("duckdb")
    found = _one(reader, f"coalesce({amount}, 'nan'::DOUBLE)").astype(float)
    filled = reader.filled(column)
    found[~filled] = np.nan
    reader.note("revenue", column, int(filled.sum()), int((filled & np.isnan(found)).sum()))
    return found


def _answers(reader: _Reader, criteria: Sequence[Criterion]) -> dict[str, Any]:
    names: list[str] = []
    labels: list[tuple[str, ...]] = []
    answers: list[Codes] = []
    for criterion in criteria:
        mapped = reader.mapping.leads.with_labels(criterion.name, criterion.labels)
        if mapped is None or mapped.column is None:
            continue
        found = _one(reader, answer_index(reader.mapping.leads, mapped, criterion.labels).sql("duckdb"))
        names.append(criterion.name)
        labels.append(criterion.labels)
        answers.append(found.astype(np.int8))
        _note_codes(reader, f"criterion {criterion.name}", mapped.column, answers[-1])
    return {"criteria": tuple(names), "labels": tuple(labels), "answers": tuple(answers)}


def _note_codes(reader: _Reader, what: str, column: str, codes: Codes) -> None:
    filled = reader.filled(column)
    reader.note(what, column, int(filled.sum()), int((filled & (codes < 0)).sum()))


def _one(reader: _Reader, expression: str) -> NDArray[Any]:
    query = f"SELECT {expression} AS v FROM rows"  # noqa: S608 - written by sqlglot of the mapping
    return np.asarray(reader.connection.execute(query).fetchnumpy()["v"])
