"""Looking into a warehouse: a sample understood as a file is, and the mapping to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from data.importing import Options, Understood, understand
from data.leads_refused import LeadsRefused
from data.offers import Offer
from data.profile_query import counted_names
from data.warehouses import Dialect, Request, Warehouse, keep_counts, offer_table, sample
from definitions.mapping_edits import with_criterion
from tests.data.warehouses.conftest import Place
from tests.data.warehouses.leads import BUDGET, COLUMNS, MAPPING, warehouse

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
LEADS = {
    "Contact": [f"person{n}@example.invalid" for n in range(40)],
    "Budget status": ["Ready", "None"] * 20,
    "stage": ["won", "lost", None, "won"] * 10,
    "created_at": ["2026-05-01"] * 40,
    'odd "name" %': ["x y", ""] * 20,
}


def understood(raw: bytes, folder: Path) -> Understood:
    file = folder / "sample"
    file.write_bytes(raw)
    return understand(file, Options(), folder / "work", file_name="crm: leads")


def there(place: Place) -> Warehouse:
    return warehouse(place.url, place.dialect, place.put(LEADS))


@pytest.mark.server
@pytest.mark.parametrize("kind", ["postgres_place", "spark_place"])
def test_a_sample_is_understood_as_a_file_is(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    place: Place = request.getfixturevalue(kind)
    found = understood(sample(there(place)), tmp_path)
    assert [column.header for column in found.columns] == list(LEADS)
    assert found.rows_kept == 40
    assert dict(found.columns[1].top) == {"Ready": 20, "None": 20}
    assert found.columns[0].personal == "e-mail addresses"


@pytest.mark.server
def test_only_so_many_leads_are_looked_at(postgres_place: Place, tmp_path: Path) -> None:
    assert understood(sample(there(postgres_place), rows=7), tmp_path).rows_kept == 7


@pytest.mark.server
def test_a_table_without_leads_is_said(postgres_place: Place) -> None:
    table = postgres_place.put({"a": []})
    with pytest.raises(LeadsRefused, match=f"There are no leads in the table {table} of “crm”"):
        sample(warehouse(postgres_place.url, postgres_place.dialect, table))


@pytest.fixture
def looked(tmp_path: Path) -> Understood:
    rows = "\n".join(
        ",".join(str(v or "") for v in row) for row in zip(*list(LEADS.values())[:4], strict=True)
    )
    return understood(f"Contact,budget_status,stage,created_at\n{rows}\n".encode(), tmp_path)


def offered(looked: Understood, folder: Path, *earlier: str, **given: Mapping[str, str]) -> Offer:
    place = Warehouse(name="crm", url="x://", dialect=Dialect.TRINO, table="leads", **given)
    return offer_table(looked, place, [BUDGET], folder, earlier)


def test_without_anything_else_the_mapping_is_suggested_and_no_column_names_a_lead(
    looked: Understood, tmp_path: Path
) -> None:
    found = offered(looked, tmp_path)
    assert found.reused is None
    assert (found.mapping.lead, found.mapping.criteria[0].column) == (None, "c02")
    assert "c01" not in found.mapping.kept


def test_what_the_host_wrote_is_followed(looked: Understood, tmp_path: Path) -> None:
    mapping = MAPPING.model_dump()
    found = offered(looked, tmp_path, columns=COLUMNS, mapping=mapping)
    assert "secrets.toml" in (found.reused or "")
    assert found.mapping.criteria[0].column == "c02"
    assert "ready" in found.mapping.criteria[0].answers[0].values
    gone = offered(looked, tmp_path, columns={**COLUMNS, "c01": "not_there"}, mapping=mapping)
    assert gone.reused is None


def test_the_mapping_of_the_last_count_is_followed_first(looked: Understood, tmp_path: Path) -> None:
    """Though its table had other columns, too: only those that mean something matter."""
    place = Warehouse(name="crm", url="x://", dialect=Dialect.TRINO, table="leads")
    headers = {**COLUMNS, "c04": "gone_since"}
    (budget,) = MAPPING.criteria
    ready = budget.answers[0].model_copy(update={"values": ("ready", "go")})
    mapping = with_criterion(MAPPING, budget.model_copy(update={"answers": (ready, budget.answers[1])}))
    request = Request(place, headers, mapping.model_copy(update={"kept": (*mapping.kept, "c04")}), (BUDGET,))
    rows = {name: np.array([1]) for name in counted_names(request.readings)}
    lead_set = keep_counts(request, rows, tmp_path, "crm", NOW).hash
    found = offered(looked, tmp_path, "0" * 64, lead_set, columns=COLUMNS, mapping=MAPPING.model_dump())
    assert found.reused == "it was counted before"
    assert "go" in found.mapping.criteria[0].answers[0].values
    assert offered(looked, tmp_path, "0" * 64).reused is None
