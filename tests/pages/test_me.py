"""Who I am here: a personal link, and leaving."""

from __future__ import annotations

from alignment.actions.joining import use_device_link
from alignment.facts import DeviceLinkUsed
from data.access import split_link, token_hash
from data.room import Room
from tests.pages.rooms import HOST, person, screen, shown

ME = "pages/start/me.py"


def test_a_personal_link_is_made_when_asked_for_and_brings_this_person_in_once(room: Room) -> None:
    app = screen(room, "Sal", ME)
    assert not app.code
    app.button(key="me.make").click().run()
    assert not app.exception
    address = app.code[0].value
    workshop_id, token = split_link(address.rpartition("/")[2]) or ("", "")
    assert "/device/" in address
    assert workshop_id == room.id
    room.act(use_device_link, None, token_hash(token))
    used = room.record()[-1]
    assert isinstance(used.fact, DeviceLinkUsed)
    assert used.actor == person(room, "Sal")


def test_the_token_of_a_personal_link_is_kept_nowhere(room: Room) -> None:
    app = screen(room, "Sal", ME)
    app.button(key="me.make").click().run()
    token = app.code[0].value.rpartition(".")[2]
    assert all(token not in entry.fact.model_dump_json() for entry in room.record())


def test_leaving_makes_this_browser_a_stranger_and_keeps_the_person(room: Room) -> None:
    app = screen(room, "Sal", ME)
    app.button(key="me.leave").click().run()
    assert not app.exception
    app.switch_page("pages/host/record.py").run()
    assert app.title[0].value == "You are not in a workshop here"
    assert room.workshop().participants[person(room, "Sal")].here


def test_the_page_says_who_i_am_and_in_which_team(room: Room) -> None:
    assert "Hana :orange-badge[Marketing]" in shown(screen(room, "Hana", ME))
    assert room.workshop().participants[HOST].name == "Hana"
