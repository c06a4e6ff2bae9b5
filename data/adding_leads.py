"""Leads added as a CSV whose columns bear the criteria's names, and the sample leads."""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from alignment.facts import LeadSetAdded
from data.csv_leads import CsvLeads, read_csv_text
from data.lead_file import parquet_path
from data.lead_sets import added, lead_set
from data.leads_refused import LeadsRefused
from data.samples import sample_leads
from data.sandbox import sandbox
from data.starter import classic_scorecard
from definitions.criteria import Criterion
from definitions.lead_set import LeadSet

MOST_BYTES = 50_000_000
SAMPLE_NAME = "Sample leads (made up)"
log = logging.getLogger(__name__)

READ = """
    SELECT * FROM read_csv(?, columns = ?, delim = ?, header = true, auto_detect = false,
        quote = '"', escape = '"', new_line = '\\n', strict_mode = true)
"""


def add_csv(
    folder: Path,
    raw: bytes,
    criteria: Sequence[Criterion],
    name: str = "leads.csv",
    most_bytes: int = MOST_BYTES,
) -> LeadSet:
    """Keep a CSV whose columns bear criteria's names; raises LeadsRefused and keeps nothing if it cannot.

    Adding the same bytes again keeps the one file. Every column is kept as text.
    """
    if len(raw) > most_bytes:
        raise LeadsRefused(f"The file is larger than {most_bytes / 1_000_000:,.0f} MB.")
    leads = read_csv_text(raw, [criterion.name for criterion in criteria])
    lead_set_hash = hashlib.sha256(raw).hexdigest()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Written even if it is there: a damaged file is mended, a sound one replaced by its like.
        _write(leads, parquet_path(folder, lead_set_hash))
    except (OSError, duckdb.IOException) as error:
        log.exception("a lead set could not be written")
        raise LeadsRefused("The leads could not be kept on the server. Tell whoever runs it.") from error
    return lead_set(folder, lead_set_hash, criteria, name)


def _write(leads: CsvLeads, path: Path) -> None:
    """All or nothing: the file appears under its name only when it is whole and on disk."""
    with TemporaryDirectory(prefix=".adding-", dir=path.parent) as place:
        source, parquet = Path(place) / "leads.csv", Path(place) / "leads.parquet"
        source.write_text(leads.text, encoding="utf-8", newline="")
        _convert(leads, source, parquet)
        with parquet.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(parquet, path)


def _convert(leads: CsvLeads, source: Path, parquet: Path) -> None:
    columns = dict.fromkeys(leads.columns, "VARCHAR")
    with sandbox(source, parquet) as connection:
        try:
            rows = connection.sql(READ, params=[str(source), columns, leads.delimiter])
            rows.write_parquet(str(parquet), compression="zstd")
        except duckdb.IOException:
            raise
        except duckdb.Error as error:
            raise LeadsRefused(_unreadable(str(error))) from error
        if not connection.execute("SELECT 1 FROM read_parquet(?) LIMIT 1", [str(parquet)]).fetchall():
            raise LeadsRefused("The file has column names but no leads.")


def _unreadable(message: str) -> str:
    line = re.search(r"CSV Error on Line: (\d+)", message)
    where = f"Line {int(line[1]):,}" if line else "A line"
    return f"{where} of the file cannot be read: it does not have as many values as there are columns."


def add_sample(folder: Path) -> LeadSetAdded:
    """The sample leads, kept as a lead set; the same file for every workshop."""
    criteria = [content for content in classic_scorecard() if isinstance(content, Criterion)]
    return added(add_csv(folder, sample_leads(), criteria, SAMPLE_NAME))
