"""Asking a warehouse that SQLAlchemy reaches."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from data.warehouses.patience import Asking
from data.warehouses.trouble import Refusing, Unreachable, reason
from data.warehouses.warehouse import Warehouse

Rows = Sequence[Sequence[object]]


def ask(warehouse: Warehouse, query: str, asking: Asking) -> Rows:
    """The query's rows; raises Unreachable or Refusing."""
    engine = _engine(warehouse)
    try:
        connection = engine.connect()
    except sa.exc.DBAPIError as error:
        raise Unreachable from error
    with connection:
        asking.withdraw = lambda: _cancel(connection)
        try:
            _limit(connection, warehouse.timeout_seconds)
            # The query is complete: a percent sign in it is no place for a parameter.
            asked = connection.execution_options(no_parameters=True)
            return asked.exec_driver_sql(query).fetchall()
        except sa.exc.DBAPIError as error:
            raise Refusing(reason(error.orig or error)) from error


def _engine(warehouse: Warehouse) -> sa.Engine:
    try:
        place = sa.make_url(warehouse.url.get_secret_value())
        patience = {"connect_timeout": max(2, int(warehouse.timeout_seconds))}
        options = patience if place.get_backend_name() == "postgresql" else {}
        return sa.create_engine(place, poolclass=sa.NullPool, connect_args=options)
    except (sa.exc.NoSuchModuleError, ImportError) as error:
        raise Refusing("the package that speaks to it is not installed") from error
    except (sa.exc.ArgumentError, ValueError) as error:
        raise Refusing("its address in secrets.toml cannot be understood") from error


def _limit(connection: sa.Connection, seconds: float) -> None:
    """PostgreSQL is also told itself how long it may take, and that nothing may be written."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {max(1, round(seconds * 1000))}")


def _cancel(connection: sa.Connection) -> None:
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.cancel()
