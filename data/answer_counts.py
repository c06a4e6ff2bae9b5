"""How many leads of a file give each answer to a criterion, as it is mapped; before the file is kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from sqlglot import exp

from data.mapping_sql import answer_index
from data.sandbox import sandbox
from definitions.mapping import CriterionMapping, Mapping

LEADS = "leads"


def answer_counts(
    raw: Path, mapping: Mapping, mapped: CriterionMapping, labels: Sequence[str]
) -> tuple[int, ...]:
    """One count a label, in their order, and last how many leads are not answered."""
    missing = mapping.missing_in(mapped.column)
    return _counted(raw, mapped, missing, mapping.decimal, tuple(labels))


@lru_cache(maxsize=256)
def _counted(
    raw: Path, mapped: CriterionMapping, missing: tuple[str, ...], decimal: str, labels: tuple[str, ...]
) -> tuple[int, ...]:
    known = {mapped.column: missing} if mapped.column is not None and missing else {}
    kept = (mapped.column,) if mapped.column is not None else ()
    alone = Mapping.model_validate(
        {"criteria": (mapped,), "missing": known, "decimal": decimal, "kept": kept}
    )
    index = answer_index(alone, mapped, labels).as_("i")
    query = exp.select(index, exp.Count(this=exp.Star()).as_("n")).from_(LEADS).group_by("1")
    with sandbox(raw) as connection:
        connection.read_parquet(str(raw)).create_view(LEADS)
        found = dict(connection.execute(query.sql(dialect="duckdb")).fetchall())
    return tuple(int(found.get(place, 0)) for place in (*range(len(labels)), -1))
