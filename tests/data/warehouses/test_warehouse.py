"""Warehouses as the host writes them in secrets.toml."""

from __future__ import annotations

import tomllib

import pytest

from data.warehouses import Dialect, WrongWarehouse, warehouses

WRITTEN = """
[warehouses.crm]
url = "postgresql+psycopg://reader:s3cret@db/crm"
dialect = "postgres"
table = "sales.leads"

[warehouses.crm.columns]
c01 = "budget_status"
c02 = "stage"

[warehouses.crm.mapping]
outcome = { column = "c02", won = ["Closed Won"], lost = ["Closed Lost"] }

[[warehouses.crm.mapping.criteria]]
criterion = "Budget"
column = "c01"
answers = [
    { answer = "Ready", values = ["ready", "approved"] },
    { answer = "None", ranges = [{ below = 100 }] },
]
"""


def test_a_warehouse_is_read_with_its_mapping_and_never_shows_its_address() -> None:
    found = warehouses(tomllib.loads(WRITTEN))["crm"]
    assert (found.name, found.dialect, found.table) == ("crm", Dialect.POSTGRES, "sales.leads")
    assert found.mapping.kept == ("c01", "c02")
    assert found.mapping.criteria[0].answers[0].values == ("ready", "approved")
    assert "s3cret" not in repr(found)
    assert "s3cret" not in found.model_dump_json()


def test_without_a_section_there_are_none() -> None:
    assert warehouses({}) == {}


@pytest.mark.parametrize(
    ("instead", "of", "says"),
    [
        ('dialect = "basic"', 'dialect = "postgres"', "warehouses.crm.dialect"),
        ("", 'table = "sales.leads"', "warehouses.crm.table"),
        ('table = "leads; DROP TABLE x"', 'table = "sales.leads"', "table is not the name of a table"),
        ('table = "leads AS x, y"', 'table = "sales.leads"', "table is not the name of a table"),
        ('table = "pg_sleep(5)"', 'table = "sales.leads"', "table is not the name of a table"),
        ("", 'c02 = "stage"', "columns does not say which column c02 is"),
        ('colour = "red"', 'dialect = "postgres"', "warehouses.crm"),
    ],
)
def test_what_cannot_be_used_is_named_without_secrets(instead: str, of: str, says: str) -> None:
    with pytest.raises(WrongWarehouse) as wrong:
        warehouses(tomllib.loads(WRITTEN.replace(of, instead)))
    assert says in str(wrong.value)
    assert "s3cret" not in str(wrong.value)


@pytest.mark.parametrize("section", ["x", {"crm": "x"}, {"crm": {}}])
def test_what_is_no_table_is_said(section: object) -> None:
    with pytest.raises(WrongWarehouse):
        warehouses({"warehouses": section})
