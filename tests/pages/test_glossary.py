"""The glossary page: starter terms, new terms, search."""

from __future__ import annotations

from data.room import Room
from data.starter import terms
from definitions.glossary import Term
from tests.alignment.rooms import term
from tests.pages.rooms import clause, keys, person, propose, screen, shown

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
