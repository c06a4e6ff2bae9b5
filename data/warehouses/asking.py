"""Asking a warehouse: its answer, or one sentence why there is none."""

from __future__ import annotations

import logging
from threading import Event

from data.leads_refused import LeadsRefused
from data.warehouses import relational, spark
from data.warehouses.patience import CalledOff, TooSlow, within
from data.warehouses.relational import Answer
from data.warehouses.trouble import Refusing, Unreachable
from data.warehouses.warehouse import Warehouse

log = logging.getLogger(__name__)


def ask(warehouse: Warehouse, query: str, called_off: Event | None = None) -> Answer:
    """The answer; raises LeadsRefused when it is away, slow or refuses, or the question is called off."""
    name, seconds = warehouse.name, warehouse.timeout_seconds
    how = spark.ask if warehouse.is_spark else relational.ask
    try:
        return within(seconds, lambda asking: how(warehouse, query, asking), called_off)
    except CalledOff as nobody:
        raise LeadsRefused("It was called off, and nothing was changed.") from nobody
    except TooSlow as slow:
        raise LeadsRefused(f"The warehouse “{name}” did not answer within {seconds:g} seconds.") from slow
    except Unreachable as away:
        # Who configures it needs to know more than a page may tell.
        log.warning("the warehouse %s cannot be reached: %s", name, away)
        raise LeadsRefused(f"The warehouse “{name}” cannot be reached, or does not let us in.") from away
    except Refusing as refusal:
        raise LeadsRefused(f"The warehouse “{name}” refused the query: {refusal}.") from refusal
