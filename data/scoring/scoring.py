"""Scoring a file that was understood: every row gets its verdict, points, receipt and the version."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import duckdb
from sqlglot import exp

from data.importing.set_aside import safe_cell
from data.importing.understood import Progress, Understood
from data.lead_table import LEADS, LeadTable
from data.leads_refused import LeadsRefused
from data.not_understood import not_understood
from data.raw_rows import GONE, raw_rows
from data.reading import Reading
from data.sandbox import sandbox
from data.scoring.results import Output, Result, Unread, added_names
from data.scoring.safe_cells import safe
from data.scoring.scoring_query import POINTS, RECEIPT, VERDICT, readings_of, scored, verdicts
from data.scoring.sheets import refuse_long, write_sheet
from data.scoring.watching import watched
from definitions.document import SignedDocument, scorecard
from definitions.mapping import Mapping
from definitions.scorecard import Scorecard, Verdict

MOST_UNREAD = 20
"""Values not understood that are named, a criterion."""
NOTHING_ANSWERED = (
    "No column answers a criterion of this definition. Name a column like a criterion, or map one."
)
Tell = Callable[[Progress], None]


@dataclass(frozen=True)
class Scoring:
    """A file to score: what was understood of it, what its columns mean, and by which definition."""

    understood: Understood
    mapping: Mapping
    signed: SignedDocument

    @property
    def card(self) -> Scorecard:
        """The definition's scorecard."""
        return scorecard(self.signed.document)

    @property
    def read(self) -> tuple[Reading, ...]:
        """How each criterion is read."""
        return readings_of(self.mapping, self.card.criteria)

    @property
    def headers(self) -> dict[str, str]:
        """Column -> its name in the file."""
        return {column.name: column.header for column in self.understood.columns}


def score_file(
    job: Scoring, target: Path, kind: Output, tell: Tell | None = None, cancelled: Event | None = None
) -> Result:
    """Write the scored file, rows in the order they came, and tell what it comes to.

    Raises LeadsRefused, or ScoringCancelled; ``target`` must not be there yet.
    """
    if not any(reading.column for reading in job.read):
        raise LeadsRefused(NOTHING_ANSWERED)
    if kind is Output.XLSX:
        refuse_long(job.understood.rows_kept)
    with _leads(job, target) as table, watched(table.connection, tell, cancelled):
        _write(job, table, target, kind)
        return _result(job, table)


@contextmanager
def _leads(job: Scoring, target: Path) -> Iterator[LeadTable]:
    with sandbox(job.understood.raw, target, watched=True) as connection:
        try:
            raw_rows(connection, job.understood).create_view(LEADS)
            yield LeadTable(connection, tuple(job.headers))
        except duckdb.Error as error:
            raise LeadsRefused(GONE) from error


def _write(job: Scoring, table: LeadTable, target: Path, kind: Output) -> None:
    query = query_of(job, neutral=kind is Output.CSV).sql(dialect="duckdb")
    if kind is Output.XLSX:
        write_sheet(target, table.connection.execute(query))
    elif kind is Output.PARQUET:
        table.connection.sql(query).write_parquet(str(target), compression="zstd")
    else:
        table.connection.sql(query).write_csv(str(target), header=True)


def query_of(job: Scoring, neutral: bool) -> exp.Select:
    """The query of the scored file: its own columns, untouched, then those that are added.

    ``neutral``: no cell of it is calculated when a spreadsheet opens it.
    """
    verdict, points, receipt, version, fingerprint = added_names(job.headers)
    inner = scored(job.read, job.card, tuple(job.headers)).subquery("scored")
    own = [
        _cell(column, neutral).as_(safe_cell(header) if neutral else header, quoted=True)
        for column, header in job.headers.items()
    ]
    added: Sequence[exp.Expr] = (
        exp.column(VERDICT).as_(verdict, quoted=True),
        exp.column(POINTS).as_(points, quoted=True),
        _cell(RECEIPT, neutral).as_(receipt, quoted=True),
        exp.Literal.number(job.signed.document.version).as_(version, quoted=True),
        exp.Literal.string(job.signed.sha256).as_(fingerprint, quoted=True),
    )
    return exp.select(*own, *added).from_(inner)


def _cell(column: str, neutral: bool) -> exp.Expr:
    value = exp.column(column, quoted=True)
    return safe(value) if neutral else value


def _result(job: Scoring, table: LeadTable) -> Result:
    counted = {str(verdict): int(str(leads)) for verdict, leads in table.rows(verdicts(job.read, job.card))}
    unread = tuple(_unread(job, table, reading) for reading in job.read)
    return Result(
        verdicts={verdict: counted.get(verdict, 0) for verdict in Verdict},
        unread=tuple(each for each in unread if each.leads or not each.column),
    )


def _unread(job: Scoring, table: LeadTable, reading: Reading) -> Unread:
    found = not_understood(table, reading, MOST_UNREAD)
    return Unread(reading.name, job.headers.get(reading.column or "", ""), found.values, found.leads)
