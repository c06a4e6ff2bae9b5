"""Keeping a mapped file as a lead set: the chosen columns of its rows, and what they are named by."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from sqlglot import exp

from data.importing.understood import Understood
from data.lead_file import LeadFile, parquet_path
from data.lead_sets import mapped_lead_set
from data.lead_table import LINE
from data.leads_refused import LeadsRefused
from data.leaks import refuse_leaks
from data.raw_rows import GONE, raw_rows
from data.sandbox import sandbox
from definitions.lead_set import LeadSet
from definitions.mapping import Mapping
from definitions.texts import SHORT, tidy


def keep(
    understood: Understood, mapping: Mapping, folder: Path, name: str = "", former: LeadFile | None = None
) -> LeadSet:
    """Keep the mapped columns of a file that was read; the same file with the same mapping is kept once.

    ``former``: what described these leads before, when they are mapped again.

    Raises LeadsRefused, and keeps nothing, when the mapping does not suit the file, or a criterion is
    answered by a column known only after sales touched the lead and nobody insists on it.
    """
    file = describe(understood, mapping, former)
    refuse_leaks(understood, mapping)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".adding-", dir=folder) as place:
        leads = Path(place) / "leads.parquet"
        _copy(understood, mapping.kept, leads)
        with leads.open("rb+") as written:
            os.fsync(written.fileno())
        file.write(folder)
        # The leads come last: a set is there when they are.
        os.replace(leads, parquet_path(folder, file.hash))
    return mapped_lead_set(folder, file.hash, name)


def describe(understood: Understood, mapping: Mapping, former: LeadFile | None = None) -> LeadFile:
    """The description of what will be kept; raises LeadsRefused if the mapping does not suit the file."""
    headers = {column.name: column.header for column in understood.columns}
    if {*mapping.kept, *mapping.missing, *mapping.insisted} - set(headers):
        raise LeadsRefused("The mapping names columns that this file does not have.")
    if not mapping.kept:
        raise LeadsRefused("No column would be kept; choose at least one.")
    if mapping.criteria and not any(mapped.column for mapped in mapping.criteria):
        raise LeadsRefused("No column answers a criterion yet; choose at least one.")
    return LeadFile(
        file_name=" ".join(tidy(understood.file_name).split())[:SHORT] or "Leads",
        raw_sha256=understood.raw_sha256,
        # All columns of the file, so that its next export is known by them.
        headers=former.headers if former else headers,
        mapping=mapping,
        read=understood.rows_read,
        kept=understood.rows_kept,
        set_aside=understood.set_aside.rows,
        reasons=understood.set_aside.reasons,
    )


def _copy(understood: Understood, columns: tuple[str, ...], leads: Path) -> None:
    with sandbox(understood.raw, leads, ordered=False) as connection:
        try:
            chosen = (exp.column(name, quoted=True).sql(dialect="duckdb") for name in (LINE, *columns))
            rows = raw_rows(connection, understood).project(", ".join(chosen))
            rows.write_parquet(str(leads), compression="zstd")
            count = "SELECT COUNT(*) FROM read_parquet(?)"
            kept = connection.execute(count, [str(leads)]).fetchall()[0][0]
        except duckdb.Error as error:
            raise LeadsRefused(GONE) from error
    if kept != understood.rows_kept:
        raise LeadsRefused(GONE)
