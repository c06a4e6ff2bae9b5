"""Editing a criterion in place: a new wording, or overtaken by somebody else’s."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_all, revise_clause
from alignment.clauses import Status
from data.room import Room
from data.starter import classic_scorecard
from definitions.criteria import Criterion
from tests.alignment.rooms import criterion
from tests.pages.criteria import PAGE, answer_fields, answers
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
)


def edit(app: AppTest, clause_id: str) -> None:
    app.button(key=f"edit.{clause_id}.open").click().run()


def test_an_edit_is_saved_as_a_new_wording_and_reopens_the_ballot(room: Room) -> None:
    put_to_vote(room, criterion())
    everybody_votes(room, "Budget")
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    edit(app, c)
    assert answers(app, f"edit.{c}") == ["Yes", "No"]
    app.text_area(key=f"edit.{c}.question").set_value("Is there money?")
    app.text_input(key=f"edit.{c}.note").set_value("Shorter")
    app.button(key=f"edit.{c}.save").click().run()
    changed = clause(room, "Budget")
    assert changed.revisions[-1].note == "Shorter"
    assert standing(room, "Budget") is Status.OPEN
    words = shown(app)
    assert "Changed since the vote on wording 1" in words
    assert "<del" in words
    assert "+Is there money" in words


def test_saving_without_a_change_is_refused(room: Room) -> None:
    propose(room, criterion())
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    edit(app, c)
    app.button(key=f"edit.{c}.save").click().run()
    assert "Nothing changed" in app.error[0].value
    assert len(clause(room, "Budget").revisions) == 1


def test_the_later_of_two_editors_is_told_keeps_their_text_and_can_send_again(room: Room) -> None:
    propose(room, criterion())
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    edit(app, c)
    app.text_area(key=f"edit.{c}.question").set_value("Sal's question?")
    room.act(revise_clause, person(room, "Mark"), c, 1, criterion(question="Mark's question?"))
    app.button(key=f"edit.{c}.save").click().run()
    assert "Mark changed this clause while you were writing" in app.error[0].value
    assert app.text_area(key=f"edit.{c}.question").value == "Sal's question?"
    assert "Mark's question?" in shown(app).replace("\\", "")
    assert clause(room, "Budget").content == criterion(question="Mark's question?")
    app.button(key=f"edit.{c}.save").click().run()
    assert clause(room, "Budget").content == criterion(question="Sal's question?")


def test_a_third_wording_after_the_refusal_is_refused_again(room: Room) -> None:
    propose(room, criterion())
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    edit(app, c)
    app.text_area(key=f"edit.{c}.question").set_value("Sal's question?")
    room.act(revise_clause, person(room, "Mark"), c, 1, criterion(question="Second?"))
    app.button(key=f"edit.{c}.save").click().run()
    room.act(revise_clause, person(room, "Mark"), c, 2, criterion(question="Third?"))
    app.button(key=f"edit.{c}.save").click().run()
    assert clause(room, "Budget").content == criterion(question="Third?")
    assert "while you were writing" in app.error[0].value


def test_cancelling_an_edit_changes_nothing(room: Room) -> None:
    propose(room, criterion())
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    edit(app, c)
    app.text_area(key=f"edit.{c}.question").set_value("Other?")
    app.button(key=f"edit.{c}.cancel").click().run()
    assert len(clause(room, "Budget").revisions) == 1
    assert f"edit.{c}.save" not in keys(app)


def test_an_edit_keeps_the_numbers_of_an_answer_until_its_label_changes(room: Room) -> None:
    room.act(propose_all, HOST, classic_scorecard())
    timing = clause(room, "Timing")
    app = screen(room, "Sal", PAGE)
    app.button(key=f"edit.{timing.id}.open").click().run()
    first, last = (field.key.split(".")[-2] for field in answer_fields(app, f"edit.{timing.id}"))  # type: ignore[attr-defined]
    app.number_input(key=f"edit.{timing.id}.answer.{first}.points").set_value(4)
    app.text_input(key=f"edit.{timing.id}.answer.{last}.label").set_value("In nine months or later").run()
    app.button(key=f"edit.{timing.id}.save").click().run()
    kept = clause(room, "Timing").content
    assert isinstance(kept, Criterion)
    assert kept.unit == "months"
    assert [(a.label, a.points, a.at_least, a.below) for a in kept.answers] == [
        ("Within six months", 4, None, 6),
        ("In nine months or later", 1, None, None),
    ]
