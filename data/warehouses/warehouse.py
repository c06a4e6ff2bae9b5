"""The warehouses that the host configured in secrets.toml, each as [warehouses.NAME]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from enum import StrEnum
from typing import Annotated, Self

import sqlglot
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from sqlglot import exp

from definitions.mapping import ColumnName, Mapping

SPARK_CONNECT = "sc://"
COLUMN = "c[0-9]{2,4}"


class WrongWarehouse(ValueError):
    """A warehouse in secrets.toml cannot be used as it is written; the message says what to change."""


class Dialect(StrEnum):
    """The SQL that a warehouse speaks."""

    POSTGRES = "postgres"
    SPARK = "spark"
    DATABRICKS = "databricks"
    SNOWFLAKE = "snowflake"
    BIGQUERY = "bigquery"
    TRINO = "trino"


class Warehouse(BaseModel):
    """A table of leads and where it is.

    ``url``: for SQLAlchemy, or a Spark Connect address (sc://host:port). The host may say how the table is
    mapped to begin with: ``columns``: c01, c02, ... -> the column's name in the table, as its catalogue
    spells it; ``mapping``: what they mean, as for a file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    url: SecretStr
    dialect: Dialect
    table: str
    columns: dict[ColumnName, str] = Field(default_factory=dict)
    mapping: Mapping = Field(default_factory=Mapping)
    timeout_seconds: Annotated[float, Field(gt=0, le=3_600)] = 60

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if lacking := self.mapping.used - set(self.columns):
            raise ValueError(f"columns does not say which column {', '.join(sorted(lacking))} is")
        table_in(self.table, self.dialect)
        return self

    @property
    def is_spark(self) -> bool:
        """Whether it is reached by Spark Connect."""
        return self.url.get_secret_value().startswith(SPARK_CONNECT)


def warehouses(secrets: Table[str, object]) -> dict[str, Warehouse]:
    """The warehouses that secrets.toml names; raises WrongWarehouse for one that cannot be used."""
    found = secrets.get("warehouses", {})
    if not isinstance(found, Table):
        raise WrongWarehouse("In secrets.toml, warehouses must be tables such as [warehouses.crm].")
    return {str(name): _warehouse(str(name), written) for name, written in found.items()}


def _warehouse(name: str, written: object) -> Warehouse:
    if not isinstance(written, Table):
        raise WrongWarehouse(f"In secrets.toml, write the warehouse “{name}” as [warehouses.{name}].")
    try:
        return Warehouse.model_validate({**_mapped(written), "name": name})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in ("warehouses", name, *first["loc"]))
        raise WrongWarehouse(f"In secrets.toml, {place} cannot be used: {first['msg']}.") from None


def _mapped(written: Table[str, object]) -> dict[str, object]:
    """Plain dictionaries; a warehouse's mapping keeps every column that it names."""
    plain = {key: _plain(value) for key, value in written.items()}
    if isinstance(mapping := plain.get("mapping"), dict):
        plain["mapping"] = {**mapping, "kept": tuple(sorted(set(_named_in(mapping))))}
    return plain


def _named_in(written: object) -> Iterator[str]:
    """The columns that a mapping names, wherever it does."""
    if isinstance(written, str) and re.fullmatch(COLUMN, written):
        yield written
    parts = written.values() if isinstance(written, dict) else written if isinstance(written, list) else ()
    for part in parts:
        yield from _named_in(part)


def _plain(value: object) -> object:
    if isinstance(value, Table):
        return {str(key): _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def table_in(table: str, dialect: Dialect) -> exp.Table:
    """A table's name as the dialect reads it; raises ValueError for what is no table's name."""
    try:
        (statement,) = sqlglot.parse(f"SELECT * FROM {table}", dialect=dialect.value)  # noqa: S608 - only read here
    except (sqlglot.errors.SqlglotError, ValueError):
        statement = None
    found = statement.find(exp.Table) if statement else None
    if found is None or statement != exp.select("*").from_(found.copy()) or not _is_named(found):
        raise ValueError("table is not the name of a table")
    return found


def _is_named(table: exp.Table) -> bool:
    """Whether it is a name alone: no alias, no function, nothing joined."""
    given = {name for name, value in table.args.items() if value}
    return given <= {"this", "db", "catalog"} and all(isinstance(p, exp.Identifier) for p in table.parts)
