"""Joining by a team's link."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from alignment.actions.joining import NO_WAY_IN
from alignment.actions.opening import revoke_invitation
from alignment.actions.people import remove_participant
from alignment.people import Team
from data.access import COOKIE_NAME, GUESSES, Identity, link_token, new_token, open_cookie
from data.room import Room
from data.rooms import rooms
from tests.http_routes.conftest import Browser
from tests.http_routes.links import team_link


def test_looking_at_a_link_changes_nothing(room: Room, browser: Browser) -> None:
    link = team_link(room)
    head = room.head
    for method in ("GET", "HEAD"):
        answer = browser().request(method, f"/join/{link}")
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    assert room.workshop().head == head


def test_the_page_shows_the_workshop_and_the_team_as_text(room: Room, browser: Browser) -> None:
    shown = browser().get(f"/join/{team_link(room)}").text
    assert "Leads &lt;b&gt;2026&lt;/b&gt;" in shown
    assert "<b>2026" not in shown
    assert "Acme &amp; Söhne" in shown
    assert "the sales team" in shown


def test_whoever_sends_a_name_is_in_the_team_and_known_on_this_browser(room: Room, browser: Browser) -> None:
    client = browser()
    answer = client.post(f"/join/{team_link(room)}", data={"name": "Søren <i>"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    joined = room.workshop().people[-1]
    assert (joined.name, joined.team) == ("Søren <i>", Team.SALES)
    assert open_cookie(client.cookies[COOKIE_NAME]) == (Identity(room.id, joined.id),)


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(room: Room, browser: Browser) -> None:
    answer = browser().post(f"/join/{team_link(room)}", data={"name": "Sal"})
    flags = answer.headers["set-cookie"].casefold()
    assert "httponly" in flags
    assert "samesite=lax" in flags
    assert "path=/" in flags
    assert f"max-age={180 * 24 * 3600}" in flags
    assert "secure" not in flags


@pytest.mark.parametrize(
    ("url", "headers"), [("https://testserver", {}), ("http://testserver", {"X-Forwarded-Proto": "https"})]
)
def test_under_https_the_cookie_is_for_https_only(
    room: Room, browser: Browser, url: str, headers: dict[str, str]
) -> None:
    answer = browser(url=url).post(f"/join/{team_link(room)}", data={"name": "Sal"}, headers=headers)
    assert "secure" in answer.headers["set-cookie"].casefold()


def test_joining_keeps_the_browser_known_in_other_workshops(room: Room, browser: Browser) -> None:
    elsewhere = Identity("elsewhere", "p1")
    client = browser(elsewhere)
    client.post(f"/join/{team_link(room)}", data={"name": "Sal"})
    joined = room.workshop().people[-1]
    answer = client.cookies.get(COOKIE_NAME, domain="testserver.local", path="/")
    assert open_cookie(answer) == (Identity(room.id, joined.id), elsewhere)


def test_a_browser_that_is_in_already_is_offered_to_continue(room: Room, browser: Browser) -> None:
    shown = browser(Identity(room.id, "p1")).get(f"/join/{team_link(room)}").text
    assert "Continue as Ann" in shown
    assert f'href="/enter/{room.id}"' in shown


def test_a_removed_participant_is_not_offered_to_continue(room: Room, browser: Browser) -> None:
    link = team_link(room)
    browser().post(f"/join/{link}", data={"name": "Sal"})
    sal = room.workshop().people[-1].id
    room.act(remove_participant, "p1", sal)
    assert "Continue as" not in browser(Identity(room.id, sal)).get(f"/join/{link}").text


@pytest.mark.parametrize("name", ["ann", "   ", "x" * 500])
def test_a_name_that_cannot_be_taken_is_said_and_kept_in_the_field(
    room: Room, browser: Browser, name: str
) -> None:
    link = team_link(room)
    head = room.head
    answer = browser().post(f"/join/{link}", data={"name": name})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert f'value="{name}"' in answer.text
    assert "set-cookie" not in answer.headers
    assert room.workshop().head == head


def test_a_form_sent_twice_joins_once(room: Room, browser: Browser) -> None:
    link, client = team_link(room), browser()
    answers = [client.post(f"/join/{link}", data={"name": "Sal", "once": "n" * 22}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert [p.name for p in room.workshop().people] == ["Ann", "Sal"]


def test_the_number_of_a_form_lets_nobody_in_by_another_link(room: Room, browser: Browser) -> None:
    browser().post(f"/join/{team_link(room)}", data={"name": "Sal", "once": "n" * 22})
    wrong = browser().post(
        f"/join/{link_token(room.id, new_token())}", data={"name": "Sal", "once": "n" * 22}
    )
    assert wrong.status_code == 404


def test_every_link_that_opens_nothing_gets_the_same_page(room: Room, browser: Browser) -> None:
    revoked, expired = team_link(room), team_link(room, days=1)
    room.act(revoke_invitation, "p1", next(iter(room.workshop().invitations)))
    now = room.clock()
    room.clock = lambda: now + timedelta(days=2)
    links = [
        revoked,
        expired,
        link_token(room.id, new_token()),
        link_token("nowhere", new_token()),
        "bogus",
        f"{room.id}.",
        "a.b.c",
        "%00",
        "x" * 3000,
    ]
    client = browser()
    looked = [client.get(f"/join/{link}") for link in links]
    sent = [client.post(f"/join/{link}", data={"name": "Eve"}) for link in links]
    pages = {(answer.status_code, answer.text) for answer in looked + sent}
    assert len(pages) == 1
    status, page = pages.pop()
    assert status == 404
    assert NO_WAY_IN in page
    headers = {tuple(sorted(a.headers.items())) for a in looked + sent}
    assert len(headers) == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_from_another_site_does_nothing(room: Room, browser: Browser, headers: dict[str, str]) -> None:
    link = team_link(room)
    answer = browser().post(f"/join/{link}", data={"name": "Sal"}, headers=headers)
    assert answer.status_code == 403
    assert len(room.workshop().people) == 1


def test_after_too_many_wrong_links_a_client_waits_even_with_a_right_one(
    room: Room, browser: Browser
) -> None:
    client, link = browser(), team_link(room)
    statuses = [client.get(f"/join/{link_token(room.id, new_token())}").status_code for _ in range(21)]
    assert statuses == [404] * 20 + [429]
    waiting = client.get(f"/join/{link}")
    assert waiting.status_code == 429
    assert "wait a minute" in waiting.text
    GUESSES.forget_all()
    assert client.get(f"/join/{link}").status_code == 200


def test_a_form_longer_than_any_of_ours_is_not_read(room: Room, browser: Browser) -> None:
    answer = browser().post(f"/join/{team_link(room)}", data={"name": "x" * 40_000})
    assert answer.status_code == 413


def test_the_page_runs_no_scripts_and_is_not_kept(room: Room, browser: Browser) -> None:
    headers = browser().get(f"/join/{team_link(room)}").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"


def test_a_name_with_characters_that_cannot_be_kept_joins_all_the_same(room: Room, browser: Browser) -> None:
    answer = browser().post(f"/join/{team_link(room)}", data={"name": "Be\x01n"})
    assert answer.status_code == 303
    assert [person.name for person in room.workshop().people] == ["Ann", "Ben"]


@pytest.mark.parametrize("name", ["A\u200bnn", "Ann\u2060", "\u202eAnn", "Ann\ufe0f", "An\x01n"])
def test_a_name_that_only_looks_like_another_is_taken(room: Room, browser: Browser, name: str) -> None:
    answer = browser().post(f"/join/{team_link(room)}", data={"name": name})
    assert answer.status_code == 422
    assert "Somebody with this name" in answer.text


@pytest.mark.parametrize("name", ["\u200b", "\u3164", "\u2800 \u2060"])
def test_a_name_that_nobody_can_see_is_none(room: Room, browser: Browser, name: str) -> None:
    answer = browser().post(f"/join/{team_link(room)}", data={"name": name})
    assert answer.status_code == 422
    assert "Please give your name." in answer.text


def test_while_the_database_is_away_a_page_says_so(room: Room, browser: Browser) -> None:
    link = team_link(room)

    def away(*_: object) -> None:
        raise sa.exc.OperationalError("SELECT", {}, OSError("no route to host"))

    sa.event.listen(rooms().ledger._engine, "before_cursor_execute", away)
    for answer in (browser().get(f"/join/{link}"), browser().get("/definition/acme")):
        assert answer.status_code == 503
        assert "cannot be reached" in answer.text
        assert answer.headers["Cache-Control"] == "no-store"
