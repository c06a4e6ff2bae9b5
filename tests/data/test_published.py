"""A published definition is found by its address, whichever process opened the workshop or published it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from alignment.actions.definition import open_draft, renew_request, share, sign
from alignment.facts import WorkshopOpened
from alignment.sharing import Sharing
from data import published
from data.ledger import Ledger
from data.room import Room
from data.rooms import Rooms, forget_rooms
from data.rooms import rooms as process_rooms
from data.settings import settings
from tests.alignment.stages import SIGNATORIES, Stage, room_at


@pytest.fixture(autouse=True)
def other_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rooms]:
    """The rooms of another process on the database of this one."""
    monkeypatch.delenv("COMMON_TERMS_DATABASE_URL", raising=False)
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    forget_rooms()
    ledger = Ledger(settings().database_url)
    yield Rooms(ledger)
    ledger.close()
    forget_rooms()


def keep(where: Rooms, stage: Stage, slug: str, workshop_id: str = "w") -> Room:
    """A workshop at a stage, with an address."""
    opening, *rest = room_at(stage).record
    assert isinstance(opening.fact, WorkshopOpened)
    addressed = replace(opening, fact=opening.fact.model_copy(update={"slug": slug}))
    return where.keep(workshop_id, [addressed, *rest])


def sign_all(room: Room) -> None:
    people = {person.name: person.id for person in room.workshop().people}
    for name in SIGNATORIES:
        frozen = room.workshop().frozen
        assert frozen is not None
        room.act(sign, people[name], frozen.sha256, name)


def test_an_address_finds_the_version_in_force_with_its_signatures() -> None:
    room = keep(process_rooms(), Stage.PUBLISHED, "acme-1")
    found = published.find("acme-1")
    assert found is not None
    assert found.workshop.id == room.id
    assert found.signed.document.version == 1
    assert found.signed.published_at == room.workshop().published[0].at
    assert {line.name for line in found.signed.signatures} == set(SIGNATORIES)
    assert found.signed.intact


@pytest.mark.parametrize("slug", ["", "acme", "acme-12", "ACME-1", "w", "%", "acme_1"])
def test_nothing_but_the_whole_address_finds_anything(slug: str) -> None:
    keep(process_rooms(), Stage.PUBLISHED, "acme-1")
    assert published.find(slug) is None


def test_a_draft_is_found_by_nobody() -> None:
    keep(process_rooms(), Stage.FROZEN, "acme-1")
    assert published.find("acme-1") is None


def test_a_workshop_that_another_process_opened_after_the_last_look_is_found(other_process: Rooms) -> None:
    keep(process_rooms(), Stage.PUBLISHED, "acme-1", "one")
    assert published.find("acme-2") is None
    keep(other_process, Stage.PUBLISHED, "acme-2", "two")
    found = published.find("acme-2")
    assert found is not None
    assert found.workshop.id == "two"


def test_what_another_process_publishes_is_found_at_once(other_process: Rooms) -> None:
    room = keep(other_process, Stage.FROZEN, "acme-1")
    assert published.find("acme-1") is None
    room.act(renew_request, "p1", None)
    sign_all(room)
    assert published.find("acme-1") is not None


def test_a_new_draft_leaves_the_signed_version_at_the_address() -> None:
    room = keep(process_rooms(), Stage.PUBLISHED, "acme-1")
    before = published.find("acme-1")
    room.act(open_draft, "p1")
    after = published.find("acme-1")
    assert before is not None
    assert after is not None
    assert after.signed == before.signed


def test_who_may_read_follows_the_host(other_process: Rooms) -> None:
    room = keep(other_process, Stage.PUBLISHED, "acme-1")
    before = published.find("acme-1")
    room.act(share, "p1", Sharing.ANYONE)
    after = published.find("acme-1")
    assert before is not None
    assert after is not None
    assert (before.sharing, after.sharing) == (Sharing.PARTICIPANTS, Sharing.ANYONE)


def test_a_removed_workshop_is_found_no_more(other_process: Rooms) -> None:
    room = keep(process_rooms(), Stage.PUBLISHED, "acme-1")
    assert published.find("acme-1") is not None
    other_process.remove(room.id)
    assert published.find("acme-1") is None


def test_an_opening_that_cannot_be_read_hides_no_other_workshop(tmp_path: Path) -> None:
    keep(process_rooms(), Stage.PUBLISHED, "acme-1", "one")
    keep(process_rooms(), Stage.PUBLISHED, "acme-2", "two")
    forget_rooms()
    engine = sa.create_engine(settings().database_url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE facts SET body = '[' WHERE workshop_id = 'one' AND seq = 1"))
    engine.dispose()
    assert published.find("acme-1") is None
    assert published.find("acme-2") is not None


def test_guessing_addresses_reads_no_facts() -> None:
    keep(process_rooms(), Stage.PUBLISHED, "acme-1")
    assert published.find("acme-1") is not None
    queries: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        queries.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        assert [published.find(f"guess-{number}") for number in range(5)] == [None] * 5
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)
    assert len(queries) == 5
    assert not [query for query in queries if "facts" in query]
