"""Waiting for you: everything that waits, answered objections, what is new, and reminders."""

from __future__ import annotations

import pytest

from alignment.actions.clauses import comment, revise_clause
from alignment.actions.discussion import catch_up
from alignment.stances import Stance
from data.room import Room
from tests.alignment.rooms import criterion
from tests.pages.definitions import frozen_room
from tests.pages.rooms import (
    HOST,
    HOSTILE,
    VOTERS,
    clause,
    everybody_votes,
    keys,
    person,
    put_to_vote,
    screen,
    shown,
    vote,
)

PAGE = "pages/start/inbox.py"


@pytest.fixture
def answered(room: Room) -> Room:
    """Sal objected to Budget, and it was revised."""
    put_to_vote(room, criterion())
    everybody_votes(room, "Budget", {"Sal": Stance.DISAGREE})
    room.act(revise_clause, HOST, clause(room, "Budget").id, 1, criterion(question="Is money there?"))
    return room


def badge(room: Room, name: str) -> str:
    links = screen(room, name).sidebar.get("page_link")
    return next(str(link.proto.label) for link in links if "wait" in link.proto.label.lower())


def test_each_ballot_waits_with_a_button_that_leads_to_it(room: Room) -> None:
    put_to_vote(room, criterion(), criterion("Need"))
    assert badge(room, "Sal") == "Waiting for you: 2"
    app, need = screen(room, "Sal", PAGE), clause(room, "Need").id
    assert "Vote on Budget" in shown(app)
    app.button(key=f"inbox.go.vote.{need}").click().run()
    assert app.title[0].value == "Vote"
    assert f"ballot.{need}.stance" in keys(app)


def test_nothing_waits_for_those_who_have_done_everything(room: Room) -> None:
    put_to_vote(room, criterion())
    vote(room, "Sal", "Budget")
    assert "Nothing waits for you" in screen(room, "Sal", PAGE).success[0].value
    assert badge(room, "Sal") == "Nothing waits for you"
    assert "You observe" in shown(screen(room, "Obi", PAGE))


def test_a_text_to_sign_comes_first(room: Room) -> None:
    app = screen(frozen_room(), "Mark", PAGE)
    assert "inbox.go.sign." in keys(app)
    app.button(key="inbox.go.sign.").click().run()
    assert app.title[0].value == "Sign off"


def test_an_answered_objection_is_lifted_by_a_vote_for_the_new_wording(answered: Room) -> None:
    app, c = screen(answered, "Sal", PAGE), clause(answered, "Budget").id
    words = shown(app)
    assert "was revised after your objection" in words
    assert "You objected to wording 1:** “Too vague\\.”" in words
    assert "Changed since the vote on wording 1" in words
    app.segmented_control(key=f"ballot.{c}.stance").set_value(Stance.AGREE).run()
    app.button(key=f"ballot.{c}.vote").click().run()
    assert "was revised after your objection" not in shown(app)
    round_ = clause(answered, "Budget").round
    assert round_ is not None
    assert round_.ballots[person(answered, "Sal")].stance is Stance.AGREE


def test_an_answered_objection_is_held_in_one_click_with_the_same_reason(answered: Room) -> None:
    app, c = screen(answered, "Sal", PAGE), clause(answered, "Budget").id
    app.button(key=f"ballot.{c}.hold").click().run()
    round_ = clause(answered, "Budget").round
    assert round_ is not None
    kept = round_.ballots[person(answered, "Sal")]
    assert (kept.stance, kept.reason, kept.objects) == (Stance.DISAGREE, "Too vague.", True)


def test_holding_an_objection_to_a_wording_that_changed_meanwhile_is_refused(answered: Room) -> None:
    app, c = screen(answered, "Sal", PAGE), clause(answered, "Budget").id
    answered.act(revise_clause, HOST, c, 2, criterion(question="Third?"))
    app.button(key=f"ballot.{c}.hold").click().run()
    assert "wording has just changed" in app.error[0].value


def test_only_those_who_objected_are_asked_whether_it_is_answered(answered: Room) -> None:
    app, c = screen(answered, "Dee", PAGE), clause(answered, "Budget").id
    assert f"ballot.{c}.hold" not in keys(app)
    assert f"inbox.go.vote.{c}" in keys(app)


def test_news_are_told_until_they_are_read_mentions_first(room: Room) -> None:
    put_to_vote(room, criterion())
    budget = clause(room, "Budget").id
    room.act(catch_up, person(room, "Sal"), room.workshop().head)
    room.act(comment, HOST, budget, f"@Sal {HOSTILE}")
    room.act(comment, HOST, budget, "Something else.")
    app = screen(room, "Sal", PAGE)
    words = shown(app)
    assert "New since your last visit: 2" in words
    assert words.index("mentions you") < words.index("Something else")
    assert "<b>x</b>" not in words
    app.button(key="inbox.news.read").click().run()
    assert "Nothing new" in shown(app)
    assert room.workshop().caught_up[person(room, "Sal")] > 0


def test_reading_what_was_read_in_another_tab_is_refused_with_a_sentence(room: Room) -> None:
    put_to_vote(room, criterion())
    app = screen(room, "Sal", PAGE)
    room.act(catch_up, person(room, "Sal"), room.workshop().head)
    app.button(key="inbox.news.read").click().run()
    assert "Nothing is new" in app.error[0].value


def test_the_news_never_tell_how_somebody_voted_under_seal(room: Room) -> None:
    put_to_vote(room, criterion())
    vote(room, "Mark", "Budget", Stance.DISAGREE, "A secret reason")
    assert "secret" not in shown(screen(room, "Sal", PAGE))


def test_a_facilitator_copies_whom_the_group_waits_for(room: Room) -> None:
    put_to_vote(room, criterion())
    for name in VOTERS[:4]:
        vote(room, name, "Budget")
    app = screen(room, "Hana", PAGE)
    assert "we still wait for Eve and Xan" in app.code[0].value
    assert app.code[0].value.endswith("/inbox")
    app.pills(key="inbox.remind").set_value("signed").run()
    assert not app.code
    assert "Nobody: all of them have." in shown(app)
    assert not screen(room, "Sal", PAGE).code


def test_a_stranger_meets_the_gate(room: Room) -> None:
    assert "You are not in a workshop here" in shown(screen(room, None, PAGE))
