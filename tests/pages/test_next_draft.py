"""Sign off: the review that is due, the next draft of a few clauses, and widening it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.challenges import challenge
from alignment.actions.definition import open_draft
from alignment.workshop import Phase
from data.room import Room
from tests.pages.definitions import SIGN_OFF, published_room
from tests.pages.rooms import HOST, clause, keys, person, screen, shown, words


@pytest.fixture
def in_force() -> Room:
    return published_room()


def later(room: Room, days: int) -> Room:
    room.clock = lambda: datetime.now(UTC) + timedelta(days=days)
    return room


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return app.run()


def links(app: AppTest) -> list[str]:
    return [str(link.proto.label) for link in app.main.get("page_link")]


def test_the_next_review_is_named_while_it_is_far_and_nothing_is_asked(in_force: Room) -> None:
    app = screen(in_force, "Hana", SIGN_OFF)
    assert "Version 1 is due for review on" in shown(app)
    assert "upkeep.go" not in keys(app)
    assert not [link for link in links(screen(in_force, "Hana")) if "review" in link]


def test_home_says_when_a_review_is_near_and_when_it_is_over(in_force: Room) -> None:
    assert any("is due for review on" in link for link in links(screen(later(in_force, 165), "Mark")))
    assert any("was due for review on" in link for link in links(screen(later(in_force, 190), "Mark")))


def test_a_facilitator_says_that_the_review_was_held(in_force: Room) -> None:
    later(in_force, 190)
    assert "upkeep.go" not in keys(screen(in_force, "Mark", SIGN_OFF))
    assert "The definition is due for review" in links(screen(in_force, "Hana"))
    app = screen(in_force, "Hana", SIGN_OFF)
    app.text_input(key="upkeep.note").set_value("The figures of May.")
    pressed(app, "upkeep.go")
    assert in_force.workshop().review_held is not None
    assert "The definition is due for review" not in links(screen(in_force, "Hana"))


def test_a_review_that_comes_too_late_is_refused_in_words(in_force: Room) -> None:
    app = screen(later(in_force, 190), "Hana", SIGN_OFF)
    in_force.act(open_draft, HOST)
    assert "The next version is being drafted" in shown(pressed(app, "upkeep.go"))


def test_a_draft_of_chosen_clauses_leaves_the_others_and_can_be_widened(in_force: Room) -> None:
    budget = clause(in_force, "Budget").id
    app = screen(in_force, "Hana", SIGN_OFF)
    app.multiselect(key="next.clauses").set_value([budget])
    app = pressed(app, "next.go")
    assert in_force.workshop().only == (budget,)
    assert "This draft is about Budget only." in words(app)
    assert "widen.go" not in keys(screen(in_force, "Mark", SIGN_OFF))
    pressed(app, "widen.go")
    assert in_force.workshop().only == ()
    assert in_force.workshop().phase is Phase.DRAFTING


def test_challenged_clauses_are_proposed_for_the_next_draft(in_force: Room) -> None:
    budget = clause(in_force, "Budget").id
    in_force.act(challenge, person(in_force, "Sal"), budget, "It is vague.")
    app = screen(in_force, "Hana", SIGN_OFF)
    assert app.multiselect(key="next.clauses").value == [budget]


def test_cards_of_clauses_that_the_draft_is_not_about_offer_no_change(in_force: Room) -> None:
    budget, suspect = clause(in_force, "Budget").id, clause(in_force, "Suspect").id
    in_force.act(open_draft, HOST, [budget])
    glossary = screen(in_force, "Hana", "pages/draft/glossary.py")
    assert f"edit.{suspect}.open" not in keys(glossary)
    assert f"move.{suspect}.leaving" not in keys(glossary)
    assert "This draft is about Budget only." in words(glossary)
    assert f"edit.{budget}.open" in keys(screen(in_force, "Hana", "pages/draft/criteria.py"))


def test_cards_of_a_published_clause_promise_neither_votes_nor_revisions(in_force: Room) -> None:
    app = screen(in_force, "Mark", "pages/draft/glossary.py")
    assert "Voting has ended." in words(app)
    assert "Voting is open" not in words(app)
    assert "Revise it" not in words(app)
    in_force.act(open_draft, HOST)
    assert "Revise it" in words(screen(in_force, "Mark", "pages/draft/glossary.py"))


def test_a_clause_that_is_carried_over_promises_no_votes(in_force: Room) -> None:
    in_force.act(open_draft, HOST)
    said = words(screen(in_force, "Mark", "pages/draft/glossary.py"))
    assert "Carried over" in said
    assert "Voting is open" not in said


def test_a_clause_that_is_opened_again_is_not_said_to_have_changed(in_force: Room) -> None:
    in_force.act(open_draft, HOST, [clause(in_force, "Suspect").id])
    said = words(screen(in_force, "Mark", "pages/draft/glossary.py"))
    assert "Opened again" in said
    assert "Changed since" not in said
