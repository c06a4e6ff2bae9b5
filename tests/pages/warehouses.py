"""A warehouse with leads, and the page of lead sets of a server that may ask it."""

from __future__ import annotations

import time
from typing import Any

import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from data.access import Identity
from data.room import Room
from tests.pages.rooms import FRAME, keys, person, shown

PAGE = "pages/simulate/leads.py"
LEADS = """
    CREATE TABLE leads AS SELECT
        'person' || n || '@ex.invalid' AS contact,
        CASE n % 3 WHEN 0 THEN 'None' ELSE 'Ready' END AS budget,
        CASE n % 2 WHEN 0 THEN 'Clear' END AS need,
        CASE WHEN n % 5 = 0 THEN 'won' WHEN n % 7 = 0 THEN NULL ELSE 'lost' END AS outcome,
        DATE '2026-01-15' + (n % 60) AS created,
        CASE n % 4 WHEN 0 THEN 'Fair' ELSE 'Web' END AS source,
        CASE n % 6 WHEN 0 THEN 'vetted' ELSE 'self-qualified' END AS "qualified by",
        n AS number
    FROM generate_series(1, {rows}) n
"""
PATIENCE = 40
"""Seconds that a warehouse and the reading of a sample may take on a slow and busy machine."""
Secrets = dict[str, Any]
AWAY = {
    "warehouses": {
        "crm": {"url": "postgresql://reader:s3cret@127.0.0.1:1/x", "dialect": "postgres", "table": "leads"}
    }
}


def do(engine: sa.Engine, statement: str) -> None:
    """Have the warehouse do something."""
    with engine.begin() as connection:
        connection.execution_options(no_parameters=True).exec_driver_sql(statement)


def configured(engine: sa.Engine, **more: object) -> Secrets:
    """As it stands in secrets.toml, with a password that nobody may see."""
    url = engine.url.set(password="s3cret").render_as_string(hide_password=False)
    return {"warehouses": {"crm": {"url": url, "dialect": "postgres", "table": "leads", **more}}}


def leads_page(room: Room, name: str, given: Secrets) -> AppTest:
    """The page as somebody sees it, with such secrets on the server."""
    app = AppTest.from_file(FRAME, default_timeout=30)
    app.session_state["identity"] = Identity(room.id, person(room, name))
    app.secrets = given
    app.run()
    return waited(app.switch_page(PAGE).run())


def waited(app: AppTest) -> AppTest:
    """Wait until nothing is under way; a secret is never shown."""
    until = time.monotonic() + PATIENCE
    while keys(app) & {"warehouse.cancel", "leads.cancel"}:
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.1)
        app.run()
    assert not app.exception, app.exception[0]
    assert "s3cret" not in shown(app) + "".join(code.value for code in app.code)
    return app


def click(app: AppTest, key: str) -> AppTest:
    """Press a button and wait for what it does."""
    return waited(app.button(key=key).click().run())


def looked(room: Room, engine: sa.Engine, **more: object) -> AppTest:
    """The page after somebody had a look at the warehouse's table."""
    return click(leads_page(room, "Sal", configured(engine, **more)), "warehouse.look")
