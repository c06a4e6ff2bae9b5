"""The lead sets of a workshop: the sample, what each holds, and removing one."""

from __future__ import annotations

import pytest

from alignment.actions.clauses import propose_all
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from tests.pages.lead_files import CSV, PAGE, add, upload, words
from tests.pages.rooms import HOST, keys, screen, shown, staffed_room


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    return room


def test_a_stranger_meets_the_gate(room: Room) -> None:
    assert "not in a workshop" in shown(screen(room, None, PAGE))


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


def test_a_workshop_without_criteria_can_add_leads_and_is_told_how_to_go_on() -> None:
    room = staffed_room()
    app = upload(screen(room, "Sal", PAGE), CSV)
    assert "There are no criteria yet" in "".join(info.value for info in app.info)
    add(app)
    (entry,) = room.workshop().lead_sets.values()
    assert (entry.fact.rows, entry.fact.criteria) == (4, ())
    assert "map the leads again" in words(app)


def test_the_same_leads_twice_are_refused_and_stay_to_be_seen(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    for _ in range(2):
        upload(app, CSV)
        add(app)
    assert "in the workshop already" in app.error[0].value
    assert "leads.add" in keys(app)
    assert len(room.workshop().lead_sets) == 1


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
