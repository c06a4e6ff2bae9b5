"""Answers that stand for numbers: their ends and unit in the form, and what the checks make of them."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_all, propose_clause
from alignment.actions.leads import add_lead_set
from data.adding_leads import add_sample
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from tests.pages.rooms import HOST, clause, keys, screen, shown

PAGE = "pages/draft/criteria.py"
NEW = "new.criterion"
PEOPLE = Criterion(
    name="People",
    question="How many work there?",
    answers=(
        Answer(label="Large", points=5, at_least=100),
        Answer(label="Small", points=0, at_least=10, below=100),
    ),
    unit="people",
)


def rows_of(app: AppTest) -> list[str]:
    """The keys of the answers' rows, in order."""
    fields = (field.key or "" for field in app.text_input)
    return [key.removesuffix(".label") for key in fields if key.endswith(".label")]


def form(room: Room, *labels: str) -> tuple[AppTest, list[str]]:
    """The form for a new criterion with these answers, which stand for numbers; and the rows' keys."""
    app = screen(room, "Sal", PAGE)
    app.button(key=f"{NEW}.open").click().run()
    app.text_input(key=f"{NEW}.name").set_value("People")
    app.text_area(key=f"{NEW}.question").set_value("How many?")
    app.toggle(key=f"{NEW}.numbers").set_value(True).run()
    rows = rows_of(app)
    for row, label in zip(rows, labels, strict=True):
        app.text_input(key=f"{row}.label").set_value(label)
    return app.run(), rows


def fill(app: AppTest, row: str, low: float | None, high: float | None) -> AppTest:
    app.number_input(key=f"{row}.at_least").set_value(low)
    return app.number_input(key=f"{row}.below").set_value(high).run()


def edit(room: Room, name: str) -> tuple[AppTest, str, list[str]]:
    """The editor of a clause, where it keeps what is typed, and its rows' keys."""
    app, place = screen(room, "Sal", PAGE), f"edit.{clause(room, name).id}"
    app.button(key=f"{place}.open").click().run()
    return app, place, rows_of(app)


def content(room: Room, name: str) -> Criterion:
    found = clause(room, name).content
    assert isinstance(found, Criterion)
    return found


def test_numbers_and_their_unit_are_proposed_with_the_answers(room: Room) -> None:
    app, (first, second) = form(room, "Large", "Small")
    app.text_input(key=f"{NEW}.unit").set_value("people")
    fill(app, first, 100, None)
    fill(app, second, 10, 100)
    app.button(key=f"{NEW}.send").click().run()
    kept = content(room, "People")
    assert [(a.at_least, a.below) for a in kept.answers] == [(100, None), (10, 100)]
    assert kept.unit == "people"
    assert "is 100 people or more" in shown(app)


def test_numbers_that_end_where_they_begin_are_refused_and_stay_as_typed(room: Room) -> None:
    app, (first, _) = form(room, "Large", "Small")
    fill(app, first, 100, 100)
    app.button(key=f"{NEW}.send").click().run()
    assert not room.workshop().clauses
    assert "numbers of “Large” must end above where they begin" in app.error[0].value.replace("\\", "")
    assert app.number_input(key=f"{first}.at_least").value == 100
    fill(app, first, 100, 500)
    app.button(key=f"{NEW}.send").click().run()
    assert content(room, "People").answers[0].below == 500


def test_a_gap_and_an_overlap_are_said_while_they_are_typed(room: Room) -> None:
    app, (first, second) = form(room, "Large", "Small")
    fill(app, first, 100, None)
    assert "has no answer" in shown(fill(app, second, 10, 50))
    assert "has two answers" in shown(fill(app, second, 10, 150))
    words = shown(fill(app, second, 10, 100))
    assert "has no answer" not in words
    assert "has two answers" not in words


def test_an_empty_end_shows_what_the_words_say(room: Room) -> None:
    app, (first, second) = form(room, "50 or more", "Under 20")
    says = [
        app.number_input(key=f"{row}.{end}").placeholder
        for row in (first, second)
        for end in ("at_least", "below")
    ]
    assert says == ["50", "no end", "no end", "20"]
    assert "20 to under 50 has no answer" in shown(app)


def test_answers_without_numbers_have_no_fields_for_them(room: Room) -> None:
    room.act(propose_all, HOST, classic_scorecard())
    app, place, _ = edit(room, "Budget")
    assert f"{place}.unit" not in keys(app)
    assert not [key for key in keys(app) if key.endswith(".at_least")]


def test_an_editor_begins_with_the_numbers_that_stand(room: Room) -> None:
    room.act(propose_clause, HOST, PEOPLE)
    app, place, (first, second) = edit(room, "People")
    assert app.text_input(key=f"{place}.unit").value == "people"
    assert app.number_input(key=f"{first}.at_least").value == 100
    fill(app, second, 20, 100)
    app.button(key=f"{place}.save").click().run()
    assert content(room, "People").answers[1].at_least == 20


def test_numbers_are_taken_away_with_the_switch(room: Room) -> None:
    room.act(propose_clause, HOST, PEOPLE)
    app, place, _ = edit(room, "People")
    app.toggle(key=f"{place}.numbers").set_value(False).run()
    app.button(key=f"{place}.save").click().run()
    assert not any(answer.bounded for answer in content(room, "People").answers)
    assert content(room, "People").unit == ""


@pytest.mark.parametrize(("words", "kept"), [("Huge", 100), ("500 or more", None)])
def test_new_words_replace_the_numbers_only_if_they_say_others(
    room: Room, words: str, kept: float | None
) -> None:
    room.act(propose_clause, HOST, PEOPLE)
    app, place, (first, _) = edit(room, "People")
    app.text_input(key=f"{first}.label").set_value(words).run()
    app.button(key=f"{place}.save").click().run()
    assert content(room, "People").answers[0].at_least == kept


def test_the_checks_use_the_numbers_as_typed(room: Room) -> None:
    room.act(propose_all, HOST, classic_scorecard())
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    app, place, (_, second) = edit(room, "Timing")
    fill(app, second, 6, None)
    app.button(key=f"{place}.save").click().run()
    what_if = screen(room, "Sal", "pages/simulate/what_if.py")
    what_if.session_state["what_if.tab"] = "Checks"
    words = shown(what_if.run())
    assert words.count("Numbers that no answer covers") == 1
    assert "6 to under 12 months" not in words
