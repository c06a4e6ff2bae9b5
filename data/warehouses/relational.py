"""Asking a warehouse that SQLAlchemy reaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from data.warehouses.patience import Asking, TooSlow
from data.warehouses.trouble import Refusing, Unreachable, reason
from data.warehouses.warehouse import Warehouse

CANCELLED = "57014"
"""How PostgreSQL says that a query took longer than it may."""


class Answer(NamedTuple):
    """The columns' names as the warehouse's catalogue spells them, and the rows."""

    names: tuple[str, ...]
    rows: Sequence[Sequence[object]]


def ask(warehouse: Warehouse, query: str, asking: Asking) -> Answer:
    """The query's answer; raises Unreachable, Refusing or TooSlow."""
    engine = _engine(warehouse)
    try:
        connection = engine.connect()
    except sa.exc.DBAPIError as error:
        raise Unreachable(_reason(error, warehouse)) from error
    with connection:
        asking.withdraw = lambda: _cancel(connection)
        try:
            _limit(connection, warehouse.timeout_seconds)
            return _answer(connection, query)
        except sa.exc.DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) == CANCELLED:
                raise TooSlow from error
            kind = Unreachable if error.connection_invalidated else Refusing
            raise kind(_reason(error, warehouse)) from error


def _answer(connection: sa.Connection, query: str) -> Answer:
    # The query is complete: a percent sign in it is no place for a parameter.
    result = connection.execution_options(no_parameters=True).exec_driver_sql(query)
    # SQLAlchemy would spell some warehouses' names in lower case.
    names = tuple(str(column[0]) for column in result.cursor.description) if result.cursor else ()
    return Answer(names, result.fetchall())


def _reason(error: sa.exc.DBAPIError, warehouse: Warehouse) -> str:
    return reason(error.orig or error, warehouse.url.get_secret_value())


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
