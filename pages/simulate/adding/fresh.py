"""Values that came since the earlier export of the same shape, and what they mean so far."""

from __future__ import annotations

import streamlit as st

from data.importing import Column
from definitions.phrases import listed, number
from pages.shared.text import label
from pages.simulate.adding.draft import Draft
from pages.simulate.adding.values import Groups

MOST_NAMED = 6


def brought_news(now: Draft, criterion: str) -> bool:
    """Whether the column that was proposed for a criterion brought new values."""
    mapped = now.offer.mapping.of(criterion)
    return mapped is not None and mapped.column in now.offer.news


def show_fresh(now: Draft, column: Column, groups: Groups) -> None:
    """The column's new values, before anything else is asked of it."""
    values = now.offer.news.get(column.name, ())
    if not values or now.offer.reused is None:
        return
    meant = {value: meaning for meaning, group in groups.items() for value in group}
    meant |= dict.fromkeys(now.mapping.missing_in(column.name), "nothing")
    named = [_named(value, leads, meant.get(value)) for value, leads in values[:MOST_NAMED]]
    more = [f"{len(values) - MOST_NAMED} more"] if len(values) > MOST_NAMED else []
    st.markdown(f":material/new_releases: New since {label(now.offer.reused)}: {listed([*named, *more])}.")


def _named(value: str, leads: int, meaning: str | None) -> str:
    means = "not sorted yet" if meaning is None else f"taken for “{label(meaning)}”"
    return f"**{label(value)}** ({number(leads)}, {means})"
