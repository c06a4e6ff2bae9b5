"""What is sealed reaches no other participant before the reveal: not their browser, no file, no log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from alignment.actions.ballots import cast_ballot
from alignment.actions.definition import open_draft
from alignment.actions.presenting import show_scene
from alignment.presenting import Scene
from alignment.stances import Stance
from data.access import Identity
from data.room import Room
from tests.e2e.frames import Receiver, kept_besides_the_record
from tests.e2e.sealed import SEALED, TELLER
from tests.e2e.server import Server
from tests.pages.definitions import published_room
from tests.pages.rooms import HOST, clause, person

OTHERS = ("Hana", "Mark", "Dee", "Eve", "Xan", "Obi")
"""The facilitator, the teller's own team, who decides, the other teams, and an observer."""


@pytest.fixture
def room(server: Server) -> Room:
    """A definition is in force; in the draft of the next, everything that can be sealed is going on."""
    room = published_room()
    room.act(open_draft, HOST)
    for kind in SEALED:
        kind.ready(room)
    room.act(show_scene, HOST, Scene.CLAUSE, clause(room, "Heron").id)
    return room


@pytest.fixture
def receivers(server: Server, room: Room) -> Iterator[dict[str, Receiver]]:
    """Everybody has a tab open while the teller speaks."""
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(Receiver(server, Identity(room.id, person(room, name))))
            for name in (*OTHERS, TELLER)
        }


def found(receivers: dict[str, Receiver]) -> dict[str, dict[str, list[str]]]:
    """Where who received which canary."""
    return {
        kind.name: {name: where for name in OTHERS if (where := receivers[name].where(kind.canary))}
        for kind in SEALED
    }


def look_everywhere(receivers: dict[str, Receiver], slug: str) -> None:
    for receiver in receivers.values():
        receiver.look_everywhere()
        receiver.read_files(slug)


def test_nothing_sealed_is_received_by_anybody_else_before_the_reveal_and_everything_after_it(
    server: Server, room: Room, receivers: dict[str, Receiver]
) -> None:
    slug = room.workshop().slug
    for kind in SEALED:
        kind.say(room)
    room.act(cast_ballot, person(room, "Mark"), clause(room, "Heron").id, Stance.AGREE)
    look_everywhere(receivers, slug)
    assert found(receivers) == {kind.name: {} for kind in SEALED}
    own = {kind.name for kind in SEALED if receivers[TELLER].where(kind.canary)}
    assert {kind.name for kind in SEALED if "ballot" in kind.name} <= own, "the scan sees nothing"
    written = "\n".join(kept_besides_the_record(server.folder).values())
    assert "streamlit" in written.casefold() or server.url in written
    assert [kind.name for kind in SEALED if kind.canary in written] == []

    for kind in SEALED:
        kind.reveal(room)
    look_everywhere(receivers, slug)
    missed = {kind: set(OTHERS) - set(where) for kind, where in found(receivers).items()}
    assert missed == {kind.name: set() for kind in SEALED}
