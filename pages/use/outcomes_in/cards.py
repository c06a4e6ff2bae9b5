"""The sets of outcomes there are: what each tells, what of it could not be read, choosing and removing."""

from __future__ import annotations

import streamlit as st

from alignment.actions.outcomes import choose_outcome_set, remove_outcome_set
from alignment.outcome_sets import OutcomeSetEntry
from alignment.refused import Refused
from alignment.wires import challenged_by
from data.outcomes.outcome_file import OutcomeFile, ReadColumn, outcome_file
from data.settings import settings
from definitions.measures.journeys import Event
from definitions.phrases import listed, number
from definitions.understood import period
from pages.draft.lists import page_of
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import day

MEASURE, DEFINITION = "pages/use/measure.py", "pages/publish/definition.py"
WORDS = {
    Event.INQUIRY: "inquiries",
    Event.MQL: "MQLs",
    Event.ACCEPTED: "accepted",
    Event.REJECTED: "rejected",
    Event.RECYCLED: "recycled",
    Event.CONTACTED: "contacted",
    Event.SQL: "SQLs",
    Event.OPPORTUNITY: "opportunities",
    Event.WON: "won",
    Event.LOST: "lost",
}


def show_sets(here: Here) -> None:
    """A card each, the newest first."""
    entries = list(reversed(here.workshop.outcome_sets.values()))
    slot = st.container()
    page = page_of(len(entries), "outcomes.page")
    with slot:
        for entry in entries[page]:
            _show_set(here, entry)


def _show_set(here: Here, entry: OutcomeSetEntry) -> None:
    fact, used = entry.fact, here.workshop.outcome_set_in_use == entry.fact.outcome_set
    with st.container(border=True, key=f"outcomes.{fact.outcome_set}"):
        badge = " :green-badge[:material/check: In use]" if used else ""
        made_up = " :orange-badge[:material/science: Made up]" if fact.sample else ""
        st.markdown(f"**{label(fact.name)}**{badge}{made_up}  \n{number(fact.rows)} leads: {_counts(entry)}.")
        st.caption(f"{_span(entry)} {_origin(here, entry)}")
        _show_file(entry)
        _show_challenged(here, fact.name)
        with st.container(horizontal=True):
            if used:
                st.page_link(MEASURE, label="Measure by them", icon=":material/monitoring:")
            if here.me.facilitator:
                _ask_facilitator(fact.outcome_set, used)
        session.show_refusal(f"outcomes.{fact.outcome_set}")


def _show_challenged(here: Here, name: str) -> None:
    """Which clauses the figures of a set have challenged; the definition tells what came of it."""
    ids = challenged_by(here.workshop, name)
    if ids:
        names = listed([label(here.workshop.clauses[clause_id].name) for clause_id in ids])
        st.page_link(DEFINITION, label=f"Their figures challenged {names}", icon=":material/flag:")


def _counts(entry: OutcomeSetEntry) -> str:
    return listed([f"{number(count)} {WORDS[event]}" for event, count in entry.fact.counts]) or "nothing"


def _span(entry: OutcomeSetEntry) -> str:
    months = entry.fact.months
    return f"{period(months)}." if months else ""


def _origin(here: Here, entry: OutcomeSetEntry) -> str:
    who, when = label(here.workshop.name_of(entry.by)), day(entry.at, session.time_zone())
    fact = entry.fact
    where = (
        f"From the file {label(fact.file_name)}." if fact.file_name else "Of leads that were qualified here."
    )
    if fact.origin is not None:
        where = f"From the warehouse {label(fact.origin.warehouse)}, table {label(fact.origin.table)}."
    aside = f" {number(fact.set_aside)} rows were set aside." if fact.set_aside else ""
    return f"{where}{aside} Added by {who} on {when}."


def _show_file(entry: OutcomeSetEntry) -> None:
    """What could not be read, column by column."""
    try:
        file = outcome_file(settings().leads, entry.fact.outcome_set)
    except Refused as refusal:
        st.error(plain(str(refusal)), icon=":material/error:")
        return
    lines = _unread(file)
    if lines:
        st.markdown("\n".join(lines))


def _unread(file: OutcomeFile) -> list[str]:
    lines = [f"- {_line(each)}" for each in file.columns if each.unread or each.days]
    return [":material/info: Not everything could be read or counted in hours:", "", *lines] if lines else []


def _line(each: ReadColumn) -> str:
    said = []
    if each.unread:
        said.append(f"{number(each.unread)} of {number(each.filled)} not read, which count as unknown")
    if each.days:
        said.append(f"{number(each.days)} without a time of day, left out of the clocks")
    return f"{label(each.header)} ({label(each.what)}): {'; '.join(said)}."


def _ask_facilitator(outcome_set: str, used: bool) -> None:
    if not used:
        st.button(
            "Use these", key=f"outcomes.choose.{outcome_set}", on_click=_do,
            args=(choose_outcome_set, outcome_set, "These outcomes are in use now."),
        )  # fmt: skip
    with st.popover("Remove", icon=":material/delete:", type="tertiary"):
        st.write("The workshop forgets these outcomes. What the record says of them stays.")
        st.button(
            "Remove them", key=f"outcomes.remove.{outcome_set}", type="primary", on_click=_do,
            args=(remove_outcome_set, outcome_set, "Removed."),
        )  # fmt: skip


def _do(action: object, outcome_set: str, words: str) -> None:
    with session.attempt(f"outcomes.{outcome_set}"):
        session.act(action, outcome_set)  # type: ignore[arg-type]
        session.said(words)
