"""Keeping outcomes: quick for most files; of a million leads it is seen how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

import streamlit as st

from alignment.actions.outcomes import add_outcome_set
from alignment.challenges import OutOfBand
from alignment.facts import OutcomeSetAdded
from data.outcomes.keeping import keep
from data.outcomes.sets import added
from data.outcomes.wires import check_added
from data.settings import settings
from data.warehouses import Errand
from definitions.phrases import number
from pages.shared import session
from pages.shared.session import Here
from pages.simulate.adding import desk, draft
from pages.use.measuring.wires import tell
from pages.use.outcomes_in.draft import Coming, criteria_in_use


@dataclass(frozen=True)
class Added:
    """How many leads were added, and what they challenged."""

    rows: int
    challenged: tuple[OutOfBand, ...]


PATIENCE = 1.0
"""Seconds a click waits for the outcomes to be kept."""
EVERY = 0.5
BROKEN = "These outcomes could not be kept. Nothing was added; tell whoever runs the server."


def start(found: Coming, name: str) -> None:
    """Begin to keep them. In a callback."""
    desk.note("not kept", None)
    errand = Errand[Added](partial(_kept, found, name, session.here(), settings().leads), BROKEN)
    desk.note("keeping", errand)
    errand.start(PATIENCE)
    finish()


def under_way() -> Errand[Added] | None:
    """What is being kept, if anything is."""
    found: Errand[Added] | None = desk.noted("keeping")
    return found


def not_kept() -> str | None:
    """Why the latest outcomes were not added, if they were not."""
    found: str | None = desk.noted("not kept")
    return found


def finish() -> None:
    """Say what came of it, once it is over."""
    errand = under_way()
    if errand is None or errand.running:
        return
    desk.note("keeping", None)
    desk.note("not kept", errand.refusal)
    if errand.found is not None:
        say_added(errand.found)
        draft.drop()


def add(here: Here, fact: OutcomeSetAdded) -> Added:
    """Make a kept set known to the workshop; figures out of their band challenge their clauses."""
    here.room.act(add_outcome_set, here.me.id, fact)
    return Added(fact.rows, check_added(here.room, fact))


def say_added(done: Added, how: str = "") -> None:
    """Tell the person what was added, and what it challenged. ``how``: what was done before."""
    session.said(f"What became of {number(done.rows)} leads was {how}added.")
    tell(session.here().workshop, done.challenged)


@st.fragment(run_every=EVERY)
def show_keeping() -> None:
    """How long it has taken so far; once it is over the page goes on."""
    errand = under_way()
    if errand is None or not errand.running:
        finish()
        st.rerun()
    with st.container(border=True):
        seconds = errand.seconds
        so_far = "waiting for others" if seconds is None else f"{seconds:.0f} seconds so far"
        st.markdown(f":material/hourglass_top: Reading every date and keeping the outcomes: {so_far}.")
        st.caption("You can leave this page meanwhile.")


def _kept(found: Coming, name: str, here: Here, folder: Path, called_off: Event) -> Added:
    """Keeps, adds and checks the trip-wires, also when nobody looks at the page any more."""
    criteria = [content for _, content in criteria_in_use(here)]
    file = keep(found.now.understood, found.whole, criteria, folder, here.room.clock())
    return add(here, added(file, name))
