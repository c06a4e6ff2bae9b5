"""A warehouse that is away, slow or refuses: one sentence, and the last profiles stay in use."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data.leads_refused import LeadsRefused
from data.warehouses import Dialect, LastProfiles, count
from tests.data.warehouses.conftest import Place
from tests.data.warehouses.leads import BUDGET, ROWS, warehouse

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
LATER = datetime(2026, 5, 4, 10, tzinfo=UTC)
DATED = {**ROWS, "created_at": ["2026-05-01", "2026-04-30", None]}


@pytest.mark.parametrize(
    ("url", "dialect"),
    [
        ("postgresql+psycopg://nobody:s3cret@127.0.0.1:1/crm", Dialect.POSTGRES),
        ("postgresql+psycopg://nobody:s3cret@no-such-host.invalid/crm", Dialect.POSTGRES),
    ],
)
def test_a_warehouse_that_is_away_is_said_in_one_sentence_without_its_password(
    url: str, dialect: Dialect
) -> None:
    with pytest.raises(LeadsRefused) as refused:
        count(warehouse(url, dialect, "leads"), [BUDGET])
    assert str(refused.value) == "The warehouse “crm” cannot be reached, or does not let us in."


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("nonsense", "its address in secrets.toml cannot be understood"),
        ("snowflake://user@account/db", "the package that speaks to it is not installed"),
    ],
)
def test_an_address_that_cannot_be_used_is_said(url: str, why: str) -> None:
    with pytest.raises(LeadsRefused) as refused:
        count(warehouse(url, Dialect.SNOWFLAKE, "leads"), [BUDGET])
    assert str(refused.value) == f"The warehouse “crm” refused the query: {why}."


@pytest.mark.server
@pytest.mark.parametrize("kind", ["postgres_place", "spark_place"])
def test_a_refusal_names_the_warehouse_s_own_reason(kind: str, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(kind)
    with pytest.raises(LeadsRefused) as refused:
        count(warehouse(place.url, place.dialect, "nowhere"), [BUDGET])
    assert str(refused.value).startswith("The warehouse “crm” refused the query: ")
    assert "nowhere" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.server
def test_a_slow_warehouse_is_not_waited_for_and_its_query_ends(postgres_place: Place) -> None:
    engine = sa.create_engine(postgres_place.url)
    slow = "CREATE VIEW slow AS SELECT '' budget_status, '' stage, '' created_at FROM pg_sleep(30)"
    with engine.begin() as connection:
        connection.exec_driver_sql(slow)
    begun = time.monotonic()
    with pytest.raises(LeadsRefused, match=r"The warehouse “crm” (did not answer within 1|refused)"):
        count(warehouse(postgres_place.url, postgres_place.dialect, "slow", seconds=1), [BUDGET])
    assert time.monotonic() - begun < 20
    running = """
        SELECT count(*) FROM pg_stat_activity
        WHERE query LIKE '%%budget_status%%' AND state = 'active' AND pid <> pg_backend_pid()
    """
    with engine.connect() as connection:
        until = time.monotonic() + 20
        while connection.exec_driver_sql(running).scalar() and time.monotonic() < until:
            time.sleep(0.1)
        assert connection.exec_driver_sql(running).scalar() == 0
    engine.dispose()


@pytest.mark.server
def test_nothing_can_be_written_there(postgres_place: Place) -> None:
    engine = sa.create_engine(postgres_place.url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE notes (text text)")
        connection.exec_driver_sql(
            "CREATE FUNCTION note() RETURNS text LANGUAGE sql"
            " AS $$ INSERT INTO notes VALUES ('x') RETURNING text $$"
        )
        connection.exec_driver_sql(
            "CREATE VIEW noting AS SELECT note() budget_status, '' stage, '' created_at"
        )
    with pytest.raises(LeadsRefused, match="read-only"):
        count(warehouse(postgres_place.url, postgres_place.dialect, "noting"), [BUDGET])
    engine.dispose()


@pytest.mark.server
def test_the_last_profiles_stay_in_use_when_the_warehouse_fails(postgres_place: Place) -> None:
    asked, known = (
        warehouse(postgres_place.url, postgres_place.dialect, postgres_place.put(DATED)),
        LastProfiles(),
    )
    first = known.renew(asked, [BUDGET], NOW)
    assert (first.profiles.leads.sum(), first.profiles.won.sum(), first.profiles.months) == (
        3,
        1,
        ("2026-04", "2026-05"),
    )
    assert first.trouble is None
    engine = sa.create_engine(postgres_place.url)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TABLE {asked.table}")
    engine.dispose()
    again = known.renew(asked, [BUDGET], LATER)
    assert again.profiles is first.profiles
    assert again.at == NOW
    assert again.trouble is not None
    assert "refused" in again.trouble
    assert known.last(asked, [BUDGET]) == again


def test_without_earlier_profiles_the_trouble_is_raised() -> None:
    away = warehouse("postgresql+psycopg://nobody@127.0.0.1:1/crm", Dialect.POSTGRES, "leads")
    known = LastProfiles()
    with pytest.raises(LeadsRefused):
        known.renew(away, [BUDGET], NOW)
    assert known.last(away, [BUDGET]) is None
