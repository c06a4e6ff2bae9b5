"""The criteria page: the classic scorecard and the form for a new criterion."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_all, revise_clause
from alignment.stances import Stance
from data.room import Room
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from tests.alignment.rooms import criterion
from tests.pages.criteria import PAGE, answer_fields, answers
from tests.pages.rooms import (
    HOST,
    HOSTILE,
    VOTERS,
    clause,
    everybody_votes,
    keys,
    person,
    propose,
    put_to_vote,
    screen,
    shown,
    vote,
)

NEW = "new.criterion"


def new_criterion(app: AppTest, name: str, *labels: str) -> None:
    """Open the form and fill it in."""
    app.button(key=f"{NEW}.open").click().run()
    app.text_input(key=f"{NEW}.name").set_value(name)
    app.text_area(key=f"{NEW}.question").set_value(f"{name}?")
    for field, label in zip(answer_fields(app, NEW), labels, strict=True):
        field.set_value(label)


def test_an_empty_workshop_gets_the_classic_scorecard_in_one_click(room: Room) -> None:
    app = screen(room, "Mark", PAGE)
    app.button(key="starter.scorecard").click().run()
    names = [clause.name for clause in room.workshop().clauses.values()]
    assert names == [content.name for content in classic_scorecard()]
    assert "“Being formulated”" in shown(app).replace("\\", "")


def test_the_classic_scorecard_is_refused_when_somebody_was_faster(room: Room) -> None:
    app = screen(room, "Mark", PAGE)
    room.act(propose_all, HOST, classic_scorecard())
    app.button(key="starter.scorecard").click().run()
    assert len(room.workshop().clauses) == len(classic_scorecard())


def test_a_new_criterion_is_proposed_with_its_answers_in_order(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    new_criterion(app, "Project", "Approved", "None")
    app.button(key=f"{NEW}.add").click().run()
    last = answer_fields(app, NEW)[-1]
    last.set_value("Planned").run()  # type: ignore[attr-defined]
    row = last.key.split(".")[-2]  # type: ignore[attr-defined]
    app.number_input(key=f"{NEW}.answer.{row}.points").set_value(3)
    app.button(key=f"{NEW}.answer.{row}.up").click().run()
    assert answers(app, NEW) == ["Approved", "Planned", "None"]
    app.selectbox(key=f"{NEW}.gate").set_value(int(row))
    app.button(key=f"{NEW}.send").click().run()
    kept = clause(room, "Project").content
    assert isinstance(kept, Criterion)
    assert [(a.label, a.points) for a in kept.answers] == [("Approved", 5), ("Planned", 3), ("None", 0)]
    assert kept.gate == "Planned"
    assert f"{NEW}.name" not in keys(app)


def test_a_refused_criterion_says_why_and_keeps_what_was_typed(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    new_criterion(app, "Project", "Approved", "approved")
    app.button(key=f"{NEW}.send").click().run()
    assert not room.workshop().clauses
    assert "same" in app.error[0].value
    assert app.text_input(key=f"{NEW}.name").value == "Project"
    assert answers(app, NEW) == ["Approved", "approved"]


def test_a_removed_answer_is_the_gate_no_more(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    new_criterion(app, "Project", "Approved", "None")
    app.run()
    row = answer_fields(app, NEW)[0].key.split(".")[-2]  # type: ignore[attr-defined]
    app.selectbox(key=f"{NEW}.gate").set_value(int(row)).run()
    app.button(key=f"{NEW}.answer.{row}.remove").click().run()
    assert answers(app, NEW) == ["None"]
    assert app.selectbox(key=f"{NEW}.gate").value == 0


def test_the_gate_stays_with_its_answer_when_that_is_reworded_and_moved(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    new_criterion(app, "Project", "None", "Approved")
    app.run()
    row = answer_fields(app, NEW)[-1].key.split(".")[-2]  # type: ignore[attr-defined]
    app.selectbox(key=f"{NEW}.gate").set_value(int(row)).run()
    app.text_input(key=f"{NEW}.answer.{row}.label").set_value("Signed off").run()
    app.button(key=f"{NEW}.answer.{row}.up").click().run()
    app.button(key=f"{NEW}.send").click().run()
    kept = clause(room, "Project").content
    assert isinstance(kept, Criterion)
    assert (kept.labels, kept.gate) == (("Signed off", "None"), "Signed off")


def test_a_new_criterion_can_begin_with_a_starter(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key=f"{NEW}.open").click().run()
    app.selectbox(key=f"{NEW}.starter").set_value("Role").run()
    assert answers(app, NEW) == ["Decision maker", "Recommender", "Influencer"]
    app.button(key=f"{NEW}.send").click().run()
    assert clause(room, "Role").author == person(room, "Sal")


def test_what_is_typed_survives_a_change_of_page(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    new_criterion(app, "Project", "Approved", "None")
    app.run()
    app.switch_page("pages/draft/glossary.py").run()
    app.switch_page(PAGE).run()
    assert app.text_input(key=f"{NEW}.name").value == "Project"
    assert answers(app, NEW) == ["Approved", "None"]


def test_a_stranger_meets_the_gate(room: Room) -> None:
    propose(room, criterion())
    app = screen(room, None, PAGE)
    assert "Budget" not in shown(app)
    assert "You are not in a workshop here" in shown(app)


def test_nothing_can_be_drafted_while_the_draft_is_frozen(room: Room) -> None:
    from alignment.actions.definition import freeze
    from tests.alignment.rooms import threshold

    put_to_vote(room, criterion(), threshold())
    for name in ("Budget", "Threshold"):
        everybody_votes(room, name)
    room.act(freeze, HOST, [person(room, name) for name in VOTERS])
    app = screen(room, "Hana", PAGE)
    assert "frozen for signing" in shown(app)
    assert not [key for key in keys(app) if key.startswith(("new.", "edit.", "ballot.", "move.", "opening."))]


def test_hostile_text_shows_as_typed(room: Room) -> None:
    hostile = Criterion(
        name=HOSTILE,
        question=HOSTILE,
        why=HOSTILE,
        answers=(Answer(label=HOSTILE, points=5), Answer(label="No", points=0)),
        gate=HOSTILE,
    )
    put_to_vote(room, hostile)
    vote(room, "Sal", hostile.name, Stance.DISAGREE, HOSTILE)
    room.act(
        revise_clause, HOST, clause(room, hostile.name).id, 1, hostile.model_copy(update={"question": "Q?"})
    )
    app = screen(room, "Sal", PAGE)
    marked = "\n".join(element.value for element in app.markdown)
    assert "**y**" not in marked
    assert "<b>" not in marked
    assert ":smile:" not in marked
    assert "&lt;b&gt;" in "\n".join(element.proto.body for element in app.get("html"))
