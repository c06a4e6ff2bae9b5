"""The start page for somebody who signs in with an e-mail address."""

from __future__ import annotations

import pytest
import streamlit as st

from alignment.actions.opening import invite_by_email
from alignment.people import Team
from data.access import Identity
from tests.pages.rooms import HOST, keys, opened_room, person, shown
from tests.pages.welcome import fill, openings, visitor

INVITED = "ada@example.org"


pytestmark = pytest.mark.usefixtures("no_guesses")


@pytest.fixture
def sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server has OpenID Connect configured."""
    monkeypatch.setattr(st, "secrets", {"auth": {"client_id": "x"}})


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
