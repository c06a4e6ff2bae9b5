"""Who is let in with a key, and what is said to all others."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from alignment.actions.connections import revoke_key
from data.access import Identity
from data.room import Room
from tests.http_routes.conftest import Browser
from tests.http_routes.keys import bearer, key_to, problem

SCORE = "/api/definitions/s/score"


@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": "Bearer"}, {"Authorization": "Basic Zm9v"}, bearer("x"), bearer(f"w.{'x' * 43}")],
)
def test_without_a_key_nothing_is_said(published: Room, browser: Browser, headers: dict[str, str]) -> None:
    answer = browser().post(SCORE, json={"lead": {}}, headers=headers)
    elsewhere = browser().post("/api/definitions/nothing/score", json={"lead": {}}, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith('Bearer realm="Common Terms"')
    assert (elsewhere.status_code, elsewhere.text) == (401, answer.text)
    problem(answer)


def test_a_cookie_is_no_key(published: Room, browser: Browser) -> None:
    assert browser(Identity("w", "p1")).post(SCORE, json={"lead": {}}).status_code == 401


def test_a_revoked_key_opens_nothing(published: Room, crm: TestClient) -> None:
    assert crm.post(SCORE, json={"lead": {}}).status_code == 200
    published.act(revoke_key, "p1", list(published.workshop().keys)[-1])
    assert crm.post(SCORE, json={"lead": {}}).status_code == 401


def test_the_key_of_another_workshop_is_not_told_what_there_is(
    published: Room, room: Room, browser: Browser
) -> None:
    theirs = bearer(key_to(room))
    answer = browser().post(SCORE, json={"lead": {}}, headers=theirs)
    unknown = browser().post("/api/definitions/nothing/score", json={"lead": {}}, headers=theirs)
    assert (answer.status_code, answer.text) == (404, unknown.text)
    problem(answer)


def test_guessing_is_braked_but_not_for_the_holder_of_a_right_key(
    published: Room, crm: TestClient, browser: Browser
) -> None:
    assert crm.post(SCORE, json={"lead": {}}).status_code == 200
    other = bearer(key_to(published, "Other"))
    stranger = browser()
    codes = [stranger.post(SCORE, headers=bearer(f"w.{n:043}")).status_code for n in range(25)]
    assert codes == [401] * 20 + [429] * 5
    braked = stranger.post(SCORE, json={"lead": {}}, headers=other)
    assert (braked.status_code, braked.headers["retry-after"]) == (429, "60")
    assert crm.post(SCORE, json={"lead": {}}).status_code == 200
