"""The published definition at its address."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from alignment.actions.ballots import open_all_ballots
from alignment.actions.clauses import propose_clause
from alignment.actions.definition import share
from alignment.sharing import Sharing
from alignment.stances import Seal
from data.access import Identity
from data.room import Room
from data.rooms import rooms
from tests.alignment.rooms import VOTERS, term
from tests.alignment.stages import Stage, freeze_for, room_at, sign_all, vote
from tests.http_routes.conftest import Browser

HOST = Identity("w", "p1")


@pytest.mark.parametrize("ending", ["", ".md", ".json"])
@pytest.mark.parametrize("known", [(), (Identity("elsewhere", "p1"),), (Identity("w", "p99"),)])
def test_only_participants_read_it_unless_the_host_shares_it(
    published: Room, browser: Browser, ending: str, known: tuple[Identity, ...]
) -> None:
    stranger, unknown = browser(*known), browser()
    closed = stranger.get(f"/definition/s{ending}")
    assert (closed.status_code, closed.text) == (404, unknown.get("/definition/nothing").text)
    assert browser(HOST).get(f"/definition/s{ending}").status_code == 200
    published.act(share, "p1", Sharing.ANYONE)
    assert stranger.get(f"/definition/s{ending}").status_code == 200


def test_it_comes_as_a_page_and_in_every_form(published: Room, browser: Browser) -> None:
    client = browser(HOST)
    page = client.get("/definition/s")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "content-disposition" not in page.headers
    assert "Budget" in page.text
    assert client.get("/definition/s.pdf").content.startswith(b"%PDF-")
    assert (
        "word/document.xml"
        in zipfile.ZipFile(io.BytesIO(client.get("/definition/s.docx").content)).namelist()
    )
    assert json.loads(client.get("/definition/s.json").content)["document"]["version"] == 1
    assert "Budget" in client.get("/definition/s.md").text


@pytest.mark.parametrize(
    ("ending", "content_type"),
    [
        ("md", "text/markdown; charset=utf-8"),
        ("pdf", "application/pdf"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("json", "application/json"),
    ],
)
def test_a_download_has_its_type_and_a_plain_name(
    published: Room, browser: Browser, ending: str, content_type: str
) -> None:
    headers = browser(HOST).get(f"/definition/s.{ending}").headers
    assert headers["content-type"] == content_type
    assert headers["content-disposition"] == f'attachment; filename="acme-qualified-lead-v1.{ending}"'
    assert headers["cache-control"].startswith("private")
    assert headers["x-content-type-options"] == "nosniff"
    assert "script-src" not in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize("name", ["s.exe", "s.", "s.html", "S", ".md", "s.md.md", "%2e%2e", "s%00"])
def test_any_other_address_has_nothing_to_read(published: Room, browser: Browser, name: str) -> None:
    assert browser(HOST).get(f"/definition/{name}").status_code == 404


def test_an_unsigned_draft_has_no_address(browser: Browser) -> None:
    rooms().keep("w", room_at(Stage.FROZEN).record)
    assert browser(HOST).get("/definition/s").status_code == 404


def test_version_1_stays_in_force_while_version_2_is_drafted(browser: Browser) -> None:
    rooms().keep("w", room_at(Stage.REDRAFTING).record)
    answer = browser(HOST).get("/definition/s.json")
    assert json.loads(answer.content)["document"]["version"] == 1


def two_versions() -> Room:
    """A workshop in which a second version, with one more term, replaced the first."""
    room = room_at(Stage.REDRAFTING)
    room.act(propose_clause, room.id("Mark"), term("Prospect", "Somebody who asks."))
    room.act(open_all_ballots, "p1", Seal.UNTIL_VOTED)
    for name in VOTERS:
        vote(room, name, "Prospect")
    freeze_for(room)
    sign_all(room)
    return rooms().keep("w", room.record)


@pytest.mark.parametrize("query", ["?since=1", "?since=1&until=2"])
def test_participants_read_and_print_what_changed_between_two_versions(browser: Browser, query: str) -> None:
    two_versions()
    answer = browser(HOST).get(f"/definition/s{query}")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "What changed from version 1 to version 2" in answer.text
    assert "<ins>Prospect: Somebody who asks.</ins>" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_what_changed_is_not_for_strangers_even_where_the_definition_is(browser: Browser) -> None:
    two_versions().act(share, "p1", Sharing.ANYONE)
    assert browser().get("/definition/s").status_code == 200
    assert browser().get("/definition/s?since=1").status_code == 404


@pytest.mark.parametrize("query", ["?since=9", "?since=", "?since=1&until=x", "?since=<b>", "?since=-1"])
def test_versions_that_are_not_there_are_not_found(browser: Browser, query: str) -> None:
    two_versions()
    assert browser(HOST).get(f"/definition/s{query}").status_code == 404


def test_the_schema_of_the_json_is_public(browser: Browser) -> None:
    answer = browser().get("/definition/schema.json")
    assert answer.headers["content-type"] == "application/schema+json"
    assert answer.json()["title"] == "Definition of a qualified lead"


def test_the_day_of_the_review_comes_as_a_calendar(published: Room, browser: Browser) -> None:
    answer = browser(HOST).get("/definition/s.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "DTSTART;VALUE=DATE:20260902" in answer.text
