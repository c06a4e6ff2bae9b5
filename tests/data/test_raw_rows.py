"""A file so large and clean that DuckDB reads it is kept like any other."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from data.importing.delimited import QUICK_FROM
from data.importing.understood import Understood
from data.keeping import keep
from data.lead_file import parquet_path
from data.leads_refused import LeadsRefused
from data.leaks import leaks
from definitions.mapping import AnswerMapping, CriterionMapping, Mapping, OutcomeMapping
from tests.data.importing.files import read

OUTCOME = OutcomeMapping(column="c04", won=("won",), lost=("lost",))


@pytest.fixture
def large(tmp_path: Path) -> Understood:
    """Leads of which every seventh is won, those with a signature and no others."""
    rows = (
        f"lead {n:08},{'abc'[n % 3]},{'' if n % 7 else 'signed'},{'lost' if n % 7 else 'won'}\n"
        for n in range(91_000)
    )
    text = "Lead,Budget,Signature,Outcome\n" + "".join(rows)
    assert len(text) > QUICK_FROM
    found = read(tmp_path, text)
    assert found.first_line == 2
    return found


def by(column: str) -> Mapping:
    answers = (AnswerMapping(answer="Ready", values=("a", "signed")),)
    budget = CriterionMapping(criterion="Budget", column=column, answers=answers)
    return Mapping(criteria=(budget,), outcome=OUTCOME, kept=("c02", "c03", "c04"))


def test_its_leaks_are_found(large: Understood, tmp_path: Path) -> None:
    assert [leak.header for leak in leaks(large, by("c02"))] == ["Signature"]
    with pytest.raises(LeadsRefused, match="Signature"):
        keep(large, by("c03"), tmp_path / "leads")


def test_each_lead_keeps_its_line(large: Understood, tmp_path: Path) -> None:
    kept = keep(large, by("c02"), tmp_path / "leads")
    path = parquet_path(tmp_path / "leads", kept.hash)
    with duckdb.connect() as connection:
        rows = connection.read_parquet(str(path))
        assert rows.filter("c04 = 'won'").aggregate("min(line), max(line), count(*)").fetchall() == [
            (2, 90_993 + 2, 13_000)
        ]
