"""Trip-wires on pages: what tripped, and letting it challenge the clauses it concerns."""

from __future__ import annotations

import streamlit as st

from alignment.challenges import OutOfBand
from alignment.outcome_sets import OutcomeSetEntry
from alignment.refused import NotAllowed
from alignment.workshop import Workshop
from data.outcomes.wires import challenge_counted, check_followed, tripped_now, waiting_wires
from data.rooms import rooms
from definitions.measures.cells import Filter
from definitions.phrases import in_line, listed
from pages.shared import session
from pages.shared.text import label, plain
from pages.use.measuring.view import View

PLACE = "measure.wires"


def check_followed_here() -> None:
    """After something became of a lead qualified here: the same, at most once an hour."""
    here = session.look()
    if here is not None:
        tell(here.workshop, check_followed(here.room, rooms().ledger.assessments, here.now))


def show_wires(view: View, entry: OutcomeSetEntry) -> None:
    """Figures surely out of the agreed band; facilitators can let them challenge what they concern.

    They are of all leads under the version in force, so a choice of some others would be at odds with them.
    """
    if view.wanted != Filter(versions=view.wanted.versions):
        return
    workshop = view.here.workshop
    for wire in tripped_now(workshop, view.everything):
        said = f"**Trip-wire: {label(wire.clause)}.** {plain(wire.sentence)}{_under(view)}"
        st.warning(said, icon=":material/notifications:")
    session.show_refusal(PLACE)
    if workshop.outcome_set_in_use == entry.fact.outcome_set:
        _ask_challenge(view, entry)


def _under(view: View) -> str:
    """Which leads trip-wires look at, where that is not all of them."""
    if view.here.workshop.in_force is None or len(view.everything.cells.versions) < 2:
        return ""
    return f" Leads under version {len(view.here.workshop.published)} alone count for this."


def _ask_challenge(view: View, entry: OutcomeSetEntry) -> None:
    found = waiting_wires(view.here.workshop, view.everything, entry.fact.name)
    if not found:
        _show_challenged(view)
        return
    names = _names(view.here.workshop, found)
    if view.here.me.facilitator:
        words = f"Challenge {label(names)} with these figures"
        icon = ":material/flag:"
        st.button(words, key=f"{PLACE}.go", icon=icon, on_click=_challenge, args=(view, entry))
        made_up = " The leads are made up, the draft would not be." if entry.fact.sample else ""
        st.caption(f"This opens a new draft of what is challenged, once.{made_up}")
    else:
        st.caption(f"A facilitator can challenge {plain(names)} with these figures.")


def _show_challenged(view: View) -> None:
    if view.here.workshop.in_force is not None and tripped_now(view.here.workshop, view.everything):
        st.caption("These figures have challenged what they concern; the definition tells what came of it.")


def _challenge(view: View, entry: OutcomeSetEntry) -> None:
    with session.attempt(PLACE):
        here = session.look()
        if here is None or not here.me.facilitator:
            raise NotAllowed("Only a facilitator can do this.")
        tell(here.workshop, challenge_counted(here.room, view.everything, entry.fact.name))


def tell(workshop: Workshop, found: tuple[OutOfBand, ...]) -> None:
    """Say what the figures challenged, if they did."""
    if found:
        session.said(f"The figures challenge {_names(workshop, found)}: see the definition.")


def _names(workshop: Workshop, found: tuple[OutOfBand, ...]) -> str:
    return listed(list(dict.fromkeys(in_line(workshop.clauses[each.clause_id].name) for each in found)))
