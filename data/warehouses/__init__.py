"""Leads that stay in a company's warehouse: only the one GROUP BY runs there, and only profiles come back."""

from data.warehouses.counting import count
from data.warehouses.errand import Errand
from data.warehouses.keeping import keep_counts
from data.warehouses.offering import offer_table
from data.warehouses.query import sql
from data.warehouses.request import Request
from data.warehouses.sampling import sample
from data.warehouses.warehouse import Dialect, Warehouse, WrongWarehouse, warehouses

__all__ = [
    "Dialect",
    "Errand",
    "Request",
    "Warehouse",
    "WrongWarehouse",
    "count",
    "keep_counts",
    "offer_table",
    "sample",
    "sql",
    "warehouses",
]
