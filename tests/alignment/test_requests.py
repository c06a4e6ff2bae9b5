"""Reviewers before signers, one after another if wanted, and requests that expire."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alignment.actions.definition import decline, renew_request, sign, thaw
from alignment.actions.people import remove_participant
from alignment.actions.reviewing import review_draft, send_back
from alignment.facts import DraftFrozen, read_fact
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from alignment.requests import EXPIRED, awaited
from alignment.workshop import Phase
from tests.alignment.rooms import Room
from tests.alignment.stages import Stage, draft_of, freeze_for, room_at, sign_all


def signs(room: Room, name: str) -> None:
    room.act(sign, room.id(name), draft_of(room).sha256, name)


def reviews(room: Room, *names: str) -> None:
    for name in names:
        room.act(review_draft, room.id(name), draft_of(room).sha256)


def test_nobody_signs_before_all_reviewers_have_reviewed() -> None:
    room = room_at(Stage.REVIEWING)
    with pytest.raises(NotNow, match=r"once it is reviewed. Waiting for Xan and Obi to review it"):
        signs(room, "Sal")
    reviews(room, "Obi")
    with pytest.raises(NotNow, match="Waiting for Xan to review it"):
        signs(room, "Sal")
    reviews(room, "Xan")
    signs(room, "Sal")
    assert set(draft_of(room).signatures) == {room.id("Sal")}


def test_in_order_only_the_next_one_signs_and_the_decider_is_last_if_not_named() -> None:
    room = room_at(Stage.REVIEWING)
    reviews(room, "Xan", "Obi")
    assert awaited(room.workshop, draft_of(room)) == "Sal to sign, then Mark, Eve and Dee"
    with pytest.raises(NotNow, match=r"one after another. You sign after Sal, Mark and Eve"):
        signs(room, "Dee")
    sign_all(room, ("Sal", "Mark", "Eve"))
    assert room.workshop.phase is Phase.FROZEN
    signs(room, "Dee")
    assert room.workshop.phase is Phase.PUBLISHED


def test_the_decider_signs_where_they_were_named_in_the_order() -> None:
    room = room_at(Stage.SETTLED)
    freeze_for(room, ("Eve", "Dee", "Mark"), in_order=True)
    assert draft_of(room).signatories == tuple(room.id(name) for name in ("Eve", "Dee", "Mark"))


def test_somebody_who_signs_later_may_decline_at_once() -> None:
    room = room_at(Stage.REVIEWING)
    room.act(decline, room.id("Dee"), draft_of(room).sha256, "Not like this.")
    assert room.workshop.phase is Phase.DRAFTING


def test_only_those_who_were_asked_review_and_only_once() -> None:
    room = room_at(Stage.REVIEWING)
    with pytest.raises(NotAllowed, match="Only those who are asked to review"):
        reviews(room, "Mark")
    reviews(room, "Xan")
    with pytest.raises(NotNow, match="reviewed this text already"):
        reviews(room, "Xan")
    with pytest.raises(NotNow, match="reviewed this text already"):
        room.act(send_back, room.id("Xan"), draft_of(room).sha256, "I changed my mind.")


def test_a_reviewer_sends_it_back_with_a_reason_and_what_is_in_force_stays() -> None:
    room = room_at(Stage.REVIEWING)
    with pytest.raises(NotUnderstood, match="needs a reason"):
        room.act(send_back, room.id("Xan"), draft_of(room).sha256, " \n")
    room.act(send_back, room.id("Xan"), draft_of(room).sha256, "Budget is vague.")
    back = room.workshop.declined
    assert room.workshop.phase is Phase.DRAFTING
    assert back is not None
    assert back.decline is not None
    assert (back.decline.by, back.decline.reason, back.decline.reviewing) == (
        room.id("Xan"),
        "Budget is vague.",
        True,
    )


def test_reviewing_another_text_is_refused() -> None:
    room = room_at(Stage.REVIEWING)
    with pytest.raises(NotNow, match="The text has changed"):
        room.act(review_draft, room.id("Xan"), "0" * 64)


def test_a_note_of_a_reviewer_is_kept() -> None:
    room = room_at(Stage.REVIEWING)
    room.act(review_draft, room.id("Xan"), draft_of(room).sha256, " Well said. ")
    assert draft_of(room).reviews[room.id("Xan")].note == "Well said."


def test_a_reviewer_who_is_not_in_the_workshop_is_refused() -> None:
    room = room_at(Stage.SETTLED)
    with pytest.raises(NotUnderstood, match="not in the workshop any more"):
        freeze_for(room, reviewers=[room.id("Rex")])


def test_a_reviewer_who_is_waited_for_is_not_removed() -> None:
    room = room_at(Stage.REVIEWING)
    with pytest.raises(NotNow, match=r"waits for this person's review. Take the draft back first"):
        room.act(remove_participant, "p1", room.id("Xan"))
    reviews(room, "Xan")
    room.act(remove_participant, "p1", room.id("Xan"))


def test_a_request_ends_after_fourteen_days_unless_said_otherwise() -> None:
    room = room_at(Stage.SETTLED)
    freeze_for(room)
    assert draft_of(room).expires_at == draft_of(room).at + timedelta(days=14)


@pytest.mark.parametrize("days", [0, -1, 366])
def test_a_request_lasts_a_day_at_least_and_a_year_at_most(days: int) -> None:
    room = room_at(Stage.SETTLED)
    with pytest.raises(NotUnderstood, match="from one day to 365 days"):
        freeze_for(room, days=days)


def test_when_the_time_is_over_nobody_reviews_signs_or_declines() -> None:
    room = room_at(Stage.REVIEWING)
    room.wait(days=14)
    text = draft_of(room).sha256
    for name, action, more in (
        ("Xan", review_draft, ()),
        ("Xan", send_back, ("No.",)),
        ("Sal", sign, ("Sal",)),
        ("Sal", decline, ("No.",)),
    ):
        with pytest.raises(NotNow, match="The time to review and sign is over") as refused:
            room.act(action, room.id(name), text, *more)
        assert str(refused.value) == EXPIRED


def test_a_renewed_request_goes_on_with_the_signatures_given() -> None:
    room = room_at(Stage.FROZEN)
    signs(room, "Mark")
    room.wait(days=20)
    with pytest.raises(NotNow, match="The time to review and sign is over"):
        signs(room, "Sal")
    room.act(renew_request, "p1", 7)
    signs(room, "Sal")
    assert len(draft_of(room).signatures) == 2


def test_a_request_without_an_end_does_not_expire() -> None:
    room = room_at(Stage.FROZEN)
    room.act(renew_request, "p1", None)
    room.wait(days=1000)
    sign_all(room)
    assert room.workshop.phase is Phase.PUBLISHED


def test_an_expired_draft_can_be_taken_back() -> None:
    room = room_at(Stage.FROZEN)
    room.wait(days=20)
    room.act(thaw, "p1", "Nobody has time.")
    assert room.workshop.phase is Phase.DRAFTING


def test_a_draft_frozen_before_there_were_requests_reads_as_it_did() -> None:
    old = '{"kind":"draft frozen","version":1,"document":{},"sha256":"00","signatories":["p1"]}'
    fact = read_fact(old)
    assert isinstance(fact, DraftFrozen)
    assert (fact.reviewers, fact.in_order, fact.expires_at) == ((), False, None)
