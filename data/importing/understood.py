"""What was understood of a file of leads: how it is written, its rows and its columns."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

NO_HEADER = -1
"""``Options.header_row`` of a file whose first row is a lead already."""

Counts = tuple[tuple[str, int], ...]
"""Texts and how many rows have them, most frequent first."""


class Kind(StrEnum):
    """What a file is by its content, whatever its name says."""

    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    PARQUET = "parquet"


class Type(StrEnum):
    """What a column seems to hold; a proposal, the values stay text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    IDENTIFIER = "identifier"
    YES_NO = "yes-no"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Options(_Frozen):
    """How a file is to be read; None is found out.

    ``header_row`` counts the file's rows from 0, blank ones too; -1 means that there are no column names.
    """

    encoding: str | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    decimal: Literal[".", ","] | None = None
    header_row: Annotated[int, Field(ge=NO_HEADER, lt=1_000)] | None = None
    sheet: str | None = None


class Sheet(_Frozen):
    """One sheet of a workbook."""

    name: str
    hidden: bool = False


class SetAside(_Frozen):
    """The rows that were not kept; ``path`` is a CSV of line, reason and text, safe in a spreadsheet."""

    rows: int
    path: Path
    reasons: Counts = ()


class Progress(_Frozen):
    """How far the import is: what is being done, and how much of how much (bytes or columns)."""

    step: str
    done: int
    of: int


class Column(_Frozen):
    """One column: its name inside (c01), its name in the file, and what its values look like.

    ``distinct`` is exact up to 250,000 different values; beyond, it is about right and ``top`` is empty.

    ``fragile``: as numbers some of its values would lose digits or leading zeros.

    ``numeric`` is the share (0 to 1) of the filled cells, markers left out, that are numbers; ``least`` and
    ``most`` are the smallest and largest number, or the first and last date if written as in ISO 8601. A
    number column lists what is neither number nor marker in ``not_understood``, and counts all such rows.
    """

    name: str
    header: str
    header_changed: str | None = None
    filled: int = 0
    distinct: int = 0
    top: Counts = ()
    numeric: float = 0.0
    least: str | None = None
    most: str | None = None
    type: Type = Type.TEXT
    personal: str | None = None
    missing_markers: tuple[str, ...] = ()
    fragile: bool = False
    not_understood: Counts = ()
    not_understood_rows: int = 0


class Understood(_Frozen):
    """A file of leads as it was read: ``raw`` is a Parquet of ``line`` and the columns c01, c02, ... as text.

    Where each lead is one line, ``raw`` has no ``line`` and ``first_line`` is that of its first row:
    numbering a million rows takes DuckDB as long as reading them.
    ``rows_read`` = ``rows_kept`` + ``set_aside.rows``; ``first_rows`` are the file's first rows as they are,
    the column names and what stands above them included; ``preview`` are the first rows kept.
    """

    kind: Kind
    file_name: str
    raw_sha256: str
    options: Options
    raw: Path
    first_line: int | None = None
    sheets: tuple[Sheet, ...] = ()
    preamble_rows: int = 0
    rows_read: int
    rows_kept: int
    set_aside: SetAside
    warnings: tuple[str, ...] = ()
    columns: tuple[Column, ...]
    first_rows: tuple[tuple[str, ...], ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()
