"""The glossary page: starter terms, new terms, search, findings, stages."""

from __future__ import annotations

from data.room import Room
from data.starter import terms
from definitions.glossary import Relation, RelationKind, Term
from tests.alignment.rooms import criterion, term, threshold
from tests.pages.rooms import clause, keys, person, propose, screen, shown, words

PAGE = "pages/draft/glossary.py"


def test_the_starter_terms_come_in_one_click(room: Room) -> None:
    app = screen(room, "Mark", PAGE)
    app.button(key="starter.terms").click().run()
    assert [clause.name for clause in room.workshop().clauses.values()] == [term.name for term in terms()]
    assert "starter.terms" not in keys(app)


def test_starter_terms_that_are_missing_can_be_added_later(room: Room) -> None:
    propose(room, term())
    app = screen(room, "Mark", PAGE)
    app.button(key="starter.terms").click().run()
    assert len(room.workshop().clauses) == len(terms())


def test_a_term_is_proposed_with_its_synonyms(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.term.open").click().run()
    app.text_input(key="new.term.name").set_value("Champion")
    app.text_area(key="new.term.definition").set_value("Somebody inside who argues for us.")
    app.text_area(key="new.term.synonyms").set_value("Sponsor\n\nCoach")
    app.button(key="new.term.send").click().run()
    assert clause(room, "Champion").content == Term(
        name="Champion", definition="Somebody inside who argues for us.", synonyms=("Sponsor", "Coach")
    )
    assert "also Sponsor and Coach" in shown(app).replace("\\", "")


def test_a_term_without_a_definition_is_refused_and_kept_in_the_form(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.term.open").click().run()
    app.text_input(key="new.term.name").set_value("Champion")
    app.button(key="new.term.send").click().run()
    assert "Definition is empty" in app.error[0].value
    assert app.text_input(key="new.term.name").value == "Champion"


def test_a_term_that_is_there_already_is_refused(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.term.open").click().run()
    propose(room, term())
    app.text_input(key="new.term.name").set_value("suspect")
    app.text_area(key="new.term.definition").set_value("Another one.")
    app.button(key="new.term.send").click().run()
    assert "of this name already" in app.error[0].value


def test_a_term_is_revised_in_place(room: Room) -> None:
    propose(room, term())
    app, c = screen(room, "Sal", PAGE), clause(room, "Suspect").id
    app.button(key=f"edit.{c}.open").click().run()
    assert "Somebody who might buy" in shown(app)
    app.text_area(key=f"edit.{c}.definition").set_value("A company that could one day buy.")
    app.button(key=f"edit.{c}.save").click().run()
    kept = clause(room, "Suspect")
    assert kept.content == term(definition="A company that could one day buy.")
    assert kept.revisions[-1].by == person(room, "Sal")


def test_the_search_finds_words_of_the_definition_and_synonyms(room: Room) -> None:
    app = screen(room, "Mark", PAGE)
    app.button(key="starter.terms").click().run()
    app.text_input(key="list.term.search").set_value("hand-raiser").run()
    found = shown(app)
    assert "**Inquiry**" in found
    assert "**Suspect**" not in found


def test_observers_of_an_empty_glossary_see_a_sentence(room: Room) -> None:
    app = screen(room, "Obi", PAGE)
    assert "No term has been proposed yet" in shown(app)
    assert not [key for key in keys(app) if key.startswith(("new.", "starter."))]


def test_a_stranger_meets_the_gate(room: Room) -> None:
    assert "You are not in a workshop here" in shown(screen(room, None, PAGE))


def test_everything_that_can_be_said_of_a_term_is_typed_and_edited(room: Room) -> None:
    propose(room, term("Opportunity"), threshold())
    app = screen(room, "Sal", PAGE)
    app.button(key="new.term.open").click().run()
    app.text_input(key="new.term.name").set_value("Champion")
    app.text_area(key="new.term.definition").set_value("Somebody inside who argues for us.")
    app.text_input(key="new.term.owner").set_value("Sales")
    app.text_area(key="new.term.examples").set_value("Calls us back\nInvites colleagues")
    app.text_area(key="new.term.counter_examples").set_value("Likes our page")
    app.button(key="new.term.relate").click().run()
    row = next(key for key in keys(app) if key.startswith("new.term.relation.") and key.endswith(".to"))
    app.selectbox(key=row.replace(".to", ".kind")).set_value(RelationKind.BEFORE)
    app.selectbox(key=row).set_value("Opportunity")
    app.selectbox(key="new.term.decided_by").set_value("Threshold")
    app.button(key="new.term.send").click().run()
    wanted = Term(
        name="Champion",
        definition="Somebody inside who argues for us.",
        owner="Sales",
        examples=("Calls us back", "Invites colleagues"),
        counter_examples=("Likes our page",),
        relations=(Relation(kind=RelationKind.BEFORE, to="Opportunity"),),
        decided_by="Threshold",
    )
    assert clause(room, "Champion").content == wanted
    c = clause(room, "Champion").id
    app.button(key=f"edit.{c}.open").click().run()
    remove = next(key for key in keys(app) if key.startswith(f"edit.{c}.relation.") and "remove" in key)
    app.button(key=remove).click().run()
    app.button(key=f"edit.{c}.save").click().run()
    assert clause(room, "Champion").content == wanted.model_copy(update={"relations": ()})


def test_an_edit_keeps_relations_to_what_is_not_there_and_several_lines_of_an_example(room: Room) -> None:
    odd = Term(
        name="Champion",
        definition="Argues for us.",
        examples=("One\ntwo", "three"),
        relations=(Relation(kind=RelationKind.BROADER, to="Nobody"),),
        decided_by="Gone",
    )
    propose(room, odd)
    app, c = screen(room, "Sal", PAGE), clause(room, "Champion").id
    app.button(key=f"edit.{c}.open").click().run()
    app.text_input(key=f"edit.{c}.owner").set_value("Sales")
    app.button(key=f"edit.{c}.save").click().run()
    assert clause(room, "Champion").content == odd.model_copy(update={"owner": "Sales"})


def test_too_many_examples_are_refused_and_kept_in_the_form(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.term.open").click().run()
    app.text_input(key="new.term.name").set_value("Champion")
    app.text_area(key="new.term.definition").set_value("Argues for us.")
    app.text_area(key="new.term.examples").set_value("\n".join("abcdefghijkl"))
    app.button(key="new.term.send").click().run()
    assert "Examples" in app.error[0].value
    assert app.text_area(key="new.term.examples").value.startswith("a\nb")


def test_findings_are_told_and_a_word_without_a_term_is_defined_from_there(room: Room) -> None:
    propose(room, criterion("Budget", question="Has the MQL money?"))
    app = screen(room, "Sal", PAGE)
    assert "Has the MQL" not in shown(app)
    app.session_state["glossary.findings"] = True
    app.run()
    assert "“MQL” is used in “Budget”, and no term says what it means here." in words(app)
    app.button(key="glossary.define.mql").click().run()
    assert app.text_input(key="new.term.name").value == "MQL"
    app.text_area(key="new.term.definition").set_value("Ready for sales.")
    app.button(key="new.term.send").click().run()
    assert "glossary.define.mql" not in keys(app)


def test_observers_see_findings_but_nothing_to_press(room: Room) -> None:
    propose(room, criterion("Budget", question="Has the MQL money?"))
    app = screen(room, "Obi", PAGE)
    app.session_state["glossary.findings"] = True
    app.run()
    assert "“MQL” is used" in words(app)
    assert "glossary.define.mql" not in keys(app)


def test_the_stages_are_drawn_with_their_finding_and_told_in_words(room: Room) -> None:
    propose(room, *terms())
    app = screen(room, "Sal", PAGE)
    told = "A lead passes from Marketing to Sales at “Sales accepted lead”."
    assert told in words(app)
    (chart,) = app.get("vega_lite_chart")
    assert "Funnel of six stages: Suspect, owned by Marketing; " in chart.proto.alt
