"""Scored leads as a workbook, as far as one takes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import xlsxwriter

from data.leads_refused import LeadsRefused
from data.publishing.workbooks.book import cut

MOST_ROWS = 50_000
AT_ONCE = 1_000


def refuse_long(rows: int) -> None:
    """Raises LeadsRefused for more rows than are written to a workbook."""
    if rows > MOST_ROWS:
        raise LeadsRefused(
            f"A workbook takes up to {MOST_ROWS:,} leads, and these are {rows:,}. Choose CSV or Parquet."
        )


def write_sheet(target: Path, rows: duckdb.DuckDBPyConnection) -> None:
    """Write the rows; texts are written as texts, so that none is calculated."""
    with xlsxwriter.Workbook(str(target), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Scored leads")
        sheet.freeze_panes(1, 0)
        _write_row(sheet, 0, [column[0] for column in rows.description or ()])
        number = 0
        while some := rows.fetchmany(AT_ONCE):
            for row in some:
                number += 1
                _write_row(sheet, number, row)


def _write_row(sheet: xlsxwriter.worksheet.Worksheet, number: int, cells: Sequence[object]) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, int):
            sheet.write_number(number, column, cell)
        elif cell:
            sheet.write_string(number, column, cut(str(cell)))
