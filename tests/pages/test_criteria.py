"""The criteria page: the cards, the form for a new criterion, editing in place, moving a clause along."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import comment, propose_all, revise_clause, withdraw_clause
from alignment.clauses import Status
from alignment.stances import Seal, Stance
from data.room import Room
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from tests.alignment.rooms import criterion
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
    standing,
    vote,
)

PAGE = "pages/draft/criteria.py"
NEW = "new.criterion"


def edit(app: AppTest, clause_id: str) -> None:
    app.button(key=f"edit.{clause_id}.open").click().run()


def unfold(app: AppTest, clause_id: str) -> None:
    """Open a discussion; a test's run does not keep folds open."""
    app.session_state[f"discussion.{clause_id}"] = True
    app.run()


def new_criterion(app: AppTest, name: str, *labels: str) -> None:
    """Open the form and fill it in."""
    app.button(key=f"{NEW}.open").click().run()
    app.text_input(key=f"{NEW}.name").set_value(name)
    app.text_area(key=f"{NEW}.question").set_value(f"{name}?")
    for field, label in zip(answer_fields(app, NEW), labels, strict=True):
        field.set_value(label)


def answer_fields(app: AppTest, place: str) -> list[object]:
    return [field for field in app.text_input if (field.key or "").startswith(f"{place}.answer.")]


def answers(app: AppTest, place: str) -> list[str]:
    return [field.value for field in answer_fields(app, place)]


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
