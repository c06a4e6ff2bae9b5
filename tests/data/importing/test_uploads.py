"""What people upload besides clean files: each comes out right, or is refused with one sentence."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

from data.importing.understood import Kind, Type
from data.leads_refused import LeadsRefused
from tests.data.importing.files import HEADER, LEADS, Cell, Day, column, read, rows, xlsx

WRAPPED = "".join(
    '"' + line.replace('"', '""') + '"\n' for line in LEADS.replace("Web", '"We,b"').splitlines()
)


@pytest.mark.parametrize(
    ("encoding", "source"),
    [
        ("cp1250", "Łódź, źródło: książka"),
        ("cp1251", "Реклама на сайте"),
        ("koi8-r", "Реклама на сайте"),
        ("cp1252", "Größe, São Paulo, ¿Qué?"),
        ("cp1253", "Διαδίκτυο στην Αθήνα"),
        ("cp932", "ウェブ広告, 東京都"),
        ("euc-jp", "ウェブ広告, 東京都"),
        ("gb18030", "北京市朝阳区客户推荐"),
        ("big5", "台北市客戶推薦展覽"),
        ("euc-kr", "서울 고객 추천"),
    ],
)
def test_texts_of_many_scripts_are_recognised(tmp_path: Path, encoding: str, source: str) -> None:
    found = read(tmp_path, LEADS.replace("Web", f'"{source}"').encode(encoding))
    assert set(column(found, "Source")) == {source}


def test_a_text_whose_every_row_stands_in_quotation_marks_is_taken_apart(tmp_path: Path) -> None:
    found = read(tmp_path, WRAPPED)
    assert rows(found)[0] == (2, "L-1", "We,b", "1", "won")
    assert [c.header for c in found.columns] == ["Lead", "Source", "Visits", "Outcome"]
    assert "taken apart" in found.warnings[0]


def test_one_quoted_column_is_not_taken_apart(tmp_path: Path) -> None:
    found = read(tmp_path, '"Contact"\n' + '"Doe, Jane"\n' * 5)
    assert set(column(found, "Contact")) == {"Doe, Jane"}
    assert "only one column" in found.warnings[0]


def test_quotation_marks_behind_a_backslash_belong_to_the_value(tmp_path: Path) -> None:
    found = read(tmp_path, LEADS + 'L-21,"say \\"hi, you\\" now",3,won\n')
    assert rows(found)[-1] == (22, "L-21", 'say "hi, you" now', "3", "won")


def test_the_sign_that_old_programs_end_files_with_is_no_lead(tmp_path: Path) -> None:
    assert read(tmp_path, LEADS + "\x1a").rows_read == 20


@pytest.mark.parametrize("delimiter", ["^", "~"])
def test_rarer_delimiters_are_found(tmp_path: Path, delimiter: str) -> None:
    assert read(tmp_path, LEADS.replace(",", delimiter)).options.delimiter == delimiter


@pytest.mark.parametrize(
    ("number", "decimal"),
    [("1'234.50", "."), ("1’234,50", ","), ("1\u2009234.5", "."), ("1\u00a0234,5", ","), ("1 234,5", ",")],
)
def test_thousands_apart_by_apostrophes_and_thin_spaces_are_numbers(
    tmp_path: Path, number: str, decimal: str
) -> None:
    found = read(tmp_path, "Lead;Value\n" + f"L;{number}\n" * 5)
    assert (found.columns[1].type, found.options.decimal) == (Type.NUMBER, decimal)
    assert found.columns[1].most == "1234.5"


def test_numbers_that_would_lose_digits_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, "Lead number,Source\n" + "".join(f"00{n},Web\n" for n in range(60)))
    assert "digit for digit: “Lead number”" in found.warnings[0]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xef\xbb\xbfversion https://git-lfs.github.com/spec/v1\noid x\n", "Git LFS"),
        ("version https://git-lfs.github.com/spec/v1\noid x\n".encode("utf-16"), "Git LFS"),
        (b"\n\n%PDF-1.7\n", "PDF"),
        (b'\xff\xfe{\0"\0a\0"\0:\0', "JSON"),
        (b"\xff\xfe", "empty"),
        (b"\0" * 70_000, "empty"),
        (b"a" * 2_000_000, "no leads"),
        (b'a,b\n"' + b"x" * 2_000_000, "longer than a million"),
    ],
)
def test_disguised_and_endless_files_are_refused(tmp_path: Path, raw: bytes, words: str) -> None:
    with pytest.raises(LeadsRefused, match=words):
        read(tmp_path, raw)


def test_a_row_set_aside_cannot_calculate_where_a_spreadsheet_parts_it(tmp_path: Path) -> None:
    bad = ['a;=1+1;-5;"=2"', "a\t＝1+1", 'a|b| "@SUM(1)"', "a;-5\n"]
    found = read(tmp_path, LEADS + "".join(f"{row}\n" for row in bad) + "L-9,Web,1,won\n")
    with found.set_aside.path.open(encoding="utf-8-sig", newline="") as file:
        shown = [row[2] for row in csv.reader(file)][1:5]
    assert shown == ["a;'=1+1;-5;\"'=2\"", "a\t'＝1+1", 'a|b| "\'@SUM(1)"', "a;-5"]


def test_serial_numbers_of_a_workbook_that_are_days_come_as_in_iso(tmp_path: Path) -> None:
    days: list[list[Cell]] = [
        [Day(46022 + n), Day(46022 + n, 1), Day(46022.4375 + n, 2), Day(46022 + n, 3)] for n in range(1, 8)
    ]
    found = read(tmp_path, xlsx({"Leads": [["Day", "Month", "Moment", "Own"], *days]}), "leads.xlsx")
    assert rows(found)[0] == (2, "2026-01-01", "2026-01-01", "2026-01-01 10:30:00", "2026-01-01")
    assert {c.type for c in found.columns} == {Type.DATE}


def test_nested_and_exact_values_of_a_parquet_file_are_text(tmp_path: Path) -> None:
    path = tmp_path / "leads.parquet"
    query = (
        "SELECT {'a': 1} AS nested, [1, 2] AS list, 1.10::DECIMAL(9, 2) AS amount, "
        "TIMESTAMP '2026-01-03 10:00:00' AS moment, 'x' AS line, 'won' AS c01, NULL AS nothing"
    )
    duckdb.sql(query).write_parquet(str(path))
    found = read(tmp_path, path.read_bytes(), "leads.parquet")
    assert found.kind is Kind.PARQUET
    assert rows(found) == [(1, "{'a': 1}", "[1, 2]", "1.10", "2026-01-03 10:00:00", "x", "won", None)]


def test_a_file_of_nothing_but_names_of_columns_twice_has_no_leads(tmp_path: Path) -> None:
    with pytest.raises(LeadsRefused, match="repeats the column names"):
        read(tmp_path, HEADER * 2)
