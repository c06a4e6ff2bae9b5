"""Which leads count: a period, sources, versions, and who qualified them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from definitions.measures.cells import UNKNOWN_NAME, Cells, Filter
from definitions.profiles import Integers
from definitions.understood import period

PERIOD = "measure.period"


def ask_filter(key: str, cells: Cells, current: frozenset[str]) -> Filter:
    """The fields, folded away; each set of outcomes has its own. Nothing chosen: all leads.

    ``current``: the names of the version in force, by which the page begins.
    """
    with st.popover("Which leads", icon=":material/filter_alt:", key="measure.filter"):
        months = _ask_period(key, cells.months)
        return Filter(
            months,
            _ask("Source", f"measure.sources.{key}", cells.sources, cells.source),
            _ask("Who qualified them", f"measure.qualified.{key}", cells.qualifiers, cells.qualified_by),
            _ask(
                "Version of the definition", f"measure.versions.{key}", cells.versions, cells.version, current
            ),
        )


def _ask_period(key: str, months: Sequence[str]) -> frozenset[str]:
    """The months from one to another; all of them means also the leads whose month is unknown."""
    if len(months) < 2:
        return frozenset()
    first, last = st.select_slider(
        "Began in the months",
        list(months),
        (months[0], months[-1]),
        format_func=lambda month: period([month]),
        key=f"{PERIOD}.{key}.{months[0]}.{months[-1]}",
        persist_state="session",
    )
    chosen = months[months.index(first) : months.index(last) + 1]
    return frozenset(chosen) if len(chosen) < len(months) else frozenset()


def _ask(
    words: str, key: str, names: Sequence[str], codes: Integers, begin: frozenset[str] = frozenset()
) -> frozenset[str]:
    options = [*names, *([UNKNOWN_NAME] if (codes < 0).any() else [])]
    if len(options) < 2:
        return frozenset()
    chosen = st.multiselect(
        words, options, sorted(begin), key=key, placeholder="All", persist_state="session"
    )
    return frozenset(name for name in chosen if name in options)
