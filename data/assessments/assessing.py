"""Assessing a lead by the definition in force, by a member or by the prospect; deleting an assessment."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from pydantic import ValidationError
from pydantic.dataclasses import dataclass

from alignment.actions.action import By, allowed
from alignment.composing import frozen_document
from alignment.drafts import Published
from alignment.people import Participant
from alignment.refused import NotAllowed, NotNow, NotUnderstood, Overtaken, Refused, in_plain_words
from alignment.workshop import Workshop
from data.assessments.assessment import Assessment, Channel, new_assessment_id
from data.assessments.store import Assessments
from data.room import Room
from definitions.document import scorecard
from definitions.glossary import Line
from definitions.qualifying import fitting
from definitions.scorecard import score
from definitions.texts import LongText, ShortText, tidy

log = logging.getLogger(__name__)
Given = TypeVar("Given")
NEW_VERSION = "Another version of the definition came into force meanwhile. Look at the answers again."
GONE = "This assessment does not exist any more."


class OutOfReach(Refused):
    """The database did not answer, or did not take what was done."""

    def __init__(self) -> None:
        super().__init__(
            "The assessments cannot be reached just now. What you did may not have been kept: look, and "
            "try again in a minute."
        )


@dataclass(frozen=True)
class Described:
    """What is said of a lead beside its answers."""

    reference: ShortText
    source: Line = ""
    note: LongText = ""


def assess(
    room: Room,
    store: Assessments,
    actor: str,
    described: Described,
    answers: Mapping[str, str | None],
    sha256: str,
    begun_from: str = "",
) -> Assessment:
    """Keep a member's assessment by the version in force; ``Refused`` if ``sha256`` is another's."""
    workshop = open_workshop_of(room)
    person = allowed(workshop, actor, By.TEAM)
    version = _in_force(workshop)
    if version.draft.sha256 != sha256:
        raise Overtaken(NEW_VERSION)
    made = assessed(workshop, version, described, answers, room.clock(), Channel.VETTED, by_id=person.id)
    return _kept(store, made, begun_from=begun_from)


def take_prospect(
    room: Room,
    store: Assessments,
    described: Described,
    answers: Mapping[str, str | None],
    contact: Mapping[str, str],
) -> Assessment:
    """Keep what a prospect answered; ``Refused`` while the form is closed."""
    workshop = open_workshop_of(room)
    if workshop.self_qualification is None or not workshop.self_qualification.open:
        raise NotNow("This form is closed.")
    version = _in_force(workshop)
    made = assessed(workshop, version, described, answers, room.clock(), Channel.SELF_QUALIFIED)
    return _kept(store, made, contact=dict(contact), waits=True)


def delete(room: Room, store: Assessments, actor: str, assessment_id: str) -> None:
    """Forget an assessment for good: its author may, and a facilitator."""
    workshop = room.workshop()
    person = allowed(workshop, actor, By.TEAM)
    found = tried(lambda: store.one(workshop.id, assessment_id))
    if found is None:
        raise NotNow(GONE)
    if not may_delete(person, found):
        raise NotAllowed("Only a facilitator or whoever made this assessment can delete it.")
    tried(lambda: store.delete(workshop.id, assessment_id))


def may_delete(person: Participant, assessment: Assessment) -> bool:
    """Whether somebody may delete an assessment."""
    return person.facilitator or (assessment.by_id == person.id and person.votes)


def describe(reference: str, source: str = "", note: str = "") -> Described:
    """What is said of a lead; ``Refused`` in plain words if it cannot be kept."""
    if not tidy(reference):
        raise NotUnderstood("Say which company or lead this is.")
    try:
        return Described(reference=reference, source=source, note=note)
    except ValidationError as error:
        raise NotUnderstood(in_plain_words(error)) from error


def open_workshop_of(room: Room) -> Workshop:
    """The workshop as it stands, unless nothing may be added to it."""
    workshop = room.workshop()
    if room.damage is not None:
        raise NotNow(f"The record is damaged, so nothing is added. {room.damage.sentence}")
    return workshop


def _in_force(workshop: Workshop) -> Published:
    if workshop.in_force is None:
        raise NotNow("No definition is in force yet.")
    return workshop.in_force


def assessed(
    workshop: Workshop,
    version: Published,
    described: Described,
    answers: Mapping[str, str | None],
    now: datetime,
    channel: Channel,
    by_id: str = "",
) -> Assessment:
    """An assessment of these answers by a version, not kept yet."""
    card = scorecard(frozen_document(version.draft))
    kept = fitting(card.criteria, answers)
    receipt = score(card, kept)
    return Assessment(
        id=new_assessment_id(),
        workshop_id=workshop.id,
        made_at=now,
        by_id=by_id,
        channel=channel,
        version=version.version,
        sha256=version.draft.sha256,
        reference=described.reference,
        source=described.source,
        answers=kept,
        points=receipt.points,
        verdict=receipt.verdict,
        note=described.note,
    )


def _kept(store: Assessments, made: Assessment, **more: Any) -> Assessment:
    kept = replace(made, **more)
    tried(lambda: store.add(kept))
    return kept


def tried(act: Callable[[], Given]) -> Given:
    """What reading or writing the store gives; a database that does not answer is said in words."""
    try:
        return act()
    except sa.exc.SQLAlchemyError as error:
        log.exception("assessments could not be reached")
        raise OutOfReach from error
