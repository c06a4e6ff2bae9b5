"""On a card of the criteria page: its ballot, its discussion, leaving it out and finding it again."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import comment, propose_all, withdraw_clause
from alignment.clauses import Status
from alignment.stances import Seal
from data.room import Room
from tests.alignment.rooms import criterion
from tests.pages.criteria import PAGE
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


def unfold(app: AppTest, clause_id: str) -> None:
    """Open a discussion; a test's run does not keep folds open."""
    app.session_state[f"discussion.{clause_id}"] = True
    app.run()


def test_the_author_opens_the_ballot(room: Room) -> None:
    propose(room, criterion())
    c = clause(room, "Budget").id
    assert f"opening.{c}.open" not in keys(screen(room, "Sal", PAGE))
    screen(room, "Mark", PAGE).button(key=f"opening.{c}.open").click().run()
    assert standing(room, "Budget") is Status.OPEN


def test_a_facilitator_can_seal_a_ballot_until_the_reveal(room: Room) -> None:
    propose(room, criterion())
    c = clause(room, "Budget").id
    app = screen(room, "Hana", PAGE)
    app.session_state[f"opening.{c}"] = True
    app.run()
    app.radio(key=f"opening.{c}.seal").set_value(Seal.UNTIL_REVEAL)
    app.button(key=f"opening.{c}.open").click().run()
    opened = clause(room, "Budget").round
    assert opened is not None
    assert opened.seal is Seal.UNTIL_REVEAL
    everybody_votes(room, "Budget")
    app.run()
    assert "2 of 2 voted" in shown(app)
    assert "Sal: agree" not in shown(app)
    app.button(key=f"move.{c}.reveal").click().run()
    assert "Sal: agree" in shown(app)


def test_a_facilitator_opens_all_ballots_at_once(room: Room) -> None:
    propose(room, criterion(), criterion("Need"))
    app = screen(room, "Hana", PAGE)
    app.session_state["ballots.opening"] = True
    app.run()
    app.button(key="ballots.opening.open").click().run()
    assert {standing(room, name) for name in ("Budget", "Need")} == {Status.OPEN}


def test_closing_a_ballot_ends_the_vote(room: Room) -> None:
    put_to_vote(room, criterion())
    vote(room, "Sal", "Budget")
    c = clause(room, "Budget").id
    app = screen(room, "Hana", PAGE)
    app.button(key=f"move.{c}.close").click().run()
    assert standing(room, "Budget") is Status.DISPUTED
    assert "Voting has ended" in shown(app)
    app.button(key=f"move.{c}.escalate").click().run()
    assert clause(room, "Budget").escalation is not None
    assert "Before the decider" in shown(app)


def test_escalating_without_a_decider_is_refused_with_a_sentence(room: Room) -> None:
    from alignment.actions.people import remove_participant

    put_to_vote(room, criterion())
    c = clause(room, "Budget").id
    room.act(remove_participant, HOST, person(room, "Dee"))
    app = screen(room, "Hana", PAGE)
    app.button(key=f"move.{c}.close").click().run()
    app.button(key=f"move.{c}.escalate").click().run()
    assert "no decider" in app.error[0].value


def test_leaving_out_asks_once_and_can_be_taken_back(room: Room) -> None:
    propose(room, criterion())
    c = clause(room, "Budget").id
    app = screen(room, "Hana", PAGE)
    app.session_state[f"move.{c}.leaving"] = True
    app.run()
    app.text_input(key=f"move.{c}.leaving.reason").set_value("We ask it elsewhere.")
    app.button(key=f"move.{c}.leaving.sure").click().run()
    assert standing(room, "Budget") is Status.LEFT_OUT
    assert "We ask it elsewhere" in shown(app)
    app.button(key=f"move.{c}.restore").click().run()
    assert standing(room, "Budget") is Status.DRAFT


def test_bringing_back_a_clause_whose_name_is_taken_is_refused(room: Room) -> None:
    propose(room, criterion())
    c = clause(room, "Budget").id
    room.act(withdraw_clause, HOST, c)
    app = screen(room, "Hana", PAGE)
    propose(room, criterion())
    app.button(key=f"move.{c}.restore").click().run()
    assert "of this name already" in app.error[0].value


def test_a_comment_is_kept_and_an_empty_one_refused(room: Room) -> None:
    propose(room, criterion())
    c = clause(room, "Budget").id
    app = screen(room, "Sal", PAGE)
    unfold(app, c)
    app.button(key=f"comment.{c}.send").click().run()
    unfold(app, c)
    assert "write something" in app.error[0].value
    app.text_area(key=f"comment.{c}.text").set_value("Too early to ask.")
    app.button(key=f"comment.{c}.send").click().run()
    assert [said.text for said in clause(room, "Budget").comments] == ["Too early to ask."]
    unfold(app, c)
    assert "Too early to ask" in shown(app)
    assert app.text_area(key=f"comment.{c}.text").value == ""


def test_the_discussion_is_folded_with_its_number(room: Room) -> None:
    propose(room, criterion())
    room.act(comment, HOST, clause(room, "Budget").id, "First!")
    app = screen(room, "Sal", PAGE)
    assert [fold.label for fold in app.expander] == ["Discussion · 1 · 1 new"]
    assert "First" not in shown(app)


def test_a_card_shows_the_gate_and_the_points_as_a_table(room: Room) -> None:
    propose(room, criterion(gate="Yes", why="Money matters."))
    words = shown(screen(room, "Sal", PAGE))
    assert "| Yes | 5 | passes |" in words
    assert "| No | 0 | not qualified |" in words
    assert "Money matters" in words


def test_observers_see_the_cards_and_no_forms(room: Room) -> None:
    put_to_vote(room, criterion())
    app = screen(room, "Obi", PAGE)
    assert "Budget" in shown(app)
    assert not [key for key in keys(app) if key.startswith(("new.", "edit.", "ballot.", "move.", "starter."))]
    assert "You observe" in shown(app)


def test_many_criteria_are_paged_searched_and_filtered(room: Room) -> None:
    room.act(propose_all, person(room, "Mark"), [criterion(f"Criterion {n:02}") for n in range(1, 16)])
    app = screen(room, "Sal", PAGE)
    assert "Criterion 06" in shown(app)
    assert "Criterion 07" not in shown(app)
    app.pagination(key="list.criterion.page").set_value(3).run()
    assert "Criterion 13" in shown(app)
    app.text_input(key="list.criterion.search").set_value("criterion 08").run()
    assert "Criterion 08" in shown(app)
    assert "Criterion 13" not in shown(app)
    app.text_input(key="list.criterion.search").set_value("nothing like it").run()
    assert "Nothing matches" in shown(app)


@pytest.mark.parametrize("name", ["Sal", "Hana", "Dee"])
def test_a_settled_clause_offers_no_vote(room: Room, name: str) -> None:
    put_to_vote(room, criterion())
    room.act(withdraw_clause, HOST, clause(room, "Budget").id)
    assert not [key for key in keys(screen(room, name, PAGE)) if key.startswith("ballot.")]
