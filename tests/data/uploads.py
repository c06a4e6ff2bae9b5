"""Files as the importer understands them, made from columns of texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from data.importing.understood import Column, Kind, Options, SetAside, Type, Understood

MARKERS = {"select", "unknown", "n/a", "999", "-1"}


def upload(
    work: Path, columns: Mapping[str, Sequence[str | None]], name: str = "leads.csv", decimal: str = "."
) -> Understood:
    """The file whose columns these are, its rows in the work folder."""
    work.mkdir(parents=True, exist_ok=True)
    rows = len(next(iter(columns.values())))
    texts = {f"c{n:02}": list(values) for n, values in enumerate(columns.values(), start=1)}
    raw = work / "rows.parquet"
    _write(raw, rows, texts)
    return Understood(
        kind=Kind.CSV,
        file_name=name,
        raw_sha256="a" * 64,
        options=Options(encoding="utf-8", delimiter=",", decimal=decimal, header_row=0),
        raw=raw,
        rows_read=rows,
        rows_kept=rows,
        set_aside=SetAside(rows=0, path=work / "set_aside.csv"),
        columns=tuple(
            column(inside, header, texts[inside]) for inside, header in zip(texts, columns, strict=True)
        ),
    )


def _write(raw: Path, rows: int, texts: Mapping[str, Sequence[str | None]]) -> None:
    cells = ", ".join(f"unnest(?::VARCHAR[]) AS {name}" for name in texts)
    query = f"SELECT unnest(?::BIGINT[]) AS line, {cells}"
    with duckdb.connect() as connection:
        connection.sql(query, params=[list(range(2, rows + 2)), *texts.values()]).write_parquet(str(raw))


def column(inside: str, header: str, values: Sequence[str | None]) -> Column:
    """What the importer says of a column."""
    filled = Counter(value for value in values if value and value.strip())
    markers = tuple(value for value in filled if value.casefold() in MARKERS)
    real = [value for value in filled.elements() if value not in markers]
    numeric = sum(bool(re.fullmatch(r"[+-]?[0-9][0-9.,]*", value)) for value in real)
    dates = sum(bool(re.fullmatch(r"[0-9]+[-/.][0-9]+([-/.][0-9]+)?", value)) for value in real)
    kind = Type.NUMBER if numeric > 0.9 * len(real) else Type.TEXT
    kind = Type.DATE if real and dates == len(real) else kind
    return Column(
        name=inside,
        header=header,
        filled=sum(filled.values()),
        distinct=len(filled),
        top=tuple(filled.most_common(50)),
        numeric=numeric / len(real) if real else 0.0,
        type=kind,
        missing_markers=markers,
    )
