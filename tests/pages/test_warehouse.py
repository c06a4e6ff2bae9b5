"""A warehouse on the page of lead sets: looked at, mapped, and seen only by those who may."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from alignment.actions.clauses import propose_all
from data.demo import make_demo
from data.room import Room
from data.rooms import rooms
from data.starter import classic_scorecard
from tests.pages.lead_files import field, words
from tests.pages.rooms import HOST, clause, keys, opened_room, screen, shown
from tests.pages.warehouses import AWAY, PAGE, click, leads_page, looked


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    return room


def test_without_a_warehouse_one_sentence_says_how_there_comes_to_be_one(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    assert "the README says under “Leads in a warehouse”" in words(app)
    assert "warehouse.look" not in keys(app)


def test_a_warehouse_that_is_written_wrongly_is_named_without_its_secrets(room: Room) -> None:
    wrong = {"warehouses": {"crm": {**AWAY["warehouses"]["crm"], "dialect": "basic"}}}
    app = leads_page(room, "Sal", wrong)
    assert "warehouses.crm.dialect cannot be used" in words(app)
    assert "s3cret" not in shown(app)


def test_an_observer_has_no_way_into_a_warehouse(room: Room) -> None:
    assert "warehouse.look" not in keys(leads_page(room, "Obi", AWAY))
    assert "warehouse.look" in keys(leads_page(room, "Sal", AWAY))


def test_a_demo_which_anybody_may_make_has_no_way_into_a_warehouse() -> None:
    room = make_demo(rooms())
    eyes = room.workshop().people[0].name
    assert "warehouse" not in words(leads_page(room, eyes, AWAY))


def test_without_criteria_there_is_nothing_to_count_by() -> None:
    app = leads_page(opened_room(), "Hana", AWAY)
    assert "no criteria yet to count the leads by" in words(app)
    assert "warehouse.look" not in keys(app)


def test_a_warehouse_that_is_away_is_said_in_one_sentence(room: Room) -> None:
    app = click(leads_page(room, "Sal", AWAY), "warehouse.look")
    assert "“crm” cannot be reached, or does not let us in. Nothing was lost" in words(app)
    assert app.file_uploader


@pytest.mark.server
def test_a_table_is_mapped_as_a_file_is_and_its_query_is_shown_before_it_runs(
    room: Room, crm: sa.Engine
) -> None:
    app = looked(room, crm)
    assert "600 leads are in the table leads in crm, and all of them were looked at." in words(app)
    assert "Left out: contact (e-mail addresses)" in words(app)
    assert "person1@ex.invalid" not in str(app.dataframe[0].value)
    (sql,) = (code.value for code in app.code)
    assert 'CAST("budget" AS TEXT)' in sql
    assert "contact" not in sql
    assert not room.workshop().lead_sets
    field(app, "match", clause(room, "Need").id).select_index(0).run()
    assert 'CAST("need" AS TEXT)' not in app.code[0].value
