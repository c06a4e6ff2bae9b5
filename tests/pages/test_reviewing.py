"""Sign off: reviewers first, one after another, requests whose time is over, and what changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import revise_clause
from alignment.actions.definition import freeze, open_draft
from alignment.actions.reviewing import review_draft
from alignment.workshop import Phase
from data.room import Room
from tests.pages.definitions import (
    BUDGET,
    SIGN_OFF,
    draft_of,
    published_room,
    settled_room,
    sign_by,
)
from tests.pages.rooms import HOST, HOSTILE, clause, everybody_votes, keys, person, screen, shown, words


def requested(**request: Any) -> Room:
    """The agreed text, for Mark, Dee and Eve to sign, as requested."""
    room = settled_room()
    signers = [person(room, name) for name in ("Mark", "Eve", "Dee")]
    room.act(freeze, HOST, signers, **request)
    return room


@pytest.fixture
def in_review() -> Room:
    room = settled_room()
    reviewers = [person(room, name) for name in ("Xan", "Obi")]
    room.act(freeze, HOST, [person(room, name) for name in ("Mark", "Eve")], reviewers=reviewers)
    return room


def expired(room: Room) -> Room:
    room.clock = lambda: datetime.now(UTC) + timedelta(days=30)
    return room


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return app.run()


def test_a_facilitator_chooses_reviewers_the_order_and_how_long() -> None:
    room = settled_room()
    app = screen(room, "Hana", SIGN_OFF)
    app.multiselect(key="freeze.marketing").set_value([person(room, "Mark")])
    app.multiselect(key="freeze.executives").set_value([person(room, "Eve")])
    app.toggle(key="freeze.one_by_one").set_value(True).run()
    app.multiselect(key="freeze.order").set_value([person(room, "Eve")])
    app.multiselect(key="freeze.reviewers").set_value([person(room, "Obi")])
    app.selectbox(key="freeze.days").set_value(30).run()
    assert "in this order: Eve, Mark and Dee" in words(app)
    pressed(app, "freeze.go")
    draft = draft_of(room)
    assert draft.signatories == tuple(person(room, name) for name in ("Eve", "Mark", "Dee"))
    assert (draft.in_order, draft.reviewers) == (True, (person(room, "Obi"),))
    assert draft.expires_at == draft.at + timedelta(days=30)


def test_somebody_who_does_not_sign_any_more_leaves_the_order() -> None:
    room = settled_room()
    app = screen(room, "Hana", SIGN_OFF)
    app.multiselect(key="freeze.marketing").set_value([person(room, "Mark"), HOST])
    app.multiselect(key="freeze.executives").set_value([person(room, "Eve")])
    app.toggle(key="freeze.one_by_one").set_value(True).run()
    app.multiselect(key="freeze.order").set_value([HOST, person(room, "Eve")]).run()
    app.multiselect(key="freeze.marketing").set_value([person(room, "Mark")]).run()
    assert not app.exception
    pressed(app, "freeze.go")
    assert draft_of(room).signatories == tuple(person(room, name) for name in ("Eve", "Mark", "Dee"))


def test_without_an_end_the_request_does_not_expire() -> None:
    room = settled_room()
    app = screen(room, "Hana", SIGN_OFF)
    app.multiselect(key="freeze.marketing").set_value([person(room, "Mark")])
    app.multiselect(key="freeze.executives").set_value([person(room, "Eve")])
    app.selectbox(key="freeze.days").set_value(0)
    pressed(app, "freeze.go")
    assert draft_of(room).expires_at is None


@pytest.mark.parametrize("name", ["Xan", "Obi"])
def test_a_reviewer_lets_it_pass_with_a_remark_that_all_can_read(in_review: Room, name: str) -> None:
    app = screen(in_review, name, SIGN_OFF)
    app.text_input(key=f"review.{draft_of(in_review).sha256}.note").set_value(HOSTILE)
    app = pressed(app, "review.go")
    assert set(draft_of(in_review).reviews) == {person(in_review, name)}
    assert "review.go" not in keys(app)
    assert HOSTILE in words(screen(in_review, "Mark", SIGN_OFF))


def test_sending_back_needs_a_reason_and_everybody_reads_it(in_review: Room) -> None:
    app = pressed(screen(in_review, "Xan", SIGN_OFF), "send_back.go")
    assert "Sending it back needs a reason" in shown(app)
    assert in_review.workshop().phase is Phase.FROZEN
    app.text_area(key=f"send_back.{draft_of(in_review).sha256}.reason").set_value(HOSTILE)
    pressed(app, "send_back.go")
    assert in_review.workshop().phase is Phase.DRAFTING
    said = words(screen(in_review, "Mark", SIGN_OFF))
    assert "**Xan** reviewed the frozen draft and sent it back" in said
    assert HOSTILE in said


def test_before_the_reviews_signers_read_why_they_cannot_sign_yet(in_review: Room) -> None:
    app = screen(in_review, "Mark", SIGN_OFF)
    assert "sign.go" not in keys(app)
    assert "You can sign once it is reviewed. Waiting for Xan and Obi to review it." in words(app)
    assert "decline.go" in keys(app)


def test_who_came_too_early_is_told_why_beside_the_text(in_review: Room) -> None:
    for name in ("Xan", "Obi"):
        in_review.act(review_draft, person(in_review, name), draft_of(in_review).sha256)
    assert "sign.go" in keys(screen(in_review, "Mark", SIGN_OFF))


def test_in_order_only_the_next_one_has_the_form() -> None:
    room = requested(in_order=True)
    assert "sign.go" in keys(screen(room, "Mark", SIGN_OFF))
    later = screen(room, "Dee", SIGN_OFF)
    assert "sign.go" not in keys(later)
    assert "You sign after Mark and Eve." in words(later)
    sign_by(room, "Mark", "Eve")
    assert "sign.go" in keys(screen(room, "Dee", SIGN_OFF))


def test_when_the_time_is_over_nobody_signs_and_a_facilitator_renews() -> None:
    room = expired(requested())
    assert "sign.go" not in keys(screen(room, "Mark", SIGN_OFF))
    assert "renew.go" not in keys(screen(room, "Mark", SIGN_OFF))
    app = screen(room, "Hana", SIGN_OFF)
    assert "The time to review and sign is over" in shown(app)
    app.selectbox(key="renew.days").set_value(7)
    app = pressed(app, "renew.go")
    assert draft_of(room).expires_at is not None
    assert "The time to review and sign is over" not in shown(app)
    assert "sign.go" in keys(screen(room, "Mark", SIGN_OFF))


def test_a_signature_that_comes_after_the_time_is_refused_and_kept_on_the_page() -> None:
    room = requested()
    app = screen(room, "Mark", SIGN_OFF)
    app.text_input(key=f"sign.{draft_of(room).sha256}.name").set_value("Mark")
    expired(room)
    app = pressed(app, "sign.go")
    assert draft_of(room).signatures == {}
    assert "The time to review and sign is over" in shown(app)


def test_what_changed_since_the_version_in_force_is_shown_by_the_word() -> None:
    room = published_room()
    room.act(open_draft, HOST)
    revised = BUDGET.model_copy(update={"question": "Is a budget approved?"})
    room.act(revise_clause, HOST, clause(room, "Budget").id, 1, revised)
    everybody_votes(room, "Budget")
    room.act(freeze, HOST, [person(room, name) for name in ("Mark", "Eve")])
    app = screen(room, "Mark", SIGN_OFF)
    app.session_state["sign_off.changed"] = True
    said = shown(app.run())
    assert "approved" in said
    assert "<ins" in said
