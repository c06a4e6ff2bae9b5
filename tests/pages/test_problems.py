"""The problems page: example problems, new ones, editing, voting, and the criterion that asks for them."""

from __future__ import annotations

from alignment.actions.clauses import revise_clause
from alignment.clauses import Status
from alignment.stances import Stance
from data.room import Room
from data.starter import classic_scorecard, problems
from definitions.criteria import Criterion
from definitions.problems import Problem
from tests.alignment.rooms import criterion, threshold
from tests.pages.rooms import (
    HOST,
    HOSTILE,
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
    words,
)

PAGE = "pages/draft/problems.py"
SLOW = Problem(name="Offers take weeks", signs="Complains of delays.", solution="We send them in a day.")


def test_the_example_problems_come_in_one_click(room: Room) -> None:
    app = screen(room, "Mark", PAGE)
    app.button(key="starter.problems").click().run()
    assert [clause.content for clause in room.workshop().clauses.values()] == list(problems())


def test_a_problem_is_proposed(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.problem.open").click().run()
    app.text_input(key="new.problem.name").set_value(SLOW.name)
    app.text_area(key="new.problem.signs").set_value(SLOW.signs)
    app.text_area(key="new.problem.solution").set_value(SLOW.solution)
    app.button(key="new.problem.send").click().run()
    assert clause(room, SLOW.name).content == SLOW
    assert "A contact who has it: Complains of delays. What we do about it: We send" in words(app)


def test_a_problem_without_a_solution_is_refused_and_kept_in_the_form(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.problem.open").click().run()
    app.text_input(key="new.problem.name").set_value(SLOW.name)
    app.button(key="new.problem.send").click().run()
    assert "Solution is empty" in app.error[0].value
    assert app.text_input(key="new.problem.name").value == SLOW.name
    assert not room.workshop().clauses


def test_a_problem_is_revised_in_place_and_its_ballot_opens_again(room: Room) -> None:
    put_to_vote(room, SLOW)
    everybody_votes(room, SLOW.name)
    assert standing(room, SLOW.name) is Status.AGREED
    app, c = screen(room, "Sal", PAGE), clause(room, SLOW.name).id
    app.button(key=f"edit.{c}.open").click().run()
    assert app.text_area(key=f"edit.{c}.signs").value == SLOW.signs
    app.text_area(key=f"edit.{c}.solution").set_value("We send them in an hour.")
    app.button(key=f"edit.{c}.save").click().run()
    assert standing(room, SLOW.name) is Status.OPEN
    assert "Changed since" in words(app)


def test_a_problem_that_somebody_changed_meanwhile_is_not_overwritten(room: Room) -> None:
    propose(room, SLOW)
    app, c = screen(room, "Sal", PAGE), clause(room, SLOW.name).id
    app.button(key=f"edit.{c}.open").click().run()
    room.act(revise_clause, HOST, c, 1, SLOW.model_copy(update={"signs": "Sighs."}))
    app.text_area(key=f"edit.{c}.solution").set_value("Mine.")
    app.button(key=f"edit.{c}.save").click().run()
    assert "changed this clause while you were writing" in words(app)
    assert app.text_area(key=f"edit.{c}.solution").value == "Mine."


def test_problems_are_voted_on_like_any_clause(room: Room) -> None:
    put_to_vote(room, SLOW)
    app, c = screen(room, "Sal", "pages/decide/ballots.py"), clause(room, SLOW.name).id
    assert SLOW.name in words(app)
    assert any(key.startswith(f"ballot.{c}") for key in keys(app))
    for name in ("Hana", "Mark", "Eve", "Xan", "Dee"):
        vote(room, name, SLOW.name)
    vote(room, "Sal", SLOW.name, Stance.DISAGREE)
    assert SLOW.name in words(screen(room, "Sal", "pages/decide/decisions.py"))


def test_an_unsettled_problem_keeps_the_draft_open_with_the_way_to_it(room: Room) -> None:
    put_to_vote(room, criterion(), threshold())
    for name in ("Budget", "Threshold"):
        everybody_votes(room, name)
    propose(room, SLOW)
    app = screen(room, "Hana", "pages/publish/sign_off.py")
    assert any(link.page.endswith("problems") for link in (each.proto for each in app.get("page_link")))
    assert SLOW.name in words(app)


def test_which_criterion_asks_for_the_problems_is_said_there(room: Room) -> None:
    propose(room, SLOW)
    assert "No criterion asks for these problems yet" in words(screen(room, "Sal", PAGE))
    need = next(content for content in classic_scorecard() if content.name == "Need")
    assert isinstance(need, Criterion)
    propose(room, need)
    c = clause(room, "Need").id
    app = screen(room, "Sal", "pages/draft/criteria.py")
    app.button(key=f"edit.{c}.open").click().run()
    app.checkbox(key=f"edit.{c}.about_problems").check()
    app.button(key=f"edit.{c}.save").click().run()
    assert clause(room, "Need").content == need.model_copy(update={"about_problems": True})
    assert "one of the business problems that this definition lists" in words(app)
    assert "Asked for in Need" in words(screen(room, "Sal", PAGE))


def test_observers_of_no_problems_see_a_sentence(room: Room) -> None:
    app = screen(room, "Obi", PAGE)
    assert "No problem has been proposed yet" in shown(app)
    assert not [key for key in keys(app) if key.startswith(("new.", "starter."))]


def test_hostile_text_shows_as_typed(room: Room) -> None:
    propose(room, Problem(name=HOSTILE, signs=HOSTILE, solution=HOSTILE))
    propose(room, criterion(HOSTILE, about_problems=True))
    app = screen(room, "Sal", PAGE)
    marked = "\n".join(element.value for element in app.markdown)
    assert not any(sign in marked for sign in ("**y**", "<b>", ":smile:", "->"))
    assert person(room, "Sal")
