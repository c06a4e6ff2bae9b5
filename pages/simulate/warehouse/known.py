"""The warehouses that this server's host configured."""

from __future__ import annotations

import streamlit as st

from data.warehouses import Warehouse, WrongWarehouse, warehouses


def known() -> dict[str, Warehouse]:
    """By name; raises WrongWarehouse when one of them cannot be used as it is written."""
    try:
        written = {"warehouses": st.secrets["warehouses"]} if "warehouses" in st.secrets else {}
    except FileNotFoundError:
        written = {}
    return warehouses(written)


def usable() -> dict[str, Warehouse]:
    """By name; none when one of them cannot be used as it is written."""
    try:
        return known()
    except WrongWarehouse:
        return {}
