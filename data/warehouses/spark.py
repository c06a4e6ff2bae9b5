"""Asking Spark, by Spark Connect; what is needed for it is in requirements-spark.txt."""

from __future__ import annotations

from data.warehouses.patience import Asking
from data.warehouses.relational import Rows
from data.warehouses.trouble import Refusing, Unreachable, reason
from data.warehouses.warehouse import Warehouse


def ask(warehouse: Warehouse, query: str, asking: Asking) -> Rows:
    """The query's rows; raises Unreachable or Refusing."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.errors.exceptions.connect import SparkConnectGrpcException
        from pyspark.sql.connect.session import SparkSession
    except ImportError as error:
        raise Refusing("Spark's packages are not installed here, see requirements-spark.txt") from error
    try:
        session = SparkSession(connection=warehouse.url.get_secret_value())
        asking.withdraw = session.interruptAll
        try:
            return [tuple(row) for row in session.sql(query).collect()]
        finally:
            session.client.close()
    except SparkConnectGrpcException as error:
        raise (
            Unreachable() if type(error) is SparkConnectGrpcException else Refusing(reason(error))
        ) from error
    except PySparkException as error:
        raise Refusing(reason(error)) from error
