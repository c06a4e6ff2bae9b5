"""Workbooks and Parquet files: which sheet, which rows, and values as text."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from data.importing.understood import Kind
from data.leads_refused import LeadsRefused
from tests.data.importing.files import Cell, column, ods, read, rows, xls, xlsx

TABLE: list[list[Cell]] = [
    ["Lead", "Created", "Value", "Won", "Note"],
    ["0017", 45000, 4514.0, True, "a\nb"],
    ["0018", 45001.5, 0.1, False, None],
    ["0019", 45002, 1e15, True, "c"],
]


def test_a_workbook_is_known_by_its_content_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, xlsx({"Leads": TABLE}), "leads.csv")
    assert (found.kind, found.rows_kept) == (Kind.XLSX, 3)
    assert found.warnings[0] == "The name ends in .csv, but by its content the file is XLSX."


def test_values_become_the_text_that_a_reader_sees(tmp_path: Path) -> None:
    found = read(tmp_path, xlsx({"Leads": TABLE}), "leads.xlsx")
    assert rows(found) == [
        (2, "0017", "45000", "4514", "TRUE", "a\nb"),
        (3, "0018", "45001.5", "0.1", "FALSE", None),
        (4, "0019", "45002", "1000000000000000", "TRUE", "c"),
    ]


def test_the_visible_sheet_with_most_in_it_is_read_and_another_can_be_chosen(tmp_path: Path) -> None:
    sheets: dict[str, list[list[Cell]]] = {"Cover": [["Hello"]], "Leads": TABLE, "Old": TABLE * 3}
    raw = xlsx(sheets, hidden=("Old",))
    found = read(tmp_path, raw, "leads.xlsx")
    assert found.options.sheet == "Leads"
    assert [(s.name, s.hidden) for s in found.sheets] == [("Cover", False), ("Leads", False), ("Old", True)]
    assert "there are others: Cover" in found.warnings[0]
    assert read(tmp_path, raw, "leads.xlsx", sheet="Old").rows_read == 11
    with pytest.raises(LeadsRefused, match="no sheet “Nope”"):
        read(tmp_path, raw, "leads.xlsx", sheet="Nope")


def test_titles_grouped_names_totals_and_footers_are_no_leads(tmp_path: Path) -> None:
    above: list[list[Cell]] = [["Quarterly report"], [], ["Lead", None, "Numbers"], *TABLE]
    below: list[list[Cell]] = [["Total", None, "=SUM(C2:C4)"], [], ["Confidential"]]
    found = read(tmp_path, xlsx({"Leads": [*above, *below]}), "leads.xlsx")
    assert (found.options.header_row, found.rows_kept, found.set_aside.rows) == (3, 3, 3)
    assert [row[0] for row in rows(found)] == [5, 6, 7]


def test_uncalculated_formulas_and_errors_are_missing_and_counted(tmp_path: Path) -> None:
    table: list[list[Cell]] = [["Lead", "Days", "Value"], ["L1", "=A1+1", "#DIV/0!"], ["L2", 3, "#N/A"]]
    found = read(tmp_path, xlsx({"Leads": table}), "leads.xlsx")
    assert column(found, "Days") == [None, "3"]
    assert column(found, "Value") == [None, None]
    assert [w.split()[0] + w.split()[1] for w in found.warnings] == ["1formula", "2cells"]


def test_an_open_document_spreadsheet_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, ods([["Lead", "Source"], ["001", "Web"], ["002", "Event"]]), "leads.ods")
    assert (found.kind, rows(found)) == (Kind.ODS, [(2, "001", "Web"), (3, "002", "Event")])


def test_a_workbook_of_the_old_kind_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, xls([["Lead", "Visits"], ["001", 3.0], ["002", 4.5]]), "leads.xls")
    assert (found.kind, rows(found)) == (Kind.XLS, [(2, "001", "3"), (3, "002", "4.5")])


def test_a_parquet_file_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "leads*.parquet"
    query = (
        "FROM (VALUES ('01', 5.0::DOUBLE, DATE '2026-01-31', 12345678901234567890::UBIGINT, true), "
        '(\'\', \'nan\'::DOUBLE, NULL, 2, false)) AS t(lead, visits, "on", "se""lect", won)'
    )
    duckdb.sql(query).write_parquet(str(path))
    found = read(tmp_path, path.read_bytes(), "leads.parquet")
    assert [c.header for c in found.columns] == ["lead", "visits", "on", 'se"lect', "won"]
    assert rows(found) == [
        (1, "01", "5", "2026-01-31", "12345678901234567890", "true"),
        (2, None, None, None, "2", "false"),
    ]
