"""Opening a ballot: what it asks, for how long, further rounds, and who has not voted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.ballots import cast_ballot, close_ballot, open_ballot
from alignment.actions.clauses import revise_clause
from alignment.actions.people import choose_smallest_group
from alignment.clauses import Status
from alignment.rounds import Round
from alignment.stances import Mode, Seal, Stance
from data.room import Room
from tests.alignment.rooms import criterion
from tests.pages.rooms import (
    HOST,
    clause,
    everybody_votes,
    keys,
    person,
    propose,
    put_to_vote,
    screen,
    shown,
    standing,
    vote,
)

PAGE = "pages/draft/criteria.py"


def form(room: Room, name: str = "Hana") -> tuple[AppTest, str]:
    """The opening form on Budget's card, and its key."""
    key = f"opening.{clause(room, 'Budget').id}"
    app = screen(room, name, PAGE)
    app.session_state[key] = True
    return app.run(), key


def latest(room: Room) -> Round:
    round_ = clause(room, "Budget").round
    assert round_ is not None
    return round_


def consenting(room: Room) -> Room:
    """Budget is voted on by consent."""
    propose(room, criterion())
    room.act(open_ballot, HOST, clause(room, "Budget").id, Seal.UNTIL_VOTED, timedelta(days=7), Mode.CONSENT)
    return room


def test_a_ballot_is_open_for_seven_days_unless_one_says_otherwise(room: Room) -> None:
    propose(room, criterion())
    app, key = form(room)
    app.button(key=f"{key}.open").click().run()
    opened = latest(room)
    assert opened.closes_at - opened.opened_at == timedelta(days=7)
    assert opened.mode is Mode.APPROVAL


def test_a_live_ballot_is_open_for_minutes_and_asks_for_consent(room: Room) -> None:
    propose(room, criterion())
    app, key = form(room)
    app.segmented_control(key=f"{key}.unit").set_value("minutes").run()
    app.number_input(key=f"{key}.minutes").set_value(12)
    app.radio(key=f"{key}.mode").set_value(Mode.CONSENT)
    app.button(key=f"{key}.open").click().run()
    opened = latest(room)
    assert opened.closes_at - opened.opened_at == timedelta(minutes=12)
    assert opened.mode is Mode.CONSENT


def test_the_form_says_that_a_small_team_is_named_by_its_result(room: Room) -> None:
    propose(room, criterion())
    app, _ = form(room)
    assert "two people in executives a result by team names people" in shown(app)


def test_opening_what_somebody_has_opened_meanwhile_is_refused(room: Room) -> None:
    propose(room, criterion())
    app, key = form(room)
    room.act(open_ballot, HOST, clause(room, "Budget").id)
    app.button(key=f"{key}.open").click().run()
    assert "open already" in app.error[0].value


def test_a_further_round_keeps_what_the_ballot_asked(room: Room) -> None:
    consenting(room)
    room.act(close_ballot, HOST, clause(room, "Budget").id)
    app, key = form(room)
    assert "**Round 2**, on wording 1" in shown(app)
    app.button(key=f"{key}.open").click().run()
    assert (latest(room).number, latest(room).mode) == (2, Mode.CONSENT)


def test_consent_asks_whether_one_can_live_with_it(room: Room) -> None:
    consenting(room)
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    control = app.segmented_control(key=f"ballot.{c}.stance")
    assert control.label == "Can you live with it?"
    control.set_value(Stance.DISAGREE).run()
    assert "Why can you not live with it" in app.text_area(key=f"ballot.{c}.reason").label
    app.button(key=f"ballot.{c}.vote").click().run()
    assert "needs a reason" in app.error[0].value
    app.text_area(key=f"ballot.{c}.reason").set_value("We would lose partners.")
    app.button(key=f"ballot.{c}.vote").click().run()
    assert "You voted: **I cannot live with it**" in shown(app)
    assert "Sal: I cannot live with it" in shown(app)


def test_under_seal_the_quorum_is_told_in_words(room: Room) -> None:
    put_to_vote(room, criterion())
    vote(room, "Mark", "Budget")
    assert (
        "The quorum needs one more vote from marketing, two more votes from sales and two more votes from "
        "executives" in shown(screen(room, "Sal", PAGE))
    )


def test_a_ballot_that_closes_soon_counts_down(room: Room) -> None:
    propose(room, criterion())
    room.act(open_ballot, HOST, clause(room, "Budget").id, Seal.UNTIL_VOTED, timedelta(minutes=5))
    components = [c.proto.component_name for c in screen(room, "Sal", PAGE).get("bidi_component")]
    assert "common_terms_countdown" in components


def test_the_index_stands_beside_the_plain_majority(room: Room) -> None:
    put_to_vote(room, criterion())
    everybody_votes(room, "Budget", {"Sal": Stance.DISAGREE, "Dee": Stance.DISAGREE})
    assert "Agreement index 49%, plain majority 67%" in shown(screen(room, "Mark", PAGE))


def test_a_team_smaller_than_the_smallest_group_is_not_shown_on_its_own(room: Room) -> None:
    put_to_vote(room, criterion())
    everybody_votes(room, "Budget", {"Sal": Stance.DISAGREE})
    assert "Mark: agree" in shown(screen(room, "Dee", PAGE))
    room.act(choose_smallest_group, HOST, 3)
    words = shown(screen(room, "Dee", PAGE))
    assert "2 of 2 voted; too few to show how" in words
    assert "Mark: agree" not in words
    assert "Sales do not agree yet" in words
    assert "50%" not in words


def test_who_moved_between_two_rounds_is_shown_by_team(room: Room) -> None:
    put_to_vote(room, criterion())
    everybody_votes(room, "Budget", {"Sal": Stance.DISAGREE, "Dee": Stance.DISAGREE})
    room.act(revise_clause, HOST, clause(room, "Budget").id, 1, criterion(question="Is money there?"))
    everybody_votes(room, "Budget", {"Dee": Stance.RESERVATIONS})
    words = shown(screen(room, "Mark", PAGE))
    assert "Since round 1: two people changed their vote" in words
    assert "1 from “disagree” to “agree”" in words
    assert "1 from “disagree” to “agree with reservations”" in words


def test_a_first_round_shows_no_movement(room: Room) -> None:
    put_to_vote(room, criterion())
    everybody_votes(room, "Budget")
    assert "changed their vote" not in shown(screen(room, "Mark", PAGE))


@pytest.mark.parametrize(("reader", "sees"), [("Hana", True), ("Sal", False)])
def test_only_a_facilitator_sees_who_has_not_voted(room: Room, reader: str, sees: bool) -> None:
    put_to_vote(room, criterion())
    vote(room, "Mark", "Budget")
    app = screen(room, reader, PAGE)
    app.session_state[f"missing.{clause(room, 'Budget').id}"] = True
    app.run()
    assert ("Sal, Dee" in shown(app)) is sees
    assert bool([code for code in app.code if "waits for your vote" in code.value]) is sees


def test_an_agreed_wording_that_was_revised_shows_what_changed_since_the_agreement(room: Room) -> None:
    put_to_vote(room, criterion())
    everybody_votes(room, "Budget")
    c = clause(room, "Budget").id
    room.act(revise_clause, HOST, c, 1, criterion(question="Second?"))
    assert "wording 1, which was agreed" in shown(screen(room, "Sal", PAGE))
    room.act(cast_ballot, person(room, "Sal"), c, Stance.DISAGREE, "No.")
    room.act(revise_clause, HOST, c, 2, criterion(question="Third?"))
    words = shown(screen(room, "Sal", PAGE))
    assert "Changed since the vote on wording 2**" in words
    assert "Changed since wording 1, which was agreed" in words
    assert standing(room, "Budget") is Status.OPEN
    assert f"ballot.{c}.hold" in keys(screen(room, "Sal", PAGE))
