"""A personal link takes a participant to another device."""

from __future__ import annotations

from data.access import COOKIE_NAME, Identity, open_cookie
from data.room import Room
from tests.http_routes.conftest import Browser
from tests.http_routes.links import personal_link, team_link


def test_looking_at_a_personal_link_does_not_use_it_up(room: Room, browser: Browser) -> None:
    link = personal_link(room, "p1")
    first, second = browser().get(f"/device/{link}"), browser().get(f"/device/{link}")
    assert (first.status_code, second.status_code) == (200, 200)
    assert "Continue as Ann" in first.text


def test_a_personal_link_makes_another_browser_known_once(room: Room, browser: Browser) -> None:
    link, client = personal_link(room, "p1"), browser()
    assert client.post(f"/device/{link}").status_code == 303
    assert open_cookie(client.cookies[COOKIE_NAME]) == (Identity(room.id, "p1"),)
    assert browser().post(f"/device/{link}").status_code == 404


def test_a_double_click_still_comes_in(room: Room, browser: Browser) -> None:
    link, client = personal_link(room, "p1"), browser()
    sent = [client.post(f"/device/{link}", data={"once": "k" * 22}) for _ in range(2)]
    assert [answer.status_code for answer in sent] == [303, 303]


def test_a_team_link_is_no_personal_link(room: Room, browser: Browser) -> None:
    assert browser().get(f"/device/{team_link(room)}").status_code == 404


def test_another_site_cannot_use_a_personal_link(room: Room, browser: Browser) -> None:
    link = personal_link(room, "p1")
    assert browser().post(f"/device/{link}", headers={"Origin": "https://evil.example"}).status_code == 403
    assert browser().get(f"/device/{link}").status_code == 200
