"""Outcomes from a warehouse's table: the same as from a file of it, and no column more than is used."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from data.importing import Options, Understood, understand
from data.leads_refused import LeadsRefused
from data.outcomes import fetching
from data.outcomes.fetching import fetch, fetch_sql
from data.outcomes.loading import load
from data.outcomes.suggestions import suggest_outcomes
from data.warehouses import Dialect, Warehouse, sample
from definitions.measures.journeys import Event
from tests.data.outcomes.files import BUDGET, HANDOFF, HEADER, NOW, ROWS
from tests.data.warehouses.conftest import Place, postgres_place
from tests.data.warehouses.leads import warehouse

__all__ = ["postgres_place"]
pytestmark = pytest.mark.server


@pytest.fixture
def crm(postgres_place: Place) -> Warehouse:
    columns = dict(zip(HEADER, zip(*ROWS, strict=True), strict=True))
    table = postgres_place.put(
        {name: [value or None for value in values] for name, values in columns.items()}
    )
    return warehouse(postgres_place.url, Dialect.POSTGRES, table)


def seen_of(place: Warehouse, folder: Path) -> Understood:
    source = folder / "sample.parquet"
    source.write_bytes(sample(place, rows=3))
    return understand(source, Options(), folder / "work")


def test_the_events_of_every_row_come_and_no_personal_column(crm: Warehouse, tmp_path: Path) -> None:
    seen = seen_of(crm, tmp_path)
    mapping = suggest_outcomes(seen, (BUDGET,), HANDOFF)
    sql = fetch_sql(crm, seen, mapping)
    assert '"Name"' not in sql
    assert "500001" in sql
    kept = fetch(crm, seen, mapping, (BUDGET,), tmp_path / "kept", NOW)
    found = load(tmp_path / "kept", kept.hash)
    assert (~np.isnat(found.when(Event.REJECTED))).sum() == 2
    assert kept.kept == 5
    assert kept.origin is not None
    assert kept.origin.warehouse == "crm"


def test_moments_of_the_warehouses_own_types_are_read(postgres_place: Place, tmp_path: Path) -> None:
    import sqlalchemy as sa

    engine = sa.create_engine(postgres_place.url)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE typed AS SELECT TIMESTAMPTZ '2026-05-04 09:00:00+02' AS \"MQL at\","
            " TIMESTAMP '2026-05-05 10:00:00.25' AS \"Accepted at\", DATE '2026-06-01' AS \"Won at\""
        )
    engine.dispose()
    place = warehouse(postgres_place.url, Dialect.POSTGRES, "typed")
    seen = seen_of(place, tmp_path)
    kept = fetch(place, seen, suggest_outcomes(seen, (), HANDOFF), (), tmp_path / "kept", NOW)
    found = load(tmp_path / "kept", kept.hash)
    read = [str(found.when(event)[0]) for event in (Event.MQL, Event.ACCEPTED, Event.WON)]
    assert read == ["2026-05-04T07:00:00", "2026-05-05T08:00:00", "2026-05-31T22:00:00"]
    assert found.only_days(Event.WON).tolist() == [True]


def test_too_many_rows_are_refused(crm: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_ROWS", 4)
    seen = seen_of(crm, tmp_path)
    with pytest.raises(LeadsRefused, match="more than 4 leads"):
        fetch(crm, seen, suggest_outcomes(seen, (BUDGET,), HANDOFF), (BUDGET,), tmp_path / "kept", NOW)
    assert not (tmp_path / "kept").exists()


def test_a_table_that_is_gone_is_said_in_words(crm: Warehouse, tmp_path: Path) -> None:
    seen = seen_of(crm, tmp_path)
    gone = crm.model_copy(update={"table": "nothing"})
    with pytest.raises(LeadsRefused, match="refused the query"):
        fetch(gone, seen, suggest_outcomes(seen, (BUDGET,), HANDOFF), (BUDGET,), tmp_path / "kept", NOW)
