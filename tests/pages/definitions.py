"""Workshops on their way to a signed definition, for tests of pages."""

from __future__ import annotations

from alignment.actions.definition import freeze, sign
from alignment.drafts import Frozen
from data.room import Room
from definitions.contents import Content
from definitions.criteria import Answer, Criterion
from definitions.glossary import Term
from definitions.threshold import Threshold
from tests.pages.rooms import HOST, everybody_votes, person, put_to_vote, staffed_room

SIGN_OFF = "pages/publish/sign_off.py"
DEFINITION = "pages/publish/definition.py"
SIGNATORIES = ("Mark", "Dee", "Eve")
BUDGET = Criterion(
    name="Budget",
    question="Is there a budget?",
    answers=(Answer(label="Ready", points=5), Answer(label="None", points=0)),
    gate="Ready",
)
SUSPECT = Term(name="Suspect", definition="Somebody who might buy.")


def agree(room: Room, *contents: Content) -> None:
    """Everybody agrees to these clauses."""
    put_to_vote(room, *contents)
    for content in contents:
        everybody_votes(room, content.name)


def settled_room(*more: Content) -> Room:
    """A budget, a term and a threshold that everybody agreed to."""
    room = staffed_room()
    agree(room, BUDGET, SUSPECT, Threshold(qualified_from=5), *more)
    return room


def frozen_room(*more: Content) -> Room:
    """The agreed text, for Mark, Dee and Eve to sign."""
    room = settled_room(*more)
    freeze_for(room, *SIGNATORIES)
    return room


def published_room(*more: Content) -> Room:
    """The signed text."""
    room = frozen_room(*more)
    sign_by(room, *SIGNATORIES)
    return room


def draft_of(room: Room) -> Frozen:
    """The frozen draft."""
    frozen = room.workshop().frozen
    assert frozen is not None
    return frozen


def freeze_for(room: Room, *names: str) -> None:
    """The host freezes the draft for these people to sign."""
    room.act(freeze, HOST, [person(room, name) for name in names])


def sign_by(room: Room, *names: str) -> None:
    """These people sign the frozen draft."""
    for name in names:
        room.act(sign, person(room, name), draft_of(room).sha256, name)
