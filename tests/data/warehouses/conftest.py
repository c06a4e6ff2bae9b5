"""Warehouses for tests: each can be given a table of leads and then be asked."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
import sqlalchemy as sa

from data.warehouses import Dialect
from tests.postgres import NoServer, fresh_schema
from tests.spark import spark_server

Columns = Mapping[str, Sequence[str | None]]


@dataclass(frozen=True)
class Place:
    """A place that leads can be put into; ``put`` gives the name of their table."""

    url: str
    dialect: Dialect
    put: Callable[[Columns], str]


def needed(server: str | NoServer) -> str:
    """The server; without one the test is skipped, or fails where servers are required."""
    if isinstance(server, NoServer):
        (pytest.fail if os.environ.get("COMMON_TERMS_REQUIRE_SERVERS") == "1" else pytest.skip)(str(server))
    return server


@pytest.fixture(scope="session")
def spark() -> Iterator[str | NoServer]:
    try:
        with spark_server() as address:
            yield address
    except NoServer as missing:
        yield missing


@pytest.fixture
def postgres_place(postgres: str | NoServer) -> Iterator[Place]:
    with fresh_schema(needed(postgres), f"test_{secrets.token_hex(6)}") as url:
        engine = sa.create_engine(url)
        yield Place(url, Dialect.POSTGRES, lambda columns: put_into_postgres(engine, columns))
        engine.dispose()


@pytest.fixture
def spark_place(spark: str | NoServer, tmp_path: Path) -> Place:
    address = needed(spark)
    return Place(address, Dialect.SPARK, lambda columns: put_into_spark(address, tmp_path, columns))


def put_into_postgres(engine: sa.Engine, columns: Columns) -> str:
    """A new table of texts."""
    name = f"leads_{secrets.token_hex(4)}"
    table = sa.Table(name, sa.MetaData(), *(sa.Column(column, sa.Text) for column in columns))
    with engine.begin() as connection:
        table.create(connection)
        rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        if rows:
            connection.execute(table.insert(), rows)
    return name


def put_into_spark(address: str, folder: Path, columns: Columns) -> str:
    """A new table over a Parquet file of texts."""
    from pyspark.sql.connect.session import SparkSession

    name = f"leads_{secrets.token_hex(4)}"
    parquet = folder / f"{name}.parquet"
    with duckdb.connect() as connection:
        names = (column.replace('"', '""') for column in columns)
        types = ", ".join(f'"{name}" VARCHAR' for name in names)
        connection.execute(f"CREATE TABLE leads ({types})")
        rows = [list(row) for row in zip(*columns.values(), strict=True)]
        if rows:
            connection.executemany(f"INSERT INTO leads VALUES ({', '.join('?' * len(columns))})", rows)  # noqa: S608
        connection.table("leads").write_parquet(str(parquet))
    session = SparkSession(connection=address)
    session.sql(f"CREATE TABLE {name} USING parquet LOCATION '{parquet}'").collect()
    session.client.close()
    return name
