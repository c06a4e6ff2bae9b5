"""Leads of the demo that were qualified one by one in the last weeks, and what sales did with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alignment.workshop import Workshop
from data.assessments.assessing import Described, assessed
from data.assessments.assessment import Assessment, Channel, Event, EventKind, new_assessment_id
from data.assessments.store import Assessments
from data.demo.promised import BEST

ACCEPTED, CONTACTED, OPPORTUNITY = EventKind.ACCEPTED, EventKind.CONTACTED, EventKind.OPPORTUNITY
WON, LOST, REJECTED, RECYCLED = EventKind.WON, EventKind.LOST, EventKind.REJECTED, EventKind.RECYCLED
FORMULATED = {**BEST, "Budget": "Being formulated"}
RECOMMENDER = {**BEST, "Role": "Recommender"}
NO_BUDGET = ("There is no budget after all", "Budget")
Happened = tuple[EventKind, float]


@dataclass(frozen=True)
class Told:
    """One lead. ``by``: who asked its questions, or nobody where it answered itself.

    ``days``: how long ago; ``then``: what happened, so many days later; ``rejected``: why, and the clause.
    """

    reference: str
    source: str
    by: str
    days: float
    answers: dict[str, str]
    then: tuple[Happened, ...] = ()
    rejected: tuple[str, str] = ("", "")
    revenue: float | None = None


TOLD = (
    Told(
        "Paper mill, Duisburg (made up)",
        "Referral",
        "Chiara",
        40,
        BEST,
        ((ACCEPTED, 0.4), (CONTACTED, 1.2), (OPPORTUNITY, 7), (WON, 16)),
        revenue=86_000,
    ),
    Told(
        "Waterworks, Linz (made up)",
        "Webinar",
        "Ben",
        33,
        FORMULATED,
        ((ACCEPTED, 1), (CONTACTED, 6), (LOST, 20)),
    ),
    Told(
        "Sugar factory, Hanover (made up)",
        "Trade fair list",
        "Ben",
        29,
        FORMULATED,
        ((REJECTED, 0.8), (RECYCLED, 1.2)),
        NO_BUDGET,
    ),
    Told(
        "Dairy, Kempten (made up)",
        "Website",
        "",
        24,
        RECOMMENDER,
        ((ACCEPTED, 0.3), (CONTACTED, 0.9), (OPPORTUNITY, 9)),
    ),
    Told(
        "Brewery, Plzeň (made up)",
        "Search advertising",
        "Chiara",
        20,
        BEST,
        ((ACCEPTED, 2), (CONTACTED, 9)),
    ),
    Told("Steelworks, Terni (made up)", "Trade fair list", "Ben", 16, {**BEST, "Budget": "None"}),
    Told("Refinery, Rotterdam (made up)", "Referral", "Mara", 12, BEST, ((ACCEPTED, 0.2),)),
    Told("Foundry, Graz (made up)", "Webinar", "Chiara", 8, FORMULATED),
    Told(
        "Quarry, Carrara (made up)", "Webinar", "Ben", 7, {**BEST, "Role": "Influencer", "Size": "Under 100"}
    ),
    Told("University, Delft (made up)", "Website", "", 6, {"Need": "Not clear", "Role": "Influencer"}),
    Told("Pharma plant, Basel (made up)", "Website", "Ben", 1.2, RECOMMENDER),
    Told("Cement plant, Ulm (made up)", "Search advertising", "", 0.9, BEST),
    Told("Chemical park, Leuna (made up)", "Referral", "Mara", 0.2, BEST),
)


def assess_some(workshop: Workshop, store: Assessments, now: datetime) -> None:
    """Keep the leads by the version in force, and what became of them until now."""
    kept = [(told, _assessment(workshop, told, now)) for told in TOLD]
    store.add(*(assessment for _, assessment in kept))
    for told, assessment in kept:
        for event in _events(workshop, told, assessment):
            store.record_event(event)


def _assessment(workshop: Workshop, told: Told, now: datetime) -> Assessment:
    version = workshop.in_force
    assert version is not None
    channel = Channel.VETTED if told.by else Channel.SELF_QUALIFIED
    described = Described(reference=told.reference, source=told.source)
    made_at, by_id = now - timedelta(days=told.days), _person(workshop, told.by)
    made = assessed(workshop, version, described, told.answers, made_at, channel, by_id=by_id)
    return replace(made, waits=not told.by and not told.then)


def _events(workshop: Workshop, told: Told, made: Assessment) -> Iterator[Event]:
    for kind, days in told.then:
        reason, clause = told.rejected if kind is REJECTED else ("", "")
        yield Event(
            id=new_assessment_id(),
            assessment_id=made.id,
            workshop_id=workshop.id,
            at=made.made_at + timedelta(days=days),
            by_id=_person(workshop, "Chiara" if kind is RECYCLED else "Jonas"),
            kind=kind,
            reason=reason,
            clause=clause,
            revenue=told.revenue if kind is WON else None,
        )


def _person(workshop: Workshop, name: str) -> str:
    """The id of the person whose name begins so; nobody's, of no name."""
    return next((p.id for p in workshop.people if name and p.name.startswith(name)), "")
