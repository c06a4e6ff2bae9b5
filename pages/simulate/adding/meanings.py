"""What some columns say about a lead itself: its outcome, date, revenue, source, and who answered for it."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from data.suggestions import suggest_meaning
from definitions.mapping import DateMapping, OutcomeMapping, QualifiedByMapping
from definitions.mapping_edits import Meaning, with_meaning
from definitions.months import DateOrder
from definitions.understood import outcomes
from pages.shared import session
from pages.simulate.adding import draft
from pages.simulate.adding.draft import Draft
from pages.simulate.adding.fresh import show_fresh
from pages.simulate.adding.values import Groups, ask_values, chosen_values, leads_with

ASKED = {
    Meaning.DATE: "Date or month",
    Meaning.SOURCE: "Source",
    Meaning.REVENUE: "Revenue of won leads",
    Meaning.QUALIFIED_BY: "Who answered the questions",
    Meaning.LEAD: "What a lead is called",
}
OUTCOMES = {"Means won": "won", "Means lost": "lost", "Means still open": "open"}
ANSWERED = {
    "Means the lead itself": "self_qualified",
    "Means somebody who vets leads": "vetted",
    "Means nobody": "unqualified",
}
ORDERS = {
    DateOrder.YEAR_FIRST: "Year first, as in 2026-05-31",
    DateOrder.DAY_FIRST: "Day first, as in 31.5.2026 or 31 May 2026",
    DateOrder.MONTH_FIRST: "Month first, as in 5/31/2026 or May 31, 2026",
}
NOT_THERE = "No column"


def ask_outcome(now: Draft) -> None:
    """Which column is the outcome, and what in it means won, lost and still open."""
    st.subheader("What became of the leads", anchor=False)
    with st.container(border=True):
        _ask_column(now, Meaning.OUTCOME, "Outcome")
        outcome, column = now.mapping.outcome, _column(now, Meaning.OUTCOME)
        if outcome is None or column is None:
            st.caption("Without an outcome only volumes can be shown, not which wins a threshold would miss.")
            return
        groups = _groups(outcome, OUTCOMES)
        show_fresh(now, column, groups)
        with st.grid(3, min_column_width=220):
            ask_values(now, ("outcome",), column, groups, _sort, (now, Meaning.OUTCOME, OUTCOMES))
        won, lost = (leads_with(column, values) for values in (outcome.won, outcome.lost))
        st.caption(
            f"{outcomes(won, lost, now.understood.rows_kept - won - lost)} "
            "A blank or another value is not known, which counts as still open and never as lost."
        )


def ask_meanings(now: Draft, but: Collection[Meaning] = ()) -> None:
    """The other columns that mean something besides an answer; each may be missing. ``but``: not asked."""
    st.subheader("What else is known", anchor=False)
    with st.container(border=True):
        with st.grid(3, min_column_width=220):
            for meaning in (each for each in ASKED if each not in but):
                _ask_column(now, meaning, ASKED[meaning])
            if now.mapping.date is not None:
                _ask_order(now, now.mapping.date)
        answered, column = now.mapping.qualified_by, _column(now, Meaning.QUALIFIED_BY)
        if answered is not None and column is not None:
            groups = _groups(answered, ANSWERED)
            show_fresh(now, column, groups)
            with st.grid(3, min_column_width=220):
                ask_values(now, ("answered",), column, groups, _sort, (now, Meaning.QUALIFIED_BY, ANSWERED))


def _ask_column(now: Draft, meaning: Meaning, words: str) -> None:
    columns = ["", *(column.name for column in now.understood.columns)]
    current = _column(now, meaning)
    st.selectbox(
        words,
        columns,
        index=columns.index(current.name) if current is not None else 0,
        format_func=lambda name: now.header(name) or NOT_THERE,
        key=now.key("column", meaning),
        on_change=_choose_column,
        args=(now, meaning),
    )


def _column(now: Draft, meaning: Meaning):
    chosen = getattr(now.mapping, meaning.value)
    return now.column(chosen if isinstance(chosen, str) or chosen is None else chosen.column)


def _ask_order(now: Draft, date: DateMapping) -> None:
    st.selectbox(
        "Dates are written",
        list(ORDERS),
        index=list(ORDERS).index(date.order),
        format_func=lambda order: ORDERS[order],
        key=now.key("order", date.column),
        on_change=_choose_order,
        args=(now, date),
    )


def _choose_order(now: Draft, date: DateMapping) -> None:
    order = session.typed(now.key("order", date.column), date.order)
    draft.change(now, with_meaning(now.mapping, Meaning.DATE, DateMapping(column=date.column, order=order)))


def _choose_column(now: Draft, meaning: Meaning) -> None:
    column = now.column(session.typed(now.key("column", meaning), ""))
    suggested = suggest_meaning(column, meaning) if column is not None else None
    draft.change(now, with_meaning(now.mapping, meaning, suggested))


def _groups(part: OutcomeMapping | QualifiedByMapping, fields: dict[str, str]) -> Groups:
    return {words: getattr(part, field) for words, field in fields.items()}


def _sort(now: Draft, meaning: Meaning, fields: dict[str, str]) -> None:
    """The values of this meaning's column were sorted otherwise."""
    part: OutcomeMapping | QualifiedByMapping = getattr(now.mapping, meaning.value)
    place = ("outcome",) if meaning is Meaning.OUTCOME else ("answered",)
    chosen = chosen_values(now, place, part.column, _groups(part, fields))
    changed = type(part)(column=part.column, **{fields[words]: values for words, values in chosen.items()})
    draft.change(now, with_meaning(now.mapping, meaning, changed))
