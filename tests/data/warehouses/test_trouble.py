"""A warehouse that is away, slow or refuses: one sentence, and the last profiles stay in use."""

from __future__ import annotations

import time
from threading import Event, Timer

import pytest
import sqlalchemy as sa

from data.leads_refused import LeadsRefused
from data.warehouses import Dialect, count
from data.warehouses.trouble import reason
from tests.data.warehouses.conftest import Place
from tests.data.warehouses.leads import asking

SLOW = "CREATE VIEW slow AS SELECT '' budget_status, '' stage, '' created_at FROM pg_sleep(30)"
RUNNING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE query LIKE '%%budget_status%%' AND state = 'active' AND pid <> pg_backend_pid()
"""


def run(place: Place, statement: str) -> None:
    """Do something in the warehouse."""
    engine = sa.create_engine(place.url)
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def wait_until_nothing_runs(place: Place) -> None:
    """Soon no query on leads runs there any more."""
    engine = sa.create_engine(place.url)
    with engine.connect() as connection:
        until = time.monotonic() + 20
        while connection.exec_driver_sql(RUNNING).scalar() and time.monotonic() < until:
            time.sleep(0.1)
        assert connection.exec_driver_sql(RUNNING).scalar() == 0
    engine.dispose()


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
        count(asking(url, dialect, "leads"))
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
        count(asking(url, Dialect.SNOWFLAKE, "leads"))
    assert str(refused.value) == f"The warehouse “crm” refused the query: {why}."


@pytest.mark.server
@pytest.mark.parametrize("kind", ["postgres_place", "spark_place"])
def test_a_refusal_names_the_warehouse_s_own_reason(kind: str, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(kind)
    with pytest.raises(LeadsRefused) as refused:
        count(asking(place.url, place.dialect, "nowhere"))
    assert str(refused.value).startswith("The warehouse “crm” refused the query: ")
    assert "nowhere" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.server
def test_a_slow_warehouse_is_not_waited_for_and_its_query_ends(postgres_place: Place) -> None:
    run(postgres_place, SLOW)
    begun = time.monotonic()
    with pytest.raises(LeadsRefused, match="The warehouse “crm” did not answer within 1 seconds"):
        count(asking(postgres_place.url, postgres_place.dialect, "slow", seconds=1))
    assert time.monotonic() - begun < 20
    wait_until_nothing_runs(postgres_place)


@pytest.mark.server
def test_nothing_can_be_written_there(postgres_place: Place) -> None:
    run(postgres_place, "CREATE TABLE notes (text text)")
    run(
        postgres_place,
        "CREATE FUNCTION note() RETURNS text LANGUAGE sql"
        " AS $$ INSERT INTO notes VALUES ('x') RETURNING text $$",
    )
    run(postgres_place, "CREATE VIEW noting AS SELECT note() budget_status, '' stage, '' created_at")
    with pytest.raises(LeadsRefused, match="read-only"):
        count(asking(postgres_place.url, postgres_place.dialect, "noting"))


@pytest.mark.server
def test_a_count_that_is_called_off_ends_at_once_also_there(postgres_place: Place) -> None:
    run(postgres_place, SLOW)
    called_off = Event()
    Timer(0.5, called_off.set).start()
    begun = time.monotonic()
    with pytest.raises(LeadsRefused, match="It was called off"):
        count(asking(postgres_place.url, postgres_place.dialect, "slow"), called_off)
    assert time.monotonic() - begun < 10
    wait_until_nothing_runs(postgres_place)


@pytest.mark.parametrize(
    ("url", "secrets"),
    [
        ("postgresql+psycopg://reader:s3%40cret@db/crm", ("s3@cret", "s3%40cret")),
        ("snowflake://user@account/db?private_key_passphrase=s3cret&role=x", ("s3cret",)),
        ("sc://host:443/;use_ssl=true;token=s3cret", ("s3cret",)),
    ],
)
def test_what_a_driver_says_is_shown_without_the_address_s_secrets(
    url: str, secrets: tuple[str, ...]
) -> None:
    said = reason(ValueError(f"could not use {url} nor {secrets[0]}\nmore"), url)
    assert said.startswith("could not use ")
    assert "\n" not in said
    assert not any(secret in said for secret in secrets)
    assert "***" in said
