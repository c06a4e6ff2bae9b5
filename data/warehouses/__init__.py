"""Leads that stay in a company's warehouse: only the one GROUP BY runs there, and only profiles come back."""

from data.warehouses.counting import count
from data.warehouses.last import Counted, LastProfiles
from data.warehouses.query import sql
from data.warehouses.warehouse import Dialect, Warehouse, WrongWarehouse, warehouses

__all__ = [
    "Counted",
    "Dialect",
    "LastProfiles",
    "Warehouse",
    "WrongWarehouse",
    "count",
    "sql",
    "warehouses",
]
