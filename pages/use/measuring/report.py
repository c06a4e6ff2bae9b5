"""The report to take along: one page for those who decide, as PDF, Word and Excel."""

from __future__ import annotations

from functools import partial

import streamlit as st

from alignment.outcome_sets import OutcomeSetEntry
from data.publishing.reporting.forms import FORMS, Form
from definitions.measures.reporting.entered import Entered
from definitions.measures.reporting.one_page import one_page
from definitions.measures.reporting.report import Origin, Report
from definitions.measures.under_version import under_version
from pages.shared import session
from pages.use.measuring.chosen import chosen
from pages.use.measuring.costing import CURRENCY, entered_cost
from pages.use.measuring.view import View


def show_report(view: View, entry: OutcomeSetEntry) -> None:
    """The menu. A file is made only when somebody asks for it, of the leads that are chosen now."""
    with st.popover("Report", icon=":material/download:", key="measure.report"):
        st.caption("One page for those who decide, with the charts and what it was made from.")
        entered = _entered(view)
        for form in FORMS:
            st.download_button(
                form.words,
                partial(_made, form, view, entry, entered),
                file_name=f"does-it-work-{entry.fact.outcome_set[:8]}.{form.ending}",
                mime=form.mime,
                key=f"measure.report.{form.ending}",
                icon=f":material/{form.icon}:",
                type="tertiary",
                on_click="ignore",
            )


def _made(form: Form, view: View, entry: OutcomeSetEntry, entered: Entered) -> bytes:
    return form.make(report_of(view, entry, entered))


def report_of(view: View, entry: OutcomeSetEntry, entered: Entered) -> Report:
    """The report on the leads that somebody chose."""
    version, current = view.here.workshop.in_force, view.counted
    if version is not None:
        current = under_version(current, version.version, version.at)
    return Report(
        _origin(view, entry), one_page(view.counted, view.handoff, entered, current, view.any_version)
    )


def _origin(view: View, entry: OutcomeSetEntry) -> Origin:
    version, fact = view.here.workshop.in_force, entry.fact
    return Origin(
        company=view.here.workshop.company,
        outcomes=fact.name,
        sha256=fact.outcome_set,
        leads=view.counted.leads,
        version=version.version if version is not None else 0,
        fingerprint=version.draft.sha256 if version is not None else "",
        as_of=fact.as_of,
        chosen=chosen(view.wanted),
        made_up=fact.sample,
    )


def _entered(view: View) -> Entered:
    stated = view.here.workshop.promises
    return Entered(
        entered_cost(),
        session.typed(CURRENCY, ""),
        {gain: said.baseline for gain, said in stated.items() if said.baseline is not None},
        {gain: said.present for gain, said in stated.items() if said.present is not None},
    )
