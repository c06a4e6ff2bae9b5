"""Which texts are numbers, with a decimal point or a decimal comma; as patterns and SQL for DuckDB."""

from __future__ import annotations

from typing import Literal

Decimal = Literal[".", ","]
GAPS = r" '\x{2019}\x{00a0}\x{2009}\x{202f}"
"""What may stand between thousands besides the other mark."""
COMMA = rf"\s*[-+]?(\d+|\d{{1,3}}([.{GAPS}]\d{{3}})+),(\d{{1,2}}|\d{{4,}})\s*"
POINT = rf"\s*[-+]?(\d+|\d{{1,3}}([,{GAPS}]\d{{3}})+)\.(\d{{1,2}}|\d{{4,}})\s*"
"""Numbers that can only have a decimal comma, or only a decimal point."""


def number_pattern(decimal: Decimal) -> str:
    """A regular expression for a whole text: digits, thousands in threes, a decimal part."""
    group = r"\." if decimal == "," else ","
    whole = rf"(\d+|\d{{1,3}}({group}\d{{3}})+|\d{{1,3}}([{GAPS}]\d{{3}})+)"
    return rf"\s*[-+]?({whole}(\{decimal}\d+)?|\{decimal}\d+)\s*"


def number_sql(text: str, decimal: Decimal) -> str:
    """SQL for the number that a text is, DOUBLE; NULL if it is none. ``text`` is SQL."""
    gaps = GAPS.replace("'", "''")
    bare = rf"regexp_replace({text}, '[\s{gaps}]', '', 'g')"
    point = f"replace(replace({bare}, '.', ''), ',', '.')" if decimal == "," else f"replace({bare}, ',', '')"
    pattern = number_pattern(decimal).replace("'", "''")
    plain = f"TRY_CAST({text} AS DOUBLE), " if decimal == "." else ""
    number = f"coalesce({plain}TRY_CAST({point} AS DOUBLE))"
    return f"CASE WHEN regexp_full_match({text}, '{pattern}') THEN {number} END"
