"""The start page: the demo, opening a workshop, and the host key."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.runtime import context

from alignment.actions.people import remove_participant
from alignment.people import Team
from data.access import Identity, seal_cookie
from data.access.host_key import _made
from data.room import Room
from tests.pages.rooms import HOST, keys, opened_room, person, screen, shown
from tests.pages.welcome import TYPED, fill, openings, visitor

pytestmark = pytest.mark.usefixtures("no_guesses")


def browser(monkeypatch: pytest.MonkeyPatch, *headers: tuple[str, str], **cookies: str) -> None:
    """The browser that asks sends these headers and cookies."""
    client = SimpleNamespace(headers=list(headers), cookies=cookies, remote_ip="127.0.0.1")
    monkeypatch.setattr(context, "_get_client_context", lambda: client)


def test_exploring_the_demo_leads_to_the_home_of_its_first_person() -> None:
    app = visitor()
    app.button(key="welcome.demo").click().run()
    assert not app.exception
    (room,) = openings()
    assert room.workshop().demo
    assert room.workshop().participants[app.session_state["identity"].participant_id].name == "Mara Lindqvist"
    assert app.title[0].value == "What is a qualified lead?".replace("?", r"\?")


def test_whoever_opens_a_workshop_is_its_facilitator_and_lands_on_its_home() -> None:
    app = fill(visitor())
    app.segmented_control(key="open.team").set_value(Team.SALES)
    app.button(key="open.go").click().run()
    assert not app.exception
    (room,) = openings()
    workshop = room.workshop()
    assert (workshop.name, workshop.company, workshop.offering) == (
        "What is a lead?",
        "Müller & Söhne",
        "Pumps",
    )
    me = workshop.participants[HOST]
    assert (me.name, me.team, me.facilitator) == ("Ada", Team.SALES, True)
    assert app.session_state["identity"] == Identity(room.id, HOST)
    assert app.title[0].value == r"What is a lead\?"


def test_the_address_of_a_definition_begins_with_the_company_and_cannot_be_guessed() -> None:
    for _ in range(2):
        fill(visitor()).button(key="open.go").click().run()
    first, second = (room.workshop().slug for room in openings())
    assert first.startswith("muller-sohne-")
    assert second.startswith("muller-sohne-")
    assert first != second
    assert len(first.removeprefix("muller-sohne-")) == 10


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("open.name", "Please fill in the workshop's name"),
        ("open.company", "Please fill in your company"),
        ("open.offering", "Please fill in what is sold"),
        ("open.me", "Please fill in your name"),
    ],
)
def test_an_empty_field_is_refused_and_what_was_typed_stays(field: str, words: str) -> None:
    app = fill(visitor())
    app.text_input(key=field).input("   ")
    app.button(key="open.go").click().run()
    assert words in shown(app).replace("\\", "")
    assert not openings()
    left = {key: app.text_input(key=key).value for key in TYPED if key != field}
    assert left == {key: text for key, text in TYPED.items() if key != field}


def test_a_name_that_is_too_long_is_refused_in_words() -> None:
    app = fill(visitor(), open_company="x" * 201)
    app.button(key="open.go").click().run()
    assert not app.exception
    assert "200 characters" in app.error[0].value
    assert not openings()


def test_nobody_asks_for_a_host_key_on_this_computer_only() -> None:
    assert "open.host_key" not in keys(visitor())


@pytest.mark.usefixtures("bound_elsewhere")
def test_a_server_that_others_can_reach_opens_a_workshop_only_with_its_key() -> None:
    app = fill(visitor())
    for wrong in ("", "open"):
        app.text_input(key="open.host_key").input(wrong)
        app.button(key="open.go").click().run()
        assert "not the host key" in app.error[0].value
        assert not openings()
    assert app.text_input(key="open.name").value == TYPED["open.name"]
    app.text_input(key="open.host_key").input("open sesame")
    app.button(key="open.go").click().run()
    assert len(openings()) == 1


@pytest.mark.usefixtures("bound_elsewhere")
def test_after_too_many_wrong_keys_even_the_right_one_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    browser(monkeypatch)
    app = fill(visitor())
    for _ in range(20):
        app.text_input(key="open.host_key").input("wrong")
        app.button(key="open.go").click().run()
    app.text_input(key="open.host_key").input("open sesame")
    app.button(key="open.go").click().run()
    assert "Too many wrong keys" in app.error[0].value
    assert not openings()


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_a_proxy_in_front_of_the_server_makes_it_ask_for_the_key(
    header: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser(monkeypatch, ("Host", "localhost"), (header, "203.0.113.9"))
    monkeypatch.setenv("COMMON_TERMS_HOST_KEY", "open sesame")
    app = fill(visitor())
    app.button(key="open.go").click().run()
    assert "not the host key" in app.error[0].value
    assert not openings()


def test_a_browser_finds_the_way_back_to_each_workshop_it_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = opened_room("First"), opened_room("Second")
    cookie = seal_cookie((Identity(first.id, HOST), Identity(second.id, HOST)))
    browser(monkeypatch, common_terms=cookie)
    app = screen(first, "Hana", "pages/start/welcome.py")
    app.button(key=f"welcome.back.{second.id}").click().run()
    assert app.title[0].value == "Second"


def test_somebody_who_was_removed_finds_no_way_back(room: Room) -> None:
    app = screen(room, "Sal", "pages/start/welcome.py")
    assert f"welcome.back.{room.id}" in keys(app)
    room.act(remove_participant, HOST, person(room, "Sal"))
    assert f"welcome.back.{room.id}" not in keys(app.run())


def test_the_host_key_is_printed_as_soon_as_somebody_is_asked_for_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _made.cache_clear()
    browser(monkeypatch, ("Host", "localhost:8501"), ("X-Forwarded-For", "203.0.113.9"))
    assert "open.host_key" in keys(visitor())
    assert "Host key" in capsys.readouterr().err
