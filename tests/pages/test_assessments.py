"""Assessments: listed, chosen, opened with their receipt, vetted further, deleted, taken along."""

from __future__ import annotations

import csv
import io

import pytest
import sqlalchemy as sa

from alignment.actions.definition import open_draft
from data.assessments.exporting import as_csv
from data.rooms import rooms
from definitions.scorecard import Verdict
from pages.use.qualifying import asking
from tests.data.assessments.made import made
from tests.pages.assessed import TIMING, from_prospect, in_force, keep, kept, with_form
from tests.pages.definitions import agree, freeze_for, sign_by
from tests.pages.rooms import HOST, HOSTILE, keys, person, screen, shown, words

PAGE = "pages/use/assessments.py"


def opens(app: object) -> int:
    return sum(key.startswith("assessment.open.") for key in keys(app))  # type: ignore[arg-type]


def test_before_the_first_one_it_says_where_to_begin() -> None:
    app = screen(in_force(), "Sal", PAGE)
    assert "No lead was qualified yet." in words(app)


def test_the_list_is_paged_searched_and_chosen_from() -> None:
    room = in_force()
    for minute in range(12):
        keep(room, minute, by_id=person(room, "Sal" if minute % 3 else "Mark"))
    from_prospect(room, 20, verdict=Verdict.NURTURE)
    app = screen(room, "Mark", PAGE)
    assert opens(app) == 10
    assert "13 leads in all" in words(app)
    app.text_input(key="assessments.search").set_value("globex").run()
    assert opens(app) == 1
    app.text_input(key="assessments.search").set_value("").run()
    app.button_group(key="assessments.whose").set_value("Mine").run()
    assert opens(app) == 4
    app.button_group(key="assessments.whose").set_value("All").run()
    app.button_group(key="assessments.verdict").set_value(Verdict.NURTURE).run()
    assert opens(app) == 1


def test_one_is_opened_with_the_receipt_of_its_own_version() -> None:
    room = in_force()
    lead = keep(room, answers={"Budget": "Ready", "Timing": None}, note=HOSTILE, reference=HOSTILE)
    room.act(open_draft, HOST)
    agree(room, TIMING.model_copy(update={"name": "Place"}))
    freeze_for(room, "Mark", "Dee", "Eve")
    sign_by(room, "Mark", "Dee", "Eve")
    app = screen(room, "Sal", PAGE)
    app.button(key=f"assessment.open.{lead.id}").click().run()
    assert "by version 1" in words(app)
    assert "Place" not in words(app)
    assert "| Budget | Ready | 5 |" in words(app)
    assert "<b>" not in shown(app)


def test_a_lead_of_a_version_that_is_not_known_still_shows_its_answers() -> None:
    room = in_force()
    strange = made(workshop_id=room.id, sha256="f" * 64, answers={"Colour": HOSTILE})
    rooms().ledger.assessments.add(strange)
    app = screen(room, "Sal", PAGE)
    app.button(key=f"assessment.open.{strange.id}").click().run()
    assert "not in this record" in app.warning[0].value
    assert "Colour" in words(app)


def test_what_a_prospect_answered_is_where_vetting_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "DOUBLE_CLICK", 0.0)
    room = with_form()
    lead = from_prospect(room, source="Webinar")
    app = screen(room, "Sal", PAGE)
    assert "Self-qualified leads: 1" in "".join(str(each.proto.label) for each in app.get("page_link"))
    app.button(key=f"assessment.open.{lead.id}").click().run()
    assert "ann\\@" in shown(app) or "ann@" in words(app)
    app.button(key=f"assessment.vet.{lead.id}").click().run()
    assert app.title[0].value == "Qualify a lead"
    app.switch_page("pages/use/qualify.py").run()
    assert "3 points** so far" in words(app)
    for name, answer in (("Budget", "answer.Ready"), ("Need", "unknown")):
        app.button(key=f"qualify.{name}.{answer}").click().run()
    app.button(key="qualify.keep").click().run()
    newest, oldest = kept(room)
    assert (newest.begun_from, newest.reference, newest.source) == (lead.id, "Globex", "Webinar")
    assert newest.answers["Timing"] == "Soon"
    assert not oldest.waits
    app.switch_page(PAGE).run()
    assert "Two leads in all" in words(app), "the list is open, and not the lead that vetting began with"


def test_deleting_asks_once_and_only_its_author_and_facilitators_may() -> None:
    room = in_force()
    lead = keep(room, by_id=person(room, "Sal"))
    app = screen(room, "Mark", PAGE)
    app.button(key=f"assessment.open.{lead.id}").click().run()
    assert f"assessment.delete.{lead.id}" not in keys(app)
    app = screen(room, "Sal", PAGE)
    app.button(key=f"assessment.open.{lead.id}").click().run()
    app.button(key=f"assessment.delete.{lead.id}").click().run()
    assert kept(room) == []
    assert "No lead was qualified yet." in words(app)


def test_one_that_somebody_else_deleted_is_said_to_be_gone() -> None:
    room = in_force()
    lead = keep(room, by_id=person(room, "Sal"))
    app, other = screen(room, "Sal", PAGE), screen(room, "Hana", PAGE)
    for each in (app, other):
        each.button(key=f"assessment.open.{lead.id}").click().run()
    other.button(key=f"assessment.delete.{lead.id}").click().run()
    app.button(key=f"assessment.delete.{lead.id}").click().run()
    assert not app.exception
    assert "does not exist any more" in words(app)


def test_an_observer_sees_no_lead() -> None:
    room = with_form()
    from_prospect(room)
    app = screen(room, "Obi", PAGE)
    assert "Globex" not in words(app)
    assert "You observe" in words(app)
    assert not app.sidebar.get("page_link") or "Self-qualified leads" not in str(app.sidebar.get("page_link"))


def test_the_file_for_a_crm_has_every_criterion_and_no_formula() -> None:
    room = with_form()
    keep(room, 1, answers={"Budget": "Ready", "Need": None}, reference="=1+1", source="@x", note='"a"\n+b')
    from_prospect(room, 2)
    text = as_csv(room.workshop(), kept(room)).decode("utf-8-sig")
    newest, oldest = csv.DictReader(io.StringIO(text))
    assert (newest["Timing"], newest["Budget"], newest["E-mail"]) == ("Soon", "", "ann@example.org")
    assert (oldest["Reference"], oldest["Source"]) == ("'=1+1", "'@x")
    assert (oldest["Budget"], oldest["Need"], oldest["Verdict"]) == ("Ready", "", "qualified")
    assert oldest["When"] == "2026-03-02T09:01:00+00:00"
    version = room.workshop().in_force
    assert version is not None
    assert (oldest["Version"], oldest["Fingerprint"]) == ("1", version.draft.sha256)


def test_while_the_store_is_away_the_list_says_so() -> None:
    room = in_force()
    keep(room)

    def away(connection: object, cursor: object, statement: str, *_: object) -> None:
        if "assessments" in statement:
            raise sa.exc.OperationalError("SELECT", {}, OSError("no route to host"))

    engine = rooms().ledger._engine
    sa.event.listen(engine, "before_cursor_execute", away)
    app = screen(room, "Sal", PAGE)
    assert "cannot be reached" in app.error[0].value
    sa.event.remove(engine, "before_cursor_execute", away)
    app.run()
    assert opens(app) == 1
