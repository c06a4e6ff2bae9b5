"""The trip to a warehouse that this session sent for something, and the table that it looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from alignment.actions.leads import refuse_warehouse
from alignment.refused import Refused
from data.settings import settings
from data.warehouses import Errand, Warehouse, offer_table, sample
from definitions.phrases import number
from pages.shared import session
from pages.shared.lead_sets import criteria_of
from pages.shared.session import Here
from pages.simulate.adding import draft
from pages.simulate.warehouse.known import usable

PATIENCE = 1.0
"""Seconds a click waits for a warehouse; one that takes longer shows its progress."""
NOTHING_LOST = "Nothing was lost: whatever was counted before stays in use."


@dataclass(frozen=True)
class Trip:
    """What was sent, why, and how long it may take at most.

    ``place``: where it is said that it brought nothing; ``done``: what to do with what it brings.
    """

    place: str
    errand: Errand[object]
    warehouse: Warehouse
    words: str
    seconds: float
    done: Callable[[object], None]


def allowed() -> Here:
    """Who is here, if they may look into warehouses; raises Refused."""
    found = session.look()
    if found is None:
        raise Refused("You are not in this workshop any more. Nothing was changed.")
    refuse_warehouse(found.workshop, found.me.id)
    return found


def trip() -> Trip | None:
    """What is under way, if anything is."""
    found: Trip | None = session.noted("warehouse.trip")
    return found


def refusal(place: str) -> str | None:
    """Why the latest trip brought nothing, if it did not and this is the place to say so."""
    where, why = session.noted("warehouse.refusal", (None, None))
    return why if where == place else None


def send(found: Trip) -> None:
    """Send for something; what is quick is done when this returns."""
    session.note("warehouse.refusal", (None, None))
    session.note("warehouse.trip", found)
    found.errand.start(PATIENCE)
    finish()


def finish() -> None:
    """Take what the trip brought, once it is back; the first to ask does."""
    found = trip()
    if found is None or found.errand.running:
        return
    session.note("warehouse.trip", None)
    if found.errand.found is not None:
        found.done(found.errand.found)
    elif found.errand.refusal is not None:
        session.note("warehouse.refusal", (found.place, f"{found.errand.refusal} {NOTHING_LOST}"))


def call_off() -> None:
    """Nobody waits for it any more."""
    found = trip()
    if found is None:
        return
    found.errand.cancel()
    brought = found.errand.found is not None
    finish()
    session.note("warehouse.refusal", (None, None))
    if not brought:
        session.said("It was called off. Nothing was changed.")


def table() -> Warehouse | None:
    """The warehouse whose table is being mapped now, if what is being added is no file."""
    intake, place = session.noted("warehouse.table", (None, None))
    return place if intake is not None and intake is draft.intake() else None


def look(name: str, follow: str | None = None) -> None:
    """Look into a warehouse's table; ``follow``: the lead set whose mapping is to be followed, if it can."""
    where = f"warehouse.{follow or 'look'}"
    with session.attempt(where):
        here, place = allowed(), usable().get(name)
        if place is None:
            raise Refused(f"The warehouse “{name}” is not configured here any more. {NOTHING_LOST}")
        drop()
        errand = Errand[object](partial(sample, place))
        done = partial(_looked, here, place, follow)
        send(Trip(where, errand, place, "a look at its table", 2 * place.timeout_seconds, done))


def _looked(here: Here, place: Warehouse, follow: str | None, found: object) -> None:
    """Have the sample understood, as a file is."""
    assert isinstance(found, bytes)
    earlier = [each for each in (follow, *reversed(here.workshop.lead_sets)) if each is not None]
    offered = partial(
        offer_table,
        warehouse=place,
        criteria=criteria_of(here.workshop),
        folder=settings().leads,
        earlier=earlier,
    )
    # Without a full stop no part of the name is taken for what kind of file it is.
    draft.begin(found, f"{place.name} {place.table}".replace(".", " "), offered)
    session.note("warehouse.table", (draft.intake(), place))


def drop() -> None:
    """Forget the table and everything chosen for it."""
    session.note("warehouse.refusal", (None, None))
    session.note("warehouse.table", (None, None))
    draft.drop()


def counted(rows: object) -> None:
    """The leads were counted and added."""
    drop()
    session.said(f"{number(int(str(rows)))} leads were counted and added.")
