"""The start page: the demo, opening a workshop, the host key, and coming in by e-mail address."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.runtime import context
from streamlit.testing.v1 import AppTest

from alignment.actions.opening import invite_by_email
from alignment.actions.people import remove_participant
from alignment.people import Team
from data.access import GUESSES, Identity, seal_cookie
from data.access.host_key import _made
from data.room import Room
from data.rooms import rooms
from tests.pages.rooms import FRAME, HOST, keys, opened_room, person, screen, shown

TYPED = {
    "open.name": "What is a lead?",
    "open.company": "Müller & Söhne",
    "open.offering": "Pumps",
    "open.me": "Ada",
}
INVITED = "ada@example.org"


@pytest.fixture(autouse=True)
def no_guesses() -> None:
    GUESSES.forget_all()


@pytest.fixture
def bound_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server is bound to an address that others can reach, and its key is known."""
    option = st.get_option
    monkeypatch.setattr(
        st, "get_option", lambda name: "0.0.0.0" if name == "server.address" else option(name)
    )
    monkeypatch.setenv("COMMON_TERMS_HOST_KEY", "open sesame")


def browser(monkeypatch: pytest.MonkeyPatch, *headers: tuple[str, str], **cookies: str) -> None:
    """The browser that asks sends these headers and cookies."""
    client = SimpleNamespace(headers=list(headers), cookies=cookies, remote_ip="127.0.0.1")
    monkeypatch.setattr(context, "_get_client_context", lambda: client)


@pytest.fixture
def sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server has OpenID Connect configured."""
    monkeypatch.setattr(st, "secrets", {"auth": {"client_id": "x"}})


def visitor(email: str | None = None, **claims: object) -> AppTest:
    """The start page as a stranger sees it, signed in with an e-mail address or not."""
    app = AppTest.from_file(FRAME, default_timeout=15)
    app.user = {"is_logged_in": email is not None, **({"email": email} if email else {}), **claims}
    return app.run()


def fill(app: AppTest, **but: str) -> AppTest:
    for key, text in {**TYPED, **{key.replace("_", "."): text for key, text in but.items()}}.items():
        app.text_input(key=key).input(text)
    return app


def openings() -> list[Room]:
    found = [rooms().enter(row.workshop_id) for row in rooms().ledger.openings()]
    return [room for room in found if room is not None]


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


@pytest.mark.usefixtures("bound_elsewhere", "sign_in")
def test_somebody_signed_in_needs_no_host_key_and_keeps_their_address() -> None:
    app = visitor(INVITED.upper())
    assert "open.host_key" not in keys(app)
    fill(app).button(key="open.go").click().run()
    assert openings()[0].workshop().participants[HOST].email == INVITED


@pytest.mark.usefixtures("bound_elsewhere", "sign_in")
@pytest.mark.parametrize("said", [False, "false", "False"])
def test_an_address_that_is_not_verified_counts_as_nobody(said: object) -> None:
    room = opened_room()
    room.act(invite_by_email, HOST, INVITED, Team.SALES, 7)
    app = visitor(INVITED, email_verified=said)
    assert "open.host_key" in keys(app)
    assert f"welcome.join.{room.id}" not in keys(app)
    assert "welcome.sign_in" in keys(app)


@pytest.mark.usefixtures("sign_in")
def test_an_invited_address_comes_in_with_one_click_and_only_once() -> None:
    room = opened_room()
    room.act(invite_by_email, HOST, INVITED, Team.EXECUTIVES, 7)
    for _ in range(2):
        app = visitor(INVITED, name="Ada Byron")
        app.button(key=f"welcome.join.{room.id}").click().run()
        assert not app.exception
        assert app.session_state["identity"] == Identity(room.id, person(room, "Ada Byron"))
    ada = room.workshop().participants[person(room, "Ada Byron")]
    assert (ada.team, ada.email, len(room.workshop().people)) == (Team.EXECUTIVES, INVITED, 2)


@pytest.mark.usefixtures("sign_in")
def test_whom_nobody_invited_is_offered_no_workshop() -> None:
    room = opened_room()
    room.act(invite_by_email, HOST, "somebody@example.org", Team.SALES, 7)
    app = visitor(INVITED)
    assert f"welcome.join.{room.id}" not in keys(app)
    assert room.workshop().name not in shown(app)


@pytest.mark.usefixtures("sign_in")
def test_an_invited_person_whose_name_is_taken_is_told_so() -> None:
    room = opened_room()
    room.act(invite_by_email, HOST, INVITED, Team.SALES, 7)
    app = visitor(INVITED, name="Hana")
    app.button(key=f"welcome.join.{room.id}").click().run()
    assert "Somebody with this name" in app.error[0].value
    assert len(room.workshop().people) == 1


def test_without_sign_in_configured_no_sign_in_is_offered() -> None:
    assert "welcome.sign_in" not in keys(visitor())


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
