"""The glossary as a file: downloaded, looked at, taken over."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import revise_clause
from data.glossary_file import write_glossary
from data.room import Room
from data.starter import terms
from definitions.glossary import Relation, RelationKind, Term
from tests.alignment.rooms import term
from tests.pages.rooms import HOSTILE, clause, keys, person, propose, screen, shown, words

PAGE = "pages/draft/glossary.py"


def in_file(app: AppTest, raw: bytes) -> AppTest:
    """Open the fold about files and drop one."""
    app.session_state["glossary.file.fold"] = True
    app.run()
    app.file_uploader[0].upload("terms.csv", raw)
    return app.run()


def test_a_file_is_looked_at_before_it_is_taken_over(room: Room) -> None:
    propose(room, term(), term("Prospect"))
    raw = b"definition;TERM\nA company that fits.;Suspect\nArgues for us.;Champion\n;Empty\n"
    app = in_file(screen(room, "Sal", PAGE), raw)
    told = "One new term, one changed term, no terms as before, and one line that cannot be taken."
    assert told in words(app)
    assert "Line 4, Empty: Definition is empty." in words(app)
    assert "<b>Definition:</b> <del" in shown(app)
    assert len(room.workshop().clauses) == 2
    app.button(key="glossary.file.apply").click().run()
    names = [clause.name for clause in room.workshop().clauses.values()]
    assert names == ["Suspect", "Prospect", "Champion"]
    assert clause(room, "Suspect").content == term(definition="A company that fits.")
    assert "glossary.file.apply" not in keys(app)


def test_a_downloaded_glossary_changes_nothing_when_it_comes_back(room: Room) -> None:
    propose(room, *terms())
    app = in_file(screen(room, "Sal", PAGE), write_glossary(terms()))
    assert "No new terms, no changed terms, 14 terms as before." in words(app)
    assert "glossary.file.apply" not in keys(app)


def test_a_file_without_terms_is_refused(room: Room) -> None:
    app = in_file(screen(room, "Sal", PAGE), b"a,b\n1,2\n")
    assert "No columns called" in app.error[0].value
    assert "glossary.file.apply" not in keys(app)


def test_a_file_is_refused_when_somebody_changed_a_term_after_the_preview(room: Room) -> None:
    propose(room, term())
    app = in_file(screen(room, "Sal", PAGE), b"term,definition\nSuspect,Mine.\nNew,One.\n")
    room.act(revise_clause, person(room, "Mark"), clause(room, "Suspect").id, 1, term(definition="Theirs."))
    app.button(key="glossary.file.apply").click().run()
    assert "changed this clause" in words(app)
    assert len(room.workshop().clauses) == 1
    app.button(key="glossary.file.apply").click().run()
    assert clause(room, "Suspect").content == term(definition="Mine.")


def test_observers_download_and_do_not_upload(room: Room) -> None:
    propose(room, term())
    app = screen(room, "Obi", PAGE)
    app.session_state["glossary.file.fold"] = True
    app.run()
    assert app.get("download_button")
    assert not app.file_uploader


def test_hostile_terms_and_files_show_as_typed(room: Room) -> None:
    hostile = Term(
        name=HOSTILE,
        definition=HOSTILE,
        synonyms=(HOSTILE,),
        owner=HOSTILE,
        examples=(HOSTILE,),
        relations=(
            Relation(kind=RelationKind.BEFORE, to=HOSTILE),
            Relation(kind=RelationKind.BEFORE, to="B"),
        ),
        decided_by=HOSTILE,
    )
    propose(room, hostile, term("B"))
    app = screen(room, "Sal", PAGE)
    app.session_state["glossary.findings"] = True
    other = hostile.model_copy(update={"name": f"{HOSTILE} 2"})
    changed = hostile.model_copy(update={"definition": f"{HOSTILE} {HOSTILE}"})
    app = in_file(app, write_glossary([other, changed]) + b'"<b>x</b> **y**","",,,,,,\r\n')
    marked = "\n".join(element.value for element in (*app.markdown, *app.caption))
    assert not any(sign in marked for sign in ("**y**", "<b>", ":smile:", "->"))
    assert "One new term, one changed term" in words(app)
    app.button(key="glossary.file.apply").click().run()
    assert clause(room, HOSTILE).content == changed
