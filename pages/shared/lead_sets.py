"""Lead sets as pages use them: counted once for all visitors, and added with one click."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import streamlit as st

from alignment.actions.leads import add_lead_set
from alignment.present import present_scorecard
from alignment.refused import Refused
from alignment.workshop import LeadSetEntry, Workshop
from data.adding_leads import SAMPLE_NAME, add_csv
from data.csv_leads import read_csv_text
from data.example_leads import ExampleLead, example_leads, leads_called
from data.lead_sets import added
from data.profiles import profiles
from data.samples import sample_leads
from data.settings import settings
from definitions.criteria import Criterion
from definitions.groups import By
from definitions.profiles import Profiles
from pages.shared import session

EXAMPLES = 20
Questions = tuple[tuple[str, tuple[str, ...]], ...]


def profiles_of(lead_set: str, criteria: Sequence[Criterion], by: By | None = None) -> Profiles | str:
    """A lead set's profiles by some criteria, or why they cannot be read.

    They are counted once for everybody; points, gates and thresholds make no difference to them.
    ``by``: also told apart by source or by who qualified them.
    """
    try:
        return _counted(str(settings().leads), lead_set, _questions(criteria), by, tuple(criteria))
    except Refused as refusal:
        return str(refusal)


def examples_of(lead_set: str, criteria: Sequence[Criterion]) -> Sequence[ExampleLead]:
    """The first leads of a set, to show how one is judged; none if it cannot be read."""
    try:
        return _examples(str(settings().leads), lead_set, _questions(criteria), tuple(criteria))
    except Refused:
        return ()


def names_of(
    lead_set: str, criteria: Sequence[Criterion], answers: Mapping[str, str | None], limit: int
) -> tuple[str, ...]:
    """What the first leads with exactly these answers are called; nothing if they cannot be read."""
    given = tuple(sorted(answers.items(), key=str))
    try:
        return _named(str(settings().leads), lead_set, _questions(criteria), given, limit, tuple(criteria))
    except Refused:
        return ()


def _questions(criteria: Sequence[Criterion]) -> Questions:
    return tuple((criterion.name, criterion.labels) for criterion in criteria)


@st.cache_resource(max_entries=32, show_spinner=False)
def _counted(
    folder: str, lead_set: str, questions: Questions, by: By | None, _criteria: tuple[Criterion, ...]
) -> Profiles:
    return profiles(Path(folder), lead_set, _criteria, by)


@st.cache_resource(max_entries=64, show_spinner=False)
def _examples(
    folder: str, lead_set: str, questions: Questions, _criteria: tuple[Criterion, ...]
) -> tuple[ExampleLead, ...]:
    return tuple(example_leads(Path(folder), lead_set, _criteria, limit=EXAMPLES))


@st.cache_resource(max_entries=256, show_spinner=False)
def _named(
    folder: str,
    lead_set: str,
    questions: Questions,
    answers: tuple[tuple[str, str | None], ...],
    limit: int,
    _criteria: tuple[Criterion, ...],
) -> tuple[str, ...]:
    return tuple(leads_called(Path(folder), lead_set, _criteria, dict(answers), limit))


def add(raw: bytes, name: str) -> None:
    """Keep a file of leads and make it known to the workshop of the person here; raises ``Refused``."""
    found = session.here()
    kept = add_csv(settings().leads, raw, criteria_of(found.workshop), name, _most_bytes())
    session.act(add_lead_set, added(kept))
    session.said(f"{kept.rows:,} leads were added.")


def add_sample() -> None:
    """Add the made-up sample leads to the workshop of the person here; raises ``Refused``."""
    add(sample_leads(), SAMPLE_NAME)


def ask_sample(place: str, primary: bool = True) -> None:
    """The button that adds the sample leads; a refusal is shown under it."""
    st.button(
        "Use the sample leads",
        key=f"{place}.sample",
        icon=":material/science:",
        type="primary" if primary else "secondary",
        on_click=_use_sample,
        args=(place,),
    )
    st.caption("3,000 made-up leads over six months. No such lead, company or deal exists.")
    session.show_refusal(f"{place}.sample")


def _use_sample(place: str) -> None:
    with session.attempt(f"{place}.sample"):
        add_sample()


def criteria_of(workshop: Workshop) -> tuple[Criterion, ...]:
    """The criteria on the table."""
    scorecard = present_scorecard(workshop)
    return scorecard.criteria if scorecard is not None else ()


def sample_answers(criteria: Sequence[Criterion]) -> bool:
    """Whether the sample leads answer any of these criteria."""
    try:
        read_csv_text(_sample_header(), [criterion.name for criterion in criteria])
    except Refused:
        return False
    return True


def is_sample(entry: LeadSetEntry) -> bool:
    """Whether a lead set is the made-up sample, whatever it is called."""
    return entry.fact.lead_set == _sample_hash()


@cache
def _sample_hash() -> str:
    return hashlib.sha256(sample_leads()).hexdigest()


@cache
def _sample_header() -> bytes:
    return sample_leads().partition(b"\n")[0]


def _most_bytes() -> int:
    return settings().upload_megabytes * 1_000_000
