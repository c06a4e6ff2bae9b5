"""The definition as JSON for other systems: who gets it, and that nothing is sent twice."""

from __future__ import annotations

import hashlib
import json

from alignment.actions.definition import share
from alignment.sharing import Sharing
from data.access import Identity
from data.room import Room
from definitions.document import SignedDocument
from tests.http_routes.conftest import Browser
from tests.http_routes.keys import bearer, key_to, problem

PLACE = "/api/definitions/s"


def test_with_a_key_it_is_the_same_file_as_the_download(published: Room, browser: Browser) -> None:
    answer = browser().get(PLACE, headers=bearer(key_to(published)))
    assert answer.status_code == 200
    assert answer.content == browser(Identity("w", "p1")).get("/definition/s.json").content
    assert SignedDocument.model_validate(json.loads(answer.content)).intact
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["vary"] == "Authorization"
    assert "access-control-allow-origin" not in answer.headers


def test_whoever_has_it_is_not_sent_it_again(published: Room, browser: Browser) -> None:
    client, key = browser(), bearer(key_to(published))
    first = client.get(PLACE, headers=key)
    tag = first.headers["etag"]
    assert tag == f'"{hashlib.sha256(first.content).hexdigest()}"'
    for asked in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(PLACE, headers={**key, "If-None-Match": asked})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(PLACE, headers={**key, "If-None-Match": '"other"'}).status_code == 200


def test_without_a_key_only_what_is_shared_with_anyone_is_read(published: Room, browser: Browser) -> None:
    closed, unknown = browser().get(PLACE), browser().get("/api/definitions/nothing")
    assert (closed.status_code, closed.text) == (401, unknown.text)
    problem(closed)
    published.act(share, "p1", Sharing.ANYONE)
    assert browser().get(PLACE).status_code == 200
    assert browser().get(PLACE, headers=bearer("wrong")).status_code == 401


def test_a_cookie_is_no_key(published: Room, browser: Browser) -> None:
    assert browser(Identity("w", "p1")).get(PLACE).status_code == 401


def test_the_key_of_another_workshop_reads_it_only_if_anyone_may(
    published: Room, room: Room, browser: Browser
) -> None:
    client, theirs = browser(), bearer(key_to(room))
    closed, unknown = client.get(PLACE, headers=theirs), client.get("/api/definitions/x", headers=theirs)
    assert (closed.status_code, closed.text) == (404, unknown.text)
    published.act(share, "p1", Sharing.ANYONE)
    assert client.get(PLACE, headers=theirs).status_code == 200


def test_before_anything_is_published_the_key_s_holder_is_told_so(room: Room, browser: Browser) -> None:
    answer = browser().get("/api/definitions/acme", headers=bearer(key_to(room)))
    assert answer.status_code == 404
    assert "Nothing is published yet" in problem(answer)["detail"]


def test_its_head_can_be_asked_for_and_nothing_be_changed(published: Room, browser: Browser) -> None:
    client, key = browser(), bearer(key_to(published))
    assert client.head(PLACE, headers=key).headers["etag"] == client.get(PLACE, headers=key).headers["etag"]
    refused = client.delete(PLACE, headers=key)
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")
