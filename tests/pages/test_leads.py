"""The page of lead sets."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_all
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from tests.pages.rooms import HOST, HOSTILE, keys, screen, shown, staffed_room

PAGE = "pages/simulate/leads.py"
CSV = b"""Lead,Month,Budget,Need,Outcome
1,2026-01,Ready,Clear,won
2,2026-02,None,Not clear,lost
3,2026-02,perhaps,,
"""


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    return room


def upload(app: AppTest, raw: bytes, name: str = "march.csv") -> AppTest:
    app.file_uploader[0].upload(name, raw)
    return app.run()


def test_a_stranger_meets_the_gate(room: Room) -> None:
    assert "not in a workshop" in shown(screen(room, None, PAGE))


def test_before_any_criterion_the_page_says_what_to_do_first() -> None:
    app = screen(staffed_room(), "Sal", PAGE)
    assert "draft criteria first" in shown(app)
    assert not app.file_uploader


def test_the_sample_leads_are_added_in_one_click_and_said_to_be_made_up(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="leads.sample").click().run()
    (entry,) = room.workshop().lead_sets.values()
    assert entry.fact.rows == 3000
    assert (settings().leads / f"{entry.fact.lead_set}.parquet").exists()
    assert "made up" in shown(app)
    assert "January to June 2026" in shown(app)
    assert "Added by Sal" in shown(app)
    assert "leads.sample" not in keys(app)


def test_a_file_is_understood_first_and_kept_only_when_it_is_added(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), CSV)
    assert "“perhaps” in Budget" in shown(app).replace("\\", "")
    assert not room.workshop().lead_sets
    assert not settings().leads.exists()
    app.text_input(key="leads.name").set_value("March leads")
    app.button(key="leads.add").click().run()
    (entry,) = room.workshop().lead_sets.values()
    assert (entry.fact.name, entry.fact.rows, entry.fact.won, entry.fact.open) == ("March leads", 3, 1, 1)
    assert entry.fact.criteria == ("Budget", "Need")
    assert "leads.add" not in keys(app)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00", "not text"),
        (b"Colour\nred\n", "No column in the first line bears the name of a criterion"),
        (b"Budget\n", "no leads"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(room: Room, raw: bytes, why: str) -> None:
    app = upload(screen(room, "Sal", PAGE), raw)
    assert why in app.error[0].value.replace("\\", "")
    assert "leads.add" not in keys(app)


def test_the_same_file_twice_is_refused_and_stays_to_be_seen(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    for _ in range(2):
        upload(app, CSV)
        app.button(key="leads.add").click().run()
    assert "in the workshop already" in app.error[0].value
    assert len(room.workshop().lead_sets) == 1


def test_a_name_shows_as_typed(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), CSV)
    app.text_input(key="leads.name").set_value(HOSTILE)
    app.button(key="leads.add").click().run()
    (entry,) = room.workshop().lead_sets.values()
    assert entry.fact.name == HOSTILE
    assert "<b>" not in shown(app)


def test_only_a_facilitator_can_remove_leads_and_is_asked_once(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="leads.sample").click().run()
    (lead_set,) = room.workshop().lead_sets
    assert not any(key.startswith("leads.remove") for key in keys(app))
    host = screen(room, "Hana", PAGE)
    host.button(key=f"leads.remove.{lead_set}").click().run()
    assert room.workshop().lead_sets
    host.button(key=f"leads.sure.{lead_set}").click().run()
    assert not room.workshop().lead_sets


def test_removing_what_is_gone_already_is_refused_in_words(room: Room) -> None:
    screen(room, "Sal", PAGE).button(key="leads.sample").click().run()
    (lead_set,) = room.workshop().lead_sets
    both = [screen(room, "Hana", PAGE) for _ in range(2)]
    for host in both:
        host.button(key=f"leads.remove.{lead_set}").click().run()
    for host in both:
        host.button(key=f"leads.sure.{lead_set}").click().run()
    assert not both[1].exception
    assert not room.workshop().lead_sets


def test_an_observer_sees_no_empty_form(room: Room) -> None:
    app = screen(room, "Obi", PAGE)
    assert not app.file_uploader
    assert "leads.sample" not in keys(app)
    assert "can add leads" in shown(app)
