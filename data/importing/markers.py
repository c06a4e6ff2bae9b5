"""Texts that people and systems write where nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

WORDS = (
    *("select", "select one", "please select", "please choose", "choose", "(blank)", "blank", "missing"),
    *("unknown", "unbekannt", "inconnu", "desconocido", "keine angabe", "k.a.", "k. a.", "no data"),
    *("n/a", "na", "n.a.", "nan", "null", "nil", "undefined", "unspecified", "tbd", "tba", "(none)"),
    *("not available", "not applicable", "not provided", "not specified", "not set", "(not set)"),
    *("?", "-", "--", "---", "–", "—", ".", "..", "...", "…"),
    *("#n/a", "#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#error!"),
)
MARKED = "lower(trim(v)) IN (" + ", ".join(f"'{word}'" for word in WORDS) + ")"
"""SQL: whether the value ``v`` is one of these words."""
MARKED_PLAINLY = (
    "v IN ("
    + ", ".join(f"'{text}'" for word in WORDS for text in sorted({word, word.upper(), word.capitalize()}))
    + ")"
)
"""The same in the usual spellings only, for columns of very many values."""
NINES = ("99", "999", "9999", "99999", "999999")
BELOW = ("-1", "-9", "-99", "-999", "-9999")
LEAST_SHARE = 0.01


def number_markers(
    counts: Sequence[tuple[str, int]], filled: int, least: float | None, most: float | None
) -> tuple[str, ...]:
    """Numbers such as 999 and -1 that stand far from all others and are frequent.

    ``least`` and ``most`` are the extremes of the column's numbers that are no such candidates.
    """
    if least is None or most is None:
        return ()
    frequent = [value.strip() for value, rows in counts if rows >= LEAST_SHARE * filled]
    nines = [value for value in frequent if value in NINES and most <= float(value) / 5]
    below = [value for value in frequent if value in BELOW and least >= 0]
    return (*nines, *below)
