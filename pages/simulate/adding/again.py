"""A lead set of the workshop that is mapped again, as if its file had just been read."""

from __future__ import annotations

from functools import partial

from data.importing import Options
from data.intake import Intake, importing_folder
from data.mapping_again import kept_leads
from data.offers import offer_again
from data.settings import settings
from definitions.texts import SHORT
from pages.shared import session
from pages.shared.lead_sets import criteria_of
from pages.simulate.adding import desk, draft
from pages.simulate.adding.draft import PATIENCE, Draft

AGAIN = " (mapped again)"


def begin_again(lead_set: str, name: str) -> None:
    """Begin to map a lead set again; nothing changes until it is added."""
    draft.drop()
    desk.note("refused", None)
    criteria, folder = criteria_of(session.here().workshop), settings().leads
    look = partial(offer_again, criteria=criteria, folder=folder, lead_set=lead_set)
    leads = partial(kept_leads, folder, lead_set, name=name)
    file = Intake(importing_folder(settings().folder), b"", name, look, leads)
    desk.note("intake", file)
    file.read(Options(), PATIENCE)


def former_name(now: Draft) -> str:
    """What the leads are called that are mapped again; the file's name if they were removed meanwhile."""
    entry = session.here().workshop.lead_sets.get(now.offer.mapped_from)
    return entry.fact.name if entry is not None else now.understood.file_name


def usual_name(now: Draft) -> str:
    """What the leads are called unless somebody calls them otherwise."""
    if not now.offer.mapped_from:
        return now.understood.file_name
    return f"{former_name(now).removesuffix(AGAIN)[: SHORT - len(AGAIN)]}{AGAIN}"
