"""Delimited texts: what is kept, what is set aside, and what is told."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from data.importing.understood import NO_HEADER, Kind, Understood
from data.leads_refused import LeadsRefused
from tests.data.importing.files import HEADER, LEADS, column, read, rows


def set_aside(found: Understood) -> list[list[str]]:
    with found.set_aside.path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def test_a_clean_csv_is_kept_whole(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS)
    assert (found.kind, found.rows_read, found.rows_kept, found.set_aside.rows) == (Kind.CSV, 20, 20, 0)
    assert [c.name for c in found.columns] == ["c01", "c02", "c03", "c04"]
    assert [c.header for c in found.columns] == ["Lead", "Source", "Visits", "Outcome"]
    assert rows(found)[0] == (2, "L-1", "Web", "1", "won")
    assert found.warnings == ()
    assert found.preview[0] == ("L-1", "Web", "1", "won")


@pytest.mark.parametrize(("delimiter", "kind"), [(";", Kind.CSV), ("\t", Kind.TSV), ("|", Kind.CSV)])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str, kind: Kind) -> None:
    found = read(tmp_path, LEADS.replace(",", delimiter), "leads.txt")
    assert (found.kind, found.options.delimiter, len(found.columns)) == (kind, delimiter, 4)


def test_decimal_commas_do_not_pass_for_delimiters(tmp_path: Path) -> None:
    found = read(tmp_path, "Lead;Price\n" + "".join(f"L{n};1.{n}34,56\n" for n in range(1, 9)))
    price = found.columns[1]
    assert (found.options.delimiter, found.options.decimal) == (";", ",")
    assert (price.least, price.most, price.numeric) == ("1134.56", "1834.56", 1.0)
    assert column(found, "Price")[0] == "1.134,56"


def test_a_first_line_that_says_the_delimiter_is_believed(tmp_path: Path) -> None:
    found = read(tmp_path, "sep=;\n" + LEADS.replace(",", ";"))
    assert (found.options.delimiter, found.options.header_row, found.rows_kept) == (";", 1, 20)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_accents_survive_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = LEADS.replace("Web", "Café – Überweisung").replace("\n", "\r\n")
    found = read(tmp_path, text.encode(encoding))
    assert set(column(found, "Source")) == {"Café – Überweisung"}
    assert found.columns[0].header == "Lead"


def test_other_alphabets_without_unicode_are_recognised(tmp_path: Path) -> None:
    text = LEADS.replace("Web", "Реклама на сайте").replace("won", "выиграно")
    assert read(tmp_path, text.encode("cp1251")).options.encoding == "cp1251"


def test_an_encoding_can_be_chosen(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS.replace("Web", "Łódź").encode("cp1250"), encoding="cp1250")
    assert set(column(found, "Source")) == {"Łódź"}


def test_a_few_broken_bytes_in_utf_8_are_mended_and_told(tmp_path: Path) -> None:
    raw = LEADS.replace("Web", "Café").encode().replace(b"L-3,Caf\xc3\xa9", b"L-3,Caf\xe9")
    found = read(tmp_path, raw)
    assert set(column(found, "Source")) == {"Café"}
    assert "1 byte is not UTF-8" in found.warnings[0]


def test_rows_of_the_wrong_width_are_set_aside_with_line_and_reason(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS + "L-21,Web,3,won,extra\nL-22,Web\n\n,,,\nL-23,Web,1,won\n")
    assert (found.rows_read, found.rows_kept) == (25, 21)
    assert set_aside(found) == [
        ["22", "It has 5 values; there are 4 columns.", "L-21,Web,3,won,extra"],
        ["23", "It has 2 values; there are 4 columns.", "L-22,Web"],
        ["24", "The row is empty.", ""],
        ["25", "The row is empty.", ",,,"],
    ]


def test_totals_footers_and_repeated_names_are_no_leads(tmp_path: Path) -> None:
    found = read(
        tmp_path, LEADS + HEADER + "L-21,Web,3,won\nTotal,,231,\n\nConfidential – do not forward,,,\n"
    )
    assert found.rows_kept == 21
    assert [row[1] for row in set_aside(found)] == [
        "It repeats the column names.",
        "It is a row of totals, not a lead.",
        "The row is empty.",
        "It is a note below the table, not a lead.",
    ]


def test_a_lead_called_total_is_a_lead(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS + "Total,Web,3,won\nTotal Energies,Web,3,won\nL-9,Web,1,lost\n")
    assert found.rows_kept == 23


def test_line_breaks_within_quotation_marks_stay(tmp_path: Path) -> None:
    note = 'He said ""call\r\nback\n\rlater"", \x1bn maybe'
    found = read(tmp_path, f'Lead,Note\r\nL-1,"{note}"\r\nL-2,short\r\n')
    assert column(found, "Note") == [note.replace('""', '"'), "short"]
    assert [row[0] for row in rows(found)] == [2, 6]


def test_a_forgotten_quotation_mark_costs_one_row_not_the_rest(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS + '"L-21,Web,3,won\n' + 'L-22,Web,4,"won, at last"\n' * 9)
    assert (found.rows_read, found.rows_kept) == (30, 29)
    assert set_aside(found) == [["22", "A quotation mark is opened and never closed.", '"L-21,Web,3,won']]


def test_a_quotation_mark_within_a_value_is_kept_or_set_aside_but_never_dropped(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS + 'L-21,6" "pipe",1,won\n"L"-22,Web,1,won\n')
    assert column(found, "Source")[-1] == '6" "pipe"'
    assert [row[0] for row in set_aside(found)] == ["23"]


def test_rows_wrapped_in_quotation_marks_as_a_whole_are_taken_apart(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS + '"L-21,""Web, direct"",3,won"\n')
    assert rows(found)[-1] == (22, "L-21", "Web, direct", "3", "won")
    assert "taken apart" in found.warnings[0]


def test_without_column_names_the_first_lead_is_kept(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS.removeprefix(HEADER))
    assert (found.rows_kept, found.options.header_row) == (20, NO_HEADER)
    assert [c.header for c in found.columns] == ["Column 1", "Column 2", "Column 3", "Column 4"]
    assert "looks like a lead" in found.warnings[0]


def test_where_the_names_stand_can_be_said(tmp_path: Path) -> None:
    assert read(tmp_path, LEADS, header_row=NO_HEADER).rows_kept == 21
    found = read(tmp_path, LEADS, header_row=3)
    assert (found.columns[0].header, found.rows_kept, found.preamble_rows) == ("L-3", 17, 3)
    with pytest.raises(LeadsRefused, match="no row 900"):
        read(tmp_path, LEADS, header_row=899)


def test_titles_above_the_names_are_passed_over(tmp_path: Path) -> None:
    found = read(tmp_path, "Quarterly report\nExported by somebody\n\n" + LEADS)
    assert (found.preamble_rows, found.rows_kept, found.options.header_row) == (3, 20, 3)
    assert rows(found)[0][0] == 5
    assert found.first_rows[0] == ("Quarterly report",)


def test_names_that_are_double_missing_long_or_hostile_become_different_and_short(tmp_path: Path) -> None:
    names = ["Source", "source ", "", "x" * 400, '"two\nlines"', "<script>", "Source"]
    found = read(tmp_path, ",".join(names) + "\n" + "1,2,3,4,5,6,7\n" * 3)
    headers = [c.header for c in found.columns]
    assert headers[:3] == ["Source", "source (2)", "Column 3"]
    assert headers[4:] == ["two lines", "<script>", "Source (3)"]
    assert len(headers[3]) == 200
    assert [bool(c.header_changed) for c in found.columns] == [False, True, True, True, True, False, True]
    assert "“source (2)”, “Column 3”" in found.warnings[0]


def test_the_rows_set_aside_cannot_calculate_in_a_spreadsheet(tmp_path: Path) -> None:
    bad = ["=1+1", "+1+1", "@SUM(1)", "-2+3", "＝1+1", "  =1+1", "-5"]
    found = read(tmp_path, LEADS + "".join(f"{cell}\n" for cell in bad) + "L-9,Web,1,won\n")
    assert [row[2] for row in set_aside(found)] == [*(f"'{cell}" for cell in bad[:-1]), "-5"]


def test_carriage_returns_alone_end_lines_too(tmp_path: Path) -> None:
    assert read(tmp_path, LEADS.replace("\n", "\r")).rows_kept == 20


def test_zero_bytes_are_left_out_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS.replace("L-5", "L-\0005"))
    assert column(found, "Lead")[4] == "L-5"
    assert "1 zero byte was" in found.warnings[0]
