"""Outcomes from a warehouse's table: looked at, mapped, fetched; no personal column leaves it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_clause
from data.access import Identity
from data.demo import make_demo
from data.outcomes.loading import load
from data.room import Room
from data.rooms import rooms
from data.settings import settings
from definitions.measures.journeys import Event
from tests.data.outcomes.files import BUDGET, HANDOFF
from tests.data.warehouses.conftest import needed
from tests.pages.rooms import FRAME, HOST, keys, person, staffed_room, words
from tests.pages.warehouses import AWAY, Secrets, click, configured, do, waited
from tests.postgres import NoServer, fresh_schema

PAGE = "pages/use/outcomes.py"
LEADS = """
    CREATE TABLE leads AS SELECT
        'person' || n || '@ex.invalid' AS contact,
        'L' || n AS "Lead id",
        TIMESTAMPTZ '2026-05-04 09:00:00+02' + n * INTERVAL '1 hour' AS "MQL at",
        CASE WHEN n % 3 > 0 THEN TIMESTAMP '2026-05-05 10:00' + n * INTERVAL '1 hour' END AS "Accepted at"
    FROM generate_series(1, 30) n
"""


@pytest.fixture
def room() -> Room:
    room = staffed_room()
    for content in (BUDGET, HANDOFF):
        room.act(propose_clause, HOST, content)
    return room


@pytest.fixture
def crm(postgres: str | NoServer) -> Iterator[sa.Engine]:
    with fresh_schema(needed(postgres), f"test_{secrets.token_hex(6)}") as url:
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        do(engine, LEADS)
        yield engine
        engine.dispose()


def page(room: Room, name: str, given: Secrets) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=30)
    app.session_state["identity"] = Identity(room.id, person(room, name))
    app.secrets = given
    app.run()
    return waited(app.switch_page(PAGE).run())


@pytest.mark.server
def test_a_table_is_looked_at_mapped_and_fetched(room: Room, crm: sa.Engine) -> None:
    app = click(page(room, "Sal", configured(crm)), "outcomes.look")
    assert "Qualified (MQL): MQL at, 30 of 30 dates read" in words(app).replace("*", "")
    query = "".join(code.value for code in app.code)
    assert "MQL at" in query
    assert "contact" not in query
    click(app, "outcomes.fetch")
    (entry,) = room.workshop().outcome_sets.values()
    assert entry.fact.origin is not None
    assert dict(entry.fact.counts) == {Event.MQL: 30, Event.ACCEPTED: 20}
    assert len(load(settings().leads, entry.fact.outcome_set)) == 30
    assert "From the warehouse crm, table leads." in words(app)


def test_a_warehouse_that_is_away_is_said_in_words(room: Room) -> None:
    app = click(page(room, "Sal", AWAY), "outcomes.look")
    assert "cannot be reached" in words(app)
    assert not room.workshop().outcome_sets


def test_neither_observers_nor_demos_have_a_way_into_a_warehouse(room: Room) -> None:
    assert "outcomes.look" not in keys(page(room, "Obi", AWAY))
    assert "outcomes.look" in keys(page(room, "Sal", AWAY))
    demo = make_demo(rooms())
    assert "outcomes.look" not in keys(page(demo, demo.workshop().people[0].name, AWAY))
