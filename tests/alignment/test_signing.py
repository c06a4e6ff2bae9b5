"""From a frozen text to a definition in force: sign, decline, take back, publish."""

from __future__ import annotations

import pytest

from alignment.actions.definition import decline, open_draft, share, sign, thaw
from alignment.actions.people import change_team, name_decider, remove_participant
from alignment.clauses import Status
from alignment.composing import signed_document
from alignment.people import Team
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from alignment.sharing import Sharing
from alignment.workshop import Phase
from tests.alignment.rooms import Room, join
from tests.alignment.stages import SIGNATORIES, Stage, draft_of, freeze_for, room_at, sign_all


def signed(room: Room, name: str) -> None:
    room.act(sign, room.id(name), draft_of(room).sha256, name)


def test_a_signature_keeps_the_name_typed_the_statement_and_the_hash() -> None:
    room = room_at(Stage.FROZEN)
    room.act(sign, room.id("Mark"), draft_of(room).sha256, "  mark ")
    signature = draft_of(room).signatures[room.id("Mark")]
    assert (signature.typed_name, signature.sha256) == ("mark", draft_of(room).sha256)
    assert signature.statement.startswith("I, Mark, for marketing, accept version 1")
    assert room.workshop.phase is Phase.FROZEN


def test_the_decider_signs_as_the_decider() -> None:
    room = room_at(Stage.FROZEN)
    signed(room, "Dee")
    assert "for sales and as the decider" in draft_of(room).signatures[room.id("Dee")].statement


@pytest.mark.parametrize("typed", ["", "Marc", "Sal", "Mark M"])
def test_somebody_elses_name_is_no_signature(typed: str) -> None:
    room = room_at(Stage.FROZEN)
    with pytest.raises(NotUnderstood, match="Please type your name as it stands here: Mark"):
        room.act(sign, room.id("Mark"), draft_of(room).sha256, typed)


def test_signing_another_text_than_the_frozen_one_is_refused() -> None:
    room = room_at(Stage.FROZEN)
    with pytest.raises(NotNow, match="The text has changed since you opened it"):
        room.act(sign, room.id("Mark"), "0" * 64, "Mark")


def test_nobody_signs_twice_or_declines_after_signing() -> None:
    room = room_at(Stage.FROZEN)
    signed(room, "Mark")
    with pytest.raises(NotNow, match="signed this text already"):
        signed(room, "Mark")
    with pytest.raises(NotNow, match="signed this text already"):
        room.act(decline, room.id("Mark"), draft_of(room).sha256, "I changed my mind.")


def test_only_those_who_must_sign_can() -> None:
    room = room_at(Stage.FROZEN)
    with pytest.raises(NotAllowed, match="Only those who must sign"):
        signed(room, "Hana")


def test_the_last_signature_publishes_and_not_one_before() -> None:
    room = room_at(Stage.FROZEN)
    for name in SIGNATORIES[:-1]:
        signed(room, name)
        assert (room.workshop.phase, room.workshop.in_force) == (Phase.FROZEN, None)
    signed(room, SIGNATORIES[-1])
    version = room.workshop.in_force
    assert version is not None
    assert (room.workshop.phase, version.version, set(version.draft.signatures)) == (
        Phase.PUBLISHED,
        1,
        {room.id(name) for name in SIGNATORIES},
    )


def test_the_signed_document_is_intact_and_has_all_signatures() -> None:
    room = room_at(Stage.PUBLISHED)
    version = room.workshop.in_force
    assert version is not None
    document = signed_document(room.workshop, version.draft, version)
    assert document.intact
    assert {line.name for line in document.signatures} == set(SIGNATORIES)
    assert document.published_at == version.at


def test_declining_unfreezes_the_draft_and_its_reason_is_kept() -> None:
    room = room_at(Stage.FROZEN)
    signed(room, "Mark")
    room.act(decline, room.id("Sal"), draft_of(room).sha256, "Five points are too many.")
    assert (room.workshop.phase, room.workshop.frozen) == (Phase.DRAFTING, None)
    declined = room.workshop.declined
    assert declined is not None
    assert declined.decline is not None
    assert (declined.decline.by, declined.decline.reason) == (room.id("Sal"), "Five points are too many.")


@pytest.mark.parametrize("reason", ["", " \n", "\x00"])
def test_declining_and_taking_back_need_a_reason(reason: str) -> None:
    room = room_at(Stage.FROZEN)
    with pytest.raises(NotUnderstood):
        room.act(decline, room.id("Sal"), draft_of(room).sha256, reason)
    with pytest.raises(NotUnderstood):
        room.act(thaw, "p1", reason)


def test_signatures_lapse_when_the_draft_is_taken_back() -> None:
    room = room_at(Stage.FROZEN)
    signed(room, "Mark")
    room.act(thaw, "p1", "A word is wrong.")
    freeze_for(room)
    assert draft_of(room).signatures == {}
    assert room.workshop.declined is None


def test_the_same_text_frozen_again_has_the_same_hash() -> None:
    room = room_at(Stage.FROZEN)
    before = draft_of(room).sha256
    room.act(thaw, "p1", "A word is wrong.")
    freeze_for(room)
    assert draft_of(room).sha256 == before


@pytest.mark.parametrize("change", [lambda r: r.act(change_team, "p1", r.id("Sal"), Team.EXECUTIVES),
                                    lambda r: r.act(remove_participant, "p1", r.id("Sal")),
                                    lambda r: r.act(name_decider, "p1", r.id("Xan"))])  # fmt: skip
def test_those_who_must_sign_stay_as_they_are_while_the_draft_is_frozen(change: object) -> None:
    with pytest.raises(NotNow, match="The draft is frozen"):
        change(room_at(Stage.FROZEN))  # type: ignore[operator]


def test_people_who_join_after_publication_do_not_unsettle_it() -> None:
    room = room_at(Stage.PUBLISHED)
    for name in ("Nina", "Nick", "Nora"):
        join(room, name, Team.SALES)
    assert {room.status(name) for name in ("Budget", "Threshold")} == {Status.AGREED}


def test_people_who_join_while_it_is_signed_do_not_unsettle_what_is_published() -> None:
    room = room_at(Stage.FROZEN)
    for name in ("Nina", "Nick", "Nora"):
        join(room, name, Team.SALES)
    sign_all(room)
    room.act(open_draft, "p1")
    assert {room.status(name) for name in ("Budget", "Threshold")} == {Status.AGREED}


def test_the_host_chooses_who_may_read_it() -> None:
    room = room_at(Stage.PUBLISHED)
    assert room.workshop.sharing is Sharing.PARTICIPANTS
    room.act(share, "p1", Sharing.ANYONE)
    assert room.workshop.sharing is Sharing.ANYONE
    with pytest.raises(NotNow, match="That is so already"):
        room.act(share, "p1", Sharing.ANYONE)
