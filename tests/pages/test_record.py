"""The record: everything that happened, filtered, told without breaking a seal, and proved."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from alignment.actions.clauses import comment
from alignment.stances import Stance
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from tests.pages.rooms import HOST, clause, keys, person, put_to_vote, screen, shown, vote

RECORD = "pages/host/record.py"
BUDGET, NEED = classic_scorecard()[0], classic_scorecard()[2]


def lines(app: object) -> list[str]:
    """The entries on the screen, newest first."""
    return [line for line in shown(app).splitlines() if line.startswith("- :gray[")]  # type: ignore[arg-type]


def damage(room: Room) -> None:
    """One letter of one fact is changed in the database, behind the app's back."""
    with sa.create_engine(settings().database_url).begin() as connection:
        body = connection.execute(sa.text("SELECT body FROM facts WHERE seq = 2")).scalar_one()
        connection.execute(sa.text("UPDATE facts SET body = :body WHERE seq = 2"), {"body": body + " "})


def test_every_fact_is_told_newest_first(room: Room) -> None:
    told = lines(screen(room, "Sal", RECORD))
    numbers = [int(line.removeprefix("- :gray[").partition(" ")[0]) for line in told]
    assert numbers == list(range(len(room.record()), 0, -1))


def test_it_can_be_narrowed_to_a_person(room: Room) -> None:
    app = screen(room, "Sal", RECORD)
    app.selectbox(key="record.who").select(person(room, "Eve")).run()
    (line,) = lines(app)
    assert "**Eve** joined executives" in line


def test_it_can_be_narrowed_to_a_clause_and_a_kind(room: Room) -> None:
    put_to_vote(room, BUDGET, NEED)
    room.act(comment, HOST, clause(room, NEED.name).id, "Why three?")
    app = screen(room, "Sal", RECORD)
    app.selectbox(key="record.clause").select(clause(room, NEED.name).id).run()
    assert len(lines(app)) == 3
    assert all("Need" in line for line in lines(app))
    (kind,) = {entry.fact.kind for entry in room.record() if "Why three" in entry.fact.model_dump_json()}
    app.selectbox(key="record.kind").select(kind).run()
    assert len(lines(app)) == 1
    assert "Why three" in lines(app)[0]


def test_where_nothing_fits_it_says_so(room: Room) -> None:
    put_to_vote(room, BUDGET)
    app = screen(room, "Sal", RECORD)
    app.selectbox(key="record.who").select(person(room, "Obi"))
    app.selectbox(key="record.clause").select(clause(room, BUDGET.name).id).run()
    assert "Nothing in the record fits" in shown(app)


@pytest.mark.parametrize(("reader", "told"), [("Eve", False), ("Obi", False), ("Hana", False), ("Sal", True)])
def test_how_somebody_voted_is_not_told_while_it_is_sealed(room: Room, reader: str, told: bool) -> None:
    put_to_vote(room, BUDGET)
    vote(room, "Sal", BUDGET.name, Stance.DISAGREE, "Too vague for me.")
    newest = lines(screen(room, reader, RECORD))[0].replace("\\", "")
    assert "voted" in newest
    assert ("disagree" in newest) is told
    assert ("Too vague for me" in newest) is told


def test_a_long_record_comes_in_pages(room: Room) -> None:
    put_to_vote(room, BUDGET)
    for number in range(60):
        room.act(comment, HOST, clause(room, BUDGET.name).id, f"Number {number}.")
    app = screen(room, "Sal", RECORD)
    assert len(lines(app)) == 50
    app.get_by_key("record.page").set_value(2).run()
    assert not app.exception
    assert len(lines(app)) == len(room.record()) - 50


def test_a_narrower_choice_on_a_later_page_still_shows_what_fits(room: Room) -> None:
    put_to_vote(room, BUDGET)
    for number in range(120):
        room.act(comment, HOST, clause(room, BUDGET.name).id, f"Number {number}.")
    app = screen(room, "Sal", RECORD)
    app.get_by_key("record.page").set_value(3).run()
    app.selectbox(key="record.clause").select(clause(room, BUDGET.name).id).run()
    assert not app.exception
    assert lines(app)


def test_a_record_as_it_was_written_is_proved_with_its_number_of_facts(room: Room) -> None:
    app = screen(room, "Sal", RECORD)
    app.button(key="record.check").click().run()
    assert app.success[0].value == f"All {len(room.record())} facts are as they were written."


def test_a_changed_record_is_found_out_when_checked(room: Room) -> None:
    app = screen(room, "Sal", RECORD)
    damage(room)
    app.button(key="record.check").click().run()
    assert not app.exception
    assert not app.success
    assert "2" in app.error[-1].value


def test_a_stranger_cannot_read_it(room: Room) -> None:
    app = screen(room, None, RECORD)
    assert app.title[0].value == "You are not in a workshop here"
    assert not [key for key in keys(app) if key.startswith("record.")]
