"""What DuckDB counts about one column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb

from data.importing.numbers import COMMA, POINT, Decimal, number_sql
from data.importing.personal import EMAIL_PATTERN, PHONE_PATTERN
from data.importing.values import Counted, is_number, literal, one

SAMPLE = 50_000
ISO = r"\s*\d{4}-\d{2}(-\d{2})?([T ]\d{2}:\d{2}.*)?\s*"
DATES = (
    r"\s*(\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})|"
    r"\d{1,2}[- ]?[A-Za-z]{3,9}[-, ]+\d{2,4}|[A-Za-z]{3,9} \d{1,2}, \d{4})([T ]\d{1,2}:\d{2}.*)?\s*"
)
YES_NO = r"(?i)\s*(yes|no|y|n|true|false|0|1|ja|nein|oui|non|si|sí|sim|não|✔|✓|✗|x)\s*"
PADDED = r"\s*0\d+\s*"
LONG = r"\s*[-+]?\d{16,}\s*"
POWER = r"\s*[-+]?\d+(\.\d+)?[eE][-+]?\d+\s*"
CODE = r"\s*[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}\s*|\s*[0-9a-fA-F]{24,64}\s*"
DECIMAL_ROWS = 50_000


PATTERNS = {
    "dates": DATES,
    "yes_no": YES_NO,
    "e_mails": EMAIL_PATTERN,
    "phones": PHONE_PATTERN,
    "padded": PADDED,
    "long": LONG,
    "powers": POWER,
    "codes": CODE,
    "lines": r"(?s).*\n.*",
}


@dataclass(frozen=True)
class Measures:
    """Rows whose cell is filled or has one of the patterns; the different values; the mean length."""

    filled: int
    distinct: int
    numbers: int
    dates: int
    yes_no: int
    e_mails: int
    phones: int
    padded: int
    long: int
    powers: int
    codes: int
    lines: int
    length: float
    least: float | None
    most: float | None
    first_date: str | None
    last_date: str | None


def decimal_of(raw: duckdb.DuckDBPyRelation, names: list[str]) -> Decimal:
    """Whether numbers are written with a decimal comma, by those that can only be one thing."""
    counts = [
        f"count(*) FILTER (regexp_full_match({name}, {literal(pattern)}))"
        for pattern in (COMMA, POINT)
        for name in names
    ]
    found = one(raw.limit(DECIMAL_ROWS), ", ".join(counts))
    return "," if sum(found[: len(names)]) > sum(found[len(names) :]) else "."


def measures(values: Counted, decimal: Decimal) -> Measures:
    """What is counted about a column; of countless values the patterns are counted in a sample."""
    exact, shapes = _exact(values, decimal), _shapes()
    if values.grouped:
        return Measures(**_named(values.values, exact | shapes))
    part = _named(values.values.limit(SAMPLE), exact | shapes)
    if not part["numbers"]:
        exact["numbers"] = exact["least"] = exact["most"] = "NULL"
    if not part["dates"]:
        exact["first_date"] = exact["last_date"] = "NULL"
    found = _named(values.values, exact)
    share = found["filled"] / part["filled"]
    guessed = {name: round(part[name] * share) for name in shapes}
    return Measures(**found | guessed | {"numbers": found["numbers"] or 0})


def _exact(values: Counted, decimal: Decimal) -> dict[str, str]:
    iso = f"FILTER (regexp_full_match(v, '{ISO}'))"
    number = number_sql("v", decimal)
    return {
        "filled": "coalesce(sum(n), 0)",
        "distinct": "count(*)" if values.grouped else f"least(count(*), {values.about})",
        "numbers": _rows(is_number(decimal)),
        "length": "coalesce(sum(n * length(v)) / sum(n), 0)",
        "least": f"min({number})",
        "most": f"max({number})",
        "first_date": f"min(trim(v)) {iso}",
        "last_date": f"max(trim(v)) {iso}",
    }


def _shapes() -> dict[str, str]:
    return {name: _rows(f"regexp_full_match(v, '{pattern}')") for name, pattern in PATTERNS.items()}


def _named(rows: duckdb.DuckDBPyRelation, wanted: dict[str, str]) -> dict[str, Any]:
    return dict(zip(wanted, one(rows, ", ".join(wanted.values())), strict=True))


def _rows(condition: str) -> str:
    return f"coalesce(sum(n) FILTER ({condition}), 0)"
