"""The made-up outcomes, kept as a set of outcomes; the same set for every workshop."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from alignment.facts import OutcomeSetAdded
from data.description import parquet_path
from data.importing.understood import Column, Kind, Options, SetAside, Understood
from data.outcomes.keeping import keep
from data.outcomes.sets import added
from data.samples import OUTCOMES_CSV, OUTCOMES_NAME, sample_outcomes
from data.sandbox import sandbox
from data.starter import classic_scorecard, usual_handoff
from definitions.criteria import Criterion
from definitions.mapping import AnswerMapping, CriterionMapping, Mapping, QualifiedByMapping
from definitions.measures.journeys import Event
from definitions.measures.outcome_mapping import EventMapping, OutcomesMapping, ReasonMapping
from definitions.outcomes import QualifiedBy

EVENTS = {
    Event.INQUIRY: "Inquiry at",
    Event.MQL: "MQL at",
    Event.ACCEPTED: "Accepted at",
    Event.REJECTED: "Rejected at",
    Event.RECYCLED: "Recycled at",
    Event.CONTACTED: "First contact at",
    Event.SQL: "SQL at",
    Event.OPPORTUNITY: "Opportunity at",
    Event.WON: "Won at",
    Event.LOST: "Lost at",
}
READ = """
    SELECT * FROM read_csv(?, columns = ?, delim = ',', header = true, auto_detect = false,
        quote = '"', escape = '"', new_line = '\\n', strict_mode = true)
"""
ZONE = "Europe/Berlin"
ALL_OVER = datetime(2026, 10, 1, tzinfo=UTC)
"""Nothing in the file is later, but for two dates that are slips."""


def add_sample_outcomes(folder: Path, now: datetime) -> OutcomeSetAdded:
    """The sample outcomes, kept in a folder unless they are there, as the fact that tells of them."""
    now = min(now, ALL_OVER)
    known = _kept(folder, now)
    if not parquet_path(folder, known.outcome_set).exists():
        _kept.cache_clear()
        known = _kept(folder, now)
    return known


@lru_cache(maxsize=8)
def _kept(folder: Path, now: datetime) -> OutcomeSetAdded:
    criteria = [each for each in classic_scorecard() if isinstance(each, Criterion)]
    with TemporaryDirectory() as place:
        understood, places = _understood(Path(place))
        file = keep(understood, _mapping(places, criteria), criteria, folder, now)
    return added(file, OUTCOMES_NAME, sample=True)


def _understood(place: Path) -> tuple[Understood, dict[str, str]]:
    """The file as the importer would read it, without the time it takes to find out; and header -> column."""
    rows, raw = place / "rows.parquet", sample_outcomes()
    lines = list(csv.reader(io.StringIO(raw.decode())))
    places = {header: f"c{number:02}" for number, header in enumerate(lines[0], start=1)}
    with sandbox(OUTCOMES_CSV, rows) as connection:
        columns = dict.fromkeys(places.values(), "VARCHAR")
        connection.sql(READ, params=[str(OUTCOMES_CSV), columns]).write_parquet(str(rows))
    understood = Understood(
        kind=Kind.CSV,
        file_name=OUTCOMES_CSV.name,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        options=Options(),
        raw=rows,
        first_line=2,
        rows_read=len(lines) - 1,
        rows_kept=len(lines) - 1,
        set_aside=SetAside(rows=0, path=place / "aside.csv"),
        columns=tuple(Column(name=name, header=header) for header, name in places.items()),
    )
    return understood, places


def _mapping(places: dict[str, str], criteria: Sequence[Criterion]) -> OutcomesMapping:
    vetting = QualifiedByMapping(
        column=places["Qualified by"],
        self_qualified=(QualifiedBy.SELF.value,),
        vetted=(QualifiedBy.VETTED.value,),
        unqualified=(QualifiedBy.NOBODY.value,),
    )
    leads = Mapping(
        criteria=tuple(_criterion(each, places[each.name]) for each in criteria),
        revenue=places["Revenue"],
        source=places["Source"],
        qualified_by=vetting,
        lead=places["Lead"],
        kept=tuple(places.values()),
    )
    reasons = (
        ReasonMapping(words=each.words, kind=each.kind, clause=each.clause, values=(each.words,))
        for each in usual_handoff().reject_reasons
    )
    return OutcomesMapping(
        leads=leads,
        events=tuple(
            EventMapping(event=event, column=places[name], zone=ZONE) for event, name in EVENTS.items()
        ),
        reason=places["Rejection reason"],
        reasons=tuple(reasons),
        version=places["Definition version"],
    )


def _criterion(criterion: Criterion, column: str) -> CriterionMapping:
    answers = tuple(AnswerMapping(answer=label, values=(label,)) for label in criterion.labels)
    return CriterionMapping(criterion=criterion.name, column=column, answers=answers)
