"""A glossary as a CSV: what is written comes back, and what spreadsheets make of it is read."""

from __future__ import annotations

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.refused import NotUnderstood
from data.glossary_file import (
    MOST_BYTES,
    MOST_ROWS,
    guarded,
    read_glossary,
    unguarded,
    write_glossary,
)
from data.importing.set_aside import FORMULA, PLAIN_NUMBER
from data.starter import terms
from definitions.glossaries.columns import Column, cells, term_in
from definitions.glossary import Term
from tests.definitions.glossaries.drawn import SIGNS, drawn_terms


@given(st.lists(drawn_terms(), max_size=5))
def test_every_glossary_comes_back_from_its_file(glossary: list[Term]) -> None:
    rows, faults = read_glossary(write_glossary(glossary))
    assert not faults
    assert [term_in(row.cells) for row in rows] == glossary


@given(st.lists(drawn_terms(), max_size=3))
def test_no_cell_of_a_written_file_is_a_formula(glossary: list[Term]) -> None:
    for row in csv.reader(io.StringIO(write_glossary(glossary).decode("utf-8-sig"), newline="")):
        assert not any(FORMULA.match(cell) and not PLAIN_NUMBER.fullmatch(cell) for cell in row)


@given(SIGNS)
def test_guarding_a_cell_is_undone(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


def test_guarding_leaves_numbers_and_quotation_marks_alone() -> None:
    assert [guarded(cell) for cell in ("=1+1", "'=1+1", "-5", "'tis", "")] == [
        "'=1+1",
        "''=1+1",
        "-5",
        "'tis",
        "",
    ]


HEAD = "Meaning;TERM;price;Owned by"
ROWS = "Somebody who might buy;Suspect;9;Märketing\r\n\r\n;;;\r\nZwei\xa0Wörter;Inquiry;;\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        f"{HEAD}\r\n{ROWS}".encode(),
        f"{HEAD}\r\n{ROWS}".encode("utf-8-sig"),
        f"{HEAD}\r\n{ROWS}".encode("utf-16"),
        f"{HEAD}\r\n{ROWS}".encode("cp1252"),
        f"sep=;\r\n{HEAD}\r\n{ROWS}".encode(),
        f"\r\n{HEAD}\r\n{ROWS}".replace(";", "\t").encode(),
        f"{HEAD}\n{ROWS}".replace(";", "|").replace("\r\n", "\n").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "cp1252", "sep", "tabs", "pipes"],
)
def test_any_encoding_delimiter_and_order_of_columns_is_read(raw: bytes) -> None:
    rows, faults = read_glossary(raw)
    assert not faults
    assert [row.cells for row in rows] == [
        {Column.DEFINITION: "Somebody who might buy", Column.TERM: "Suspect", Column.OWNER: "Märketing"},
        {Column.DEFINITION: "Zwei\xa0Wörter", Column.TERM: "Inquiry", Column.OWNER: ""},
    ]


def test_lines_that_cannot_be_read_are_told_and_the_others_are_taken() -> None:
    raw = b'term,definition\nLead,"Somebody" here\nSuspect,Fits,too much\nInquiry\nProspect,"A b"\n'
    rows, faults = read_glossary(raw)
    assert [(row.line, row.name) for row in rows] == [(4, "Inquiry"), (5, "Prospect")]
    assert [fault.line for fault in faults] == [2, 3]
    assert "quotation mark" in faults[0].reason
    assert "more cells" in faults[1].reason


@pytest.mark.parametrize(
    "raw", [b"", b"\xef\xbb\xbf", b"a,b\n1,2\n", b"term\nLead\n", b"\0\0\0", b"%PDF-1.7\n\xff\xfe"]
)
def test_a_file_without_the_two_columns_is_refused(raw: bytes) -> None:
    with pytest.raises(NotUnderstood, match="“term” and “definition”"):
        read_glossary(raw)


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(NotUnderstood, match="larger than 5 MB"):
        read_glossary(b"x" * (MOST_BYTES + 1))
    with pytest.raises(NotUnderstood, match="rows"):
        read_glossary(b"term,definition\n" + b"a,b\n" * (MOST_ROWS + 1))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(NotUnderstood):
        read_glossary(b"term,definition\n" + raw)


def test_a_spreadsheet_that_adds_an_empty_column_changes_nothing() -> None:
    raw = write_glossary(terms()).replace(b"\r\n", b",,\r\n")
    rows, _ = read_glossary(b"\xef\xbb\xbf" + raw.removeprefix(b"\xef\xbb\xbf"))
    assert rows[0].cells == cells(terms()[0])
