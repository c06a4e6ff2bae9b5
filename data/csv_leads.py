"""A CSV of leads as text: decoded, with its delimiter and its columns' names."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass

from data.leads_refused import LeadsRefused
from definitions.texts import SHORT, fold_name, tidy

DELIMITERS = ",;\t|"
MOST_COLUMNS = 500


@dataclass(frozen=True)
class CsvLeads:
    """The text with ``\\n`` line ends, the delimiter, and the columns' names, which all differ."""

    text: str
    delimiter: str
    columns: tuple[str, ...]


def read_csv_text(raw: bytes, names: Collection[str]) -> CsvLeads:
    """The CSV, if it is UTF-8 text in which a column bears one of the names; else raises LeadsRefused."""
    text = _decoded(raw)
    headers = [(_header(text, delimiter), delimiter) for delimiter in DELIMITERS]
    known = {fold_name(name) for name in names}
    columns, delimiter = max(headers, key=lambda header: len(known & {fold_name(c) for c in header[0]}))
    if not known & {fold_name(column) for column in columns}:
        raise LeadsRefused("No column in the first line bears the name of a criterion.")
    _refuse_twins(columns)
    return CsvLeads(text, delimiter, columns)


def _decoded(raw: bytes) -> str:
    if not raw.strip():
        raise LeadsRefused("The file is empty.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LeadsRefused("The file is not text in UTF-8; save it as CSV in UTF-8.") from error
    if "\0" in text:
        raise LeadsRefused("The file is not text; save it as CSV in UTF-8.")
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not text.strip():
        raise LeadsRefused("The file is empty.")
    return text + "\n"


def _header(text: str, delimiter: str) -> tuple[str, ...]:
    try:
        cells = next(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise LeadsRefused("The first line cannot be read as column names.") from error
    return tuple(_column_name(cell, number) for number, cell in enumerate(cells, start=1))


def _column_name(cell: str, number: int) -> str:
    return " ".join(tidy(cell).split())[:SHORT] or f"Column {number}"


def _refuse_twins(columns: tuple[str, ...]) -> None:
    if len(columns) > MOST_COLUMNS:
        raise LeadsRefused(f"The file has {len(columns):,} columns; at most {MOST_COLUMNS} can be read.")
    seen: set[str] = set()
    for column in columns:
        if fold_name(column) in seen:
            raise LeadsRefused(f"Two columns are called “{column}”; rename one of them.")
        seen.add(fold_name(column))
