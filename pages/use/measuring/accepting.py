"""Acceptance: by month against its promise, and for which reasons and clauses leads are rejected."""

from __future__ import annotations

import streamlit as st

from definitions.measures.acceptance import acceptance, acceptance_sentence
from definitions.measures.closing import Group, closing
from definitions.measures.evidence import Rate
from definitions.measures.needs import Measure
from definitions.measures.rejections import reason_sentence, rejections, rejections_sentence
from definitions.phrases import number
from definitions.understood import period
from pages.shared.text import plain
from pages.use.measuring.charts_shares import by_name, over_time
from pages.use.measuring.lights import light_badge
from pages.use.measuring.showing import show_chart, show_lacking
from pages.use.measuring.view import View

NO_KIND = "no kind"


def show_acceptance(view: View) -> None:
    """By month, then why leads were rejected."""
    target = view.handoff.acceptance_percent / 100
    found = acceptance(view.counted, target)
    months = sorted(closing(view.counted, Group.MONTH), key=lambda each: each.name)
    rows = [(period([each.name]), "accepted", each.accepted) for each in months if each.name[:1].isdigit()]
    axis = "Accepted, of those decided"
    show_chart(over_time("acceptance", acceptance_sentence(found), axis, rows, target))
    st.markdown(f"{light_badge(found.light)} :gray[{number(found.undecided)} leads are undecided still.]")
    lacks = view.lacks(Measure.REJECTIONS)
    if lacks:
        show_lacking(lacks)
    else:
        _show_rejections(view)


def _show_rejections(view: View) -> None:
    found = rejections(view.counted)
    axis = "Share of the rejections"
    clauses = [(_counted(clause, rate), "clause", rate) for clause, rate in found.by_clause]
    reasons = [
        (_counted(reason.words, rate), str(reason.kind or NO_KIND), rate) for reason, rate in found.by_reason
    ]
    show_chart(by_name("clauses", rejections_sentence(found), axis, clauses))
    show_chart(by_name("reasons", reason_sentence(found), axis, reasons))
    st.caption(
        plain(f"Rejected for a definitional reason: {found.definitional.words}, of all that were decided.")
    )


def _counted(name: str, rate: Rate) -> str:
    return f"{name} ({number(rate.hits)})"
