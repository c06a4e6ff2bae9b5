"""While the database is away, or its disk is full, every page says so in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from data.room import Room
from data.rooms import rooms
from data.starter import classic_scorecard
from pages.shared import demo
from tests.pages.rooms import FRAME, clause, put_to_vote, screen, shown

BUDGET = classic_scorecard()[0]
TYPED = {"name": "What is a lead?", "company": "Acme", "offering": "Pumps", "me": "Ada"}


@contextmanager
def away(word: str = "") -> Iterator[None]:
    """The database refuses every statement that begins with a word."""

    def refuse(conn: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(word):
            raise sa.exc.OperationalError(statement, {}, OSError("away"))

    engine = rooms().ledger._engine
    sa.event.listen(engine, "before_cursor_execute", refuse)
    yield
    sa.event.remove(engine, "before_cursor_execute", refuse)


@pytest.mark.parametrize("page", ["pages/start/home.py", "pages/draft/criteria.py", "pages/host/record.py"])
def test_a_page_says_that_the_database_is_away_and_comes_back_with_it(
    room: Room, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.shared.session._ONE_RUN", 0.0)
    put_to_vote(room, BUDGET)
    app = screen(room, "Sal", page)
    with away():
        app.run()
        assert not app.exception
        assert "cannot be reached" in shown(app)
    app.run()
    assert "cannot be reached" not in shown(app)
    assert "Budget" in shown(app)


def test_what_is_tried_while_the_database_is_away_is_refused_and_stays_typed(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.shared.session._ONE_RUN", 0.0)
    put_to_vote(room, BUDGET)
    place = f"comment.{clause(room, BUDGET.name).id}"
    app = screen(room, "Sal", "pages/draft/criteria.py")
    with away("UPDATE"):
        app.session_state["discussion." + clause(room, BUDGET.name).id] = True
        app.run()
        app.text_area(key=f"{place}.text").input("Why?")
        app.button(key=f"{place}.send").click().run()
        assert not app.exception
        assert "could not be written" in shown(app)
        assert app.text_area(key=f"{place}.text").value == "Why?"


def test_a_stranger_reads_that_the_database_is_away() -> None:
    rooms()
    app = AppTest.from_file(FRAME, default_timeout=15)
    app.session_state["identity"] = None
    with away():
        app.run()
        assert not app.exception


@pytest.mark.parametrize("word", ["INSERT", ""])
def test_a_demo_and_a_workshop_that_cannot_be_kept_are_refused_in_words(word: str) -> None:
    app = AppTest.from_file(FRAME, default_timeout=30).run()
    with away(word):
        app.button(key="welcome.demo").click().run()
        assert not app.exception
        assert "could not be written" in shown(app)
        for key, text in TYPED.items():
            app.text_input(key=f"open.{key}").input(text)
        app.button(key="open.go").click().run()
        assert not app.exception
        assert "could not be written" in shown(app)


def test_demos_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "BRAKE", demo.Guesses(per_client=1, in_all=1))
    app = AppTest.from_file(FRAME, default_timeout=30).run()
    app.button(key="welcome.demo").click().run()
    app.button(key="demo.over").click().run()
    assert "Wait a minute" in shown(app)
    assert len(rooms().ledger.openings()) == 1
