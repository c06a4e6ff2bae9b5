"""The raw table: a Parquet of the leads' lines and their columns, all text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.sandbox import sandbox

LONG_LINE, USUAL_LINE = 64_000_000, 2_000_000
"""Most bytes in one row of a CSV that DuckDB is given; with the larger bound it takes half as long again."""
FOLDED = {"\x1b": "\x1be", "\r": "\x1br", "\n": "\x1bn"}
"""Line breaks as they are written within values, and the sign that stands for them."""
BREAKS = re.compile("[\x1b\r\n]")


@contextmanager
def confined(*paths: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB connection for these files only, with a bound on its memory."""
    with sandbox(*paths, memory="1500MB") as connection:
        yield connection


def write_table(leads: Iterable[tuple[int, list[str]]], width: int, place: Path, target: Path) -> None:
    """Write the leads as Parquet, by way of a CSV that has nothing unusual in it."""
    clean = place / "clean.csv"
    folded = _write_clean(leads, clean)
    names = [f"c{number:02d}" for number in range(1, width + 1)]
    cells = [_unfolded(name) for name in names] if folded else names
    with confined(clean, target) as connection:
        rows = read_strictly(connection, clean, ["line", *names], ",", line_end="\\n", longest=LONG_LINE)
        table = rows.project(", ".join(["CAST(line AS BIGINT) AS line", *cells]))
        table.write_parquet(str(target), compression="zstd")
    clean.unlink()


def _write_clean(leads: Iterable[tuple[int, list[str]]], clean: Path) -> bool:
    """Write a CSV whose values have no line breaks; whether any had to be folded."""
    folded = False
    with clean.open("w", encoding="utf-8", newline="", errors="replace") as file:
        rows = csv.writer(file, lineterminator="\n")
        for line, cells in leads:
            if BREAKS.search("".join(cells)):
                cells = [BREAKS.sub(lambda found: FOLDED[found[0]], cell) for cell in cells]
                folded = True
            rows.writerow([line, *cells])
    return folded


def _unfolded(name: str) -> str:
    """SQL for a value with its line breaks; the sign itself comes last."""
    text = name
    for character, fold in reversed(FOLDED.items()):
        text = f"replace({text}, '{fold}', chr({ord(character)}))"
    return f"{text} AS {name}"


def read_strictly(
    connection: duckdb.DuckDBPyConnection,
    source: Path,
    names: Sequence[str],
    delimiter: str,
    skip: int = 0,
    line_end: str | None = None,
    longest: int = USUAL_LINE,
) -> duckdb.DuckDBPyRelation:
    """A CSV in UTF-8 as text, exactly as RFC 4180 has it; the first row that is not so is an error."""
    given = {"source": str(source), "names": dict.fromkeys(names, "VARCHAR"), "delimiter": delimiter}
    ends = f", new_line = '{line_end}'" if line_end else ""
    return connection.sql(
        "FROM read_csv($source, columns = $names, delim = $delimiter, skip = $skip, header = false,"
        " auto_detect = false, quote = '\"', escape = '\"', strict_mode = true, null_padding = false,"
        " compression = 'none', max_line_size = $most" + ends + ")",
        params={**given, "skip": skip, "most": longest},
    )
