"""Leads counted in a warehouse: once, again, too slowly, and tried on the page of what-ifs."""

from __future__ import annotations

import time

import pytest
import sqlalchemy as sa

from alignment.actions.clauses import propose_all
from alignment.actions.people import change_team
from alignment.people import Team
from data.profiles import profiles
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from definitions.groups import By, by_group
from definitions.threshold import Threshold
from pages.simulate.tabs import TABS
from tests.pages.lead_files import criterion, field, words
from tests.pages.rooms import HOST, clause, keys, person, propose, screen, staffed_room
from tests.pages.warehouses import click, do, looked, waited


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    return room


@pytest.mark.server
def test_counted_leads_are_a_lead_set_that_says_where_it_is_from(room: Room, crm: sa.Engine) -> None:
    app = looked(room, crm)
    field(app, "name").set_value("Our leads")
    click(app, "warehouse.count")
    (entry,) = room.workshop().lead_sets.values()
    fact = entry.fact
    assert (fact.name, fact.rows, fact.won, fact.open) == ("Our leads", 600, 120, 68)
    assert fact.months == ("2026-01", "2026-03")
    assert {"Budget", "Need"} <= set(fact.criteria)
    assert "Warehouse crm, table leads, counted on" in words(app)
    assert "600 leads, January to March 2026" in words(app)
    assert "warehouse.count" not in keys(app)
    by_source = by_group(profiles(settings().leads, fact.lead_set, [criterion(room, "Budget")], By.SOURCE))
    assert {name: int(each.leads.sum()) for name, each in by_source.items()} == {"Web": 450, "Fair": 150}
    kinds = by_group(profiles(settings().leads, fact.lead_set, [criterion(room, "Budget")], By.QUALIFIED_BY))
    assert {name: int(each.leads.sum()) for name, each in kinds.items()} == {
        "self-qualified": 500,
        "vetted": 100,
    }


def asked(name: str, best: str) -> Criterion:
    answers = (Answer(label=best, points=5), Answer(label="None", points=0))
    return Criterion(name=name, question="?", answers=answers)


def tried(room: Room, tab: str) -> str:
    """What a tab of the what-if page says."""
    app = screen(room, "Sal", "pages/simulate/what_if.py")
    app.session_state["what_if.tab"] = tab
    app.run()
    assert not app.exception, app.exception[0]
    assert not app.error
    return words(app)


@pytest.mark.server
def test_counted_leads_are_tried_as_any_others_but_none_is_shown_alone(crm: sa.Engine) -> None:
    """Ready or Clear is enough: 500 of the 600 leads, 100 of the 120 wins."""
    room = staffed_room()
    propose(room, asked("Budget", "Ready"), asked("Need", "Clear"), Threshold(qualified_from=5))
    click(looked(room, crm), "warehouse.count")
    found = {tab: tried(room, tab) for tab in TABS}
    for said in found.values():
        assert "83 % of the leads go to sales and bring 83 % of the wins" in said
    assert "do not tell" not in found["Months and sources"]
    assert "no single lead" in found["One lead"]
    assert "no single lead" in found["Golden leads"]


@pytest.mark.server
def test_nothing_is_counted_by_source_if_nobody_wants_it(room: Room, crm: sa.Engine) -> None:
    app = looked(room, crm)
    field(app, "by", "source", "qualified by").set_value([]).run()
    assert 'CAST("source" AS TEXT)' not in app.code[0].value
    click(app, "warehouse.count")
    (lead_set,) = room.workshop().lead_sets
    found = profiles(settings().leads, lead_set, [criterion(room, "Budget")], By.SOURCE)
    assert list(by_group(found)) == ["unknown"]


@pytest.mark.server
def test_counting_again_makes_a_new_set_mapped_as_before(room: Room, crm: sa.Engine) -> None:
    app = looked(room, crm)
    need = clause(room, "Need").id
    field(app, "match", need).select_index(0).run()
    click(app, "warehouse.count")
    (first,) = room.workshop().lead_sets
    do(crm, "INSERT INTO leads (budget, outcome) VALUES ('Ready', 'won')")
    do(crm, "ALTER TABLE leads ADD COLUMN later text")
    click(app, f"warehouse.again.{first}")
    assert "Mapped as it was counted before." in words(app)
    assert not field(app, "match", need).value
    click(app, "warehouse.count")
    assert [entry.fact.rows for entry in room.workshop().lead_sets.values()] == [600, 601]
    found = profiles(settings().leads, first, [criterion(room, "Budget")])
    assert int(found.leads.sum()) == 600


@pytest.mark.server
def test_a_warehouse_that_is_away_when_counting_again_leaves_the_last_counts_in_use(
    room: Room, crm: sa.Engine
) -> None:
    app = click(looked(room, crm), "warehouse.count")
    (first,) = room.workshop().lead_sets
    do(crm, "DROP TABLE leads")
    click(app, f"warehouse.again.{first}")
    assert "“crm” refused the query" in words(app)
    assert "Nothing was lost" in words(app)
    assert list(room.workshop().lead_sets) == [first]
    assert not screen(room, "Sal", "pages/simulate/what_if.py").error


@pytest.mark.server
def test_a_count_that_takes_too_long_is_said_and_what_was_chosen_stays(room: Room, crm: sa.Engine) -> None:
    app = looked(room, crm, timeout_seconds=2)
    field(app, "name").set_value("Slow ones").run()
    do(crm, "ALTER TABLE leads RENAME TO fast")
    do(crm, "CREATE VIEW leads AS SELECT fast.* FROM fast, pg_sleep(30)")
    app.button(key="warehouse.count").click().run()
    assert "counting the leads" in app.get("progress")[0].proto.text
    waited(app)
    assert "“crm” did not answer within 2 seconds. Nothing was lost" in words(app)
    assert field(app, "name").value == "Slow ones"
    assert not room.workshop().lead_sets


@pytest.mark.server
def test_a_count_can_be_called_off(room: Room, crm: sa.Engine) -> None:
    app = looked(room, crm)
    do(crm, "ALTER TABLE leads RENAME TO fast")
    do(crm, "CREATE VIEW leads AS SELECT fast.* FROM fast, pg_sleep(30)")
    app.button(key="warehouse.count").click().run()
    begun = time.monotonic()
    click(app, "warehouse.cancel")
    assert time.monotonic() - begun < 15
    assert "warehouse.count" in keys(app)
    assert not app.error
    assert not room.workshop().lead_sets


@pytest.mark.server
def test_nothing_is_counted_before_a_column_answers_something(room: Room, crm: sa.Engine) -> None:
    do(crm, "ALTER TABLE leads DROP COLUMN budget, DROP COLUMN need")
    app = click(looked(room, crm), "warehouse.count")
    assert "No column answers a criterion yet" in app.error[0].value
    assert not room.workshop().lead_sets


@pytest.mark.server
def test_somebody_who_was_made_an_observer_meanwhile_is_refused(room: Room, crm: sa.Engine) -> None:
    app = looked(room, crm)
    room.act(change_team, HOST, person(room, "Sal"), Team.OBSERVERS)
    app.button(key="warehouse.count").click().run()
    assert not app.exception
    assert not room.workshop().lead_sets
