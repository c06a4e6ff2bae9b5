"""The quick form of the one GROUP BY against its plain form."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.adding_leads import add_csv
from data.keeping import keep
from data.lead_table import LeadTable, lead_table
from data.profile_query import ordered_profile_query
from data.quick_sql import MANY_SPELLINGS, innermost, quick, slow_columns
from data.reading import Readings
from data.readings import readings
from definitions.criteria import Answer, Criterion
from tests.data.random_leads import Trial, trials
from tests.data.uploads import upload


def same_answers(table: LeadTable, read: Readings, few: set[str]) -> str:
    """The quick SQL, once it gave what the plain SQL gives."""
    plain = ordered_profile_query(read)
    fast = quick(plain, few)
    expected, found = table.arrays(plain), table.arrays(fast)
    assert list(expected) == list(found)
    for name, values in expected.items():
        np.testing.assert_array_equal(found[name], values, name)
    return fast.sql(dialect="duckdb")


@settings(max_examples=25)
@given(trials(), st.booleans())
def test_the_quick_form_counts_what_the_plain_form_counts(trial: Trial, joined: bool) -> None:
    mapping = trial.mapping.model_copy(update={"insisted": trial.mapping.kept})
    if not any(mapped.column for mapped in mapping.criteria):
        mapping = mapping.model_copy(update={"criteria": ()})
    with TemporaryDirectory() as place:
        folder = Path(place) / "leads"
        name = keep(upload(Path(place) / "work", trial.columns), mapping, folder).hash
        with lead_table(folder, name) as table:
            read = readings(table, trial.scorecard.criteria)
            slow = slow_columns(innermost(ordered_profile_query(read)))
            written = same_answers(table, read, set(slow) if joined else set())
    assert ("JOIN" in written) == (joined and bool(slow))


@pytest.mark.parametrize("spellings", [3, MANY_SPELLINGS])
def test_many_spellings_are_looked_up_in_a_list_and_few_are_not(tmp_path: Path, spellings: int) -> None:
    labels = [f"Answer {number} of 'all'" for number in range(spellings)]
    criterion = Criterion(
        name="k", question="?", answers=tuple(Answer(label=label, points=1) for label in labels)
    )
    rows = [f"{label},2026-0{1 + n % 9}-01,won" for n, label in enumerate([*labels, "", "something else"])]
    raw = "\n".join(["k,Date,Outcome", *rows]).encode()
    name = add_csv(tmp_path, raw, [criterion]).hash
    with lead_table(tmp_path, name) as table:
        written = same_answers(table, readings(table, [criterion]), {"Date"})
    assert ("LIST_POSITION" in written) == (spellings >= MANY_SPELLINGS)
    assert "JOIN" in written
