"""Counts in sentences."""

from __future__ import annotations


def some(count: int, one: str, more: str) -> str:
    """A count and what is counted, in the singular or the plural: "1 row was", "2 rows were"."""
    return f"{count:,} {one if count == 1 else more}"
