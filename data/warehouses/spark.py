"""Asking Spark, by Spark Connect; what is needed for it is in requirements-spark.txt."""

from __future__ import annotations

from data.warehouses.patience import Asking
from data.warehouses.relational import Answer
from data.warehouses.trouble import Refusing, Unreachable, reason
from data.warehouses.warehouse import Warehouse


def ask(warehouse: Warehouse, query: str, asking: Asking) -> Answer:
    """The query's answer; raises Unreachable or Refusing."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.errors.exceptions.connect import SparkConnectGrpcException
        from pyspark.sql.connect.session import SparkSession
    except ImportError as error:
        raise Refusing("Spark's packages are not installed here, see requirements-spark.txt") from error
    url = warehouse.url.get_secret_value()
    try:
        session = SparkSession(connection=url)
        asking.withdraw = session.interruptAll
        try:
            found = session.sql(query)
            return Answer(tuple(found.columns), [tuple(row) for row in found.collect()])
        finally:
            session.client.close()
    except SparkConnectGrpcException as error:
        kind = Unreachable if type(error) is SparkConnectGrpcException else Refusing
        raise kind(reason(error, url)) from error
    except PySparkException as error:
        raise Refusing(reason(error, url)) from error
