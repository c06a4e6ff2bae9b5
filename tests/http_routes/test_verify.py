"""The public page on which anybody checks a fingerprint or a file of the definition."""

from __future__ import annotations

import json

import pytest

from alignment.actions.definition import share
from alignment.sharing import Sharing
from data.access import GUESSES, Identity
from data.checking import HOLDS, MOST_BYTES, NOT_OURS, OTHER_SIGNATURES, OTHER_TEXT, UNKNOWN
from data.room import Room
from data.rooms import rooms
from http_routes.verdicts import CLOSED
from http_routes.verify import LOOK_UPS, NO_FILE, NO_FINGERPRINT
from tests.alignment.stages import Stage, freeze_for, room_at, sign_all
from tests.http_routes.conftest import Browser

MEMBER = Identity("w", "p1")
JSON = {"Accept": "application/json"}


def fingerprint(room: Room) -> str:
    return room.workshop().published[0].draft.sha256


def exported(browser: Browser) -> bytes:
    """The JSON file as a member downloads it."""
    return browser(MEMBER).get("/definition/s.json").content


def sent(browser: Browser, raw: bytes, *known: Identity, **headers: str) -> str:
    """What is said of a file."""
    answer = browser(*known).post("/verify", files={"file": ("definition.json", raw)}, headers=headers)
    return " ".join(answer.text.split())


def test_the_form_is_for_everybody_and_leads_to_what_is_known(browser: Browser) -> None:
    assert "Check a definition" in browser().get("/verify").text
    answer = browser().get("/verify", params={"fingerprint": f" {'AB' * 32} "})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/verify/{'ab' * 32}")


@pytest.mark.parametrize("typed", ["", "abc", "<script>alert(1)</script>", "g" * 64])
def test_what_is_no_fingerprint_is_told_so_and_shown_as_text(browser: Browser, typed: str) -> None:
    answer = browser().get("/verify", params={"fingerprint": typed})
    assert answer.status_code == 422
    assert NO_FINGERPRINT in answer.text
    assert "<script>" not in answer.text


def test_a_member_reads_what_it_is_a_stranger_that_it_is_there(published: Room, browser: Browser) -> None:
    address = f"/verify/{fingerprint(published)}"
    own, strange = browser(MEMBER).get(address), browser().get(address)
    assert (own.status_code, strange.status_code) == (200, 200)
    assert "version 1 of the definition of a qualified lead at Acme" in own.text
    assert 'href="/definition/s"' in own.text
    assert CLOSED in strange.text
    for secret in ("Acme", "/definition/", "version 1", "Leads"):
        assert secret not in strange.text
    assert browser().get(address, headers=JSON).json() == {"known": True, "open": False}


@pytest.mark.parametrize("known", [(), (Identity("w", "p99"),), (Identity("elsewhere", "p1"),)])
def test_once_it_is_shared_anybody_reads_what_it_is(
    published: Room, browser: Browser, known: tuple[Identity, ...]
) -> None:
    address = f"/verify/{fingerprint(published)}"
    assert "Acme" not in browser(*known).get(address).text
    published.act(share, "p1", Sharing.ANYONE)
    assert "Acme" in browser(*known).get(address).text


def test_programs_get_json(published: Room, browser: Browser) -> None:
    answer = browser(MEMBER).get(f"/verify/{fingerprint(published).upper()}", headers=JSON)
    assert answer.headers["content-type"] == "application/json"
    said = answer.json()
    assert said.pop("in_force_since").startswith("2026-03-02T")
    assert said == {
        "known": True,
        "open": True,
        "company": "Acme",
        "version": 1,
        "in_force": True,
        "signatures": 4,
    }


def test_a_version_that_was_replaced_says_so(browser: Browser) -> None:
    room = room_at(Stage.REDRAFTING)
    freeze_for(room)
    sign_all(room)
    kept = rooms().keep("w", room.record)
    answer = browser(MEMBER).get(f"/verify/{fingerprint(kept)}")
    assert "when version 2 replaced it." in answer.text
    assert "/definition/" not in answer.text
    said = browser(MEMBER).get(f"/verify/{fingerprint(kept)}", headers=JSON).json()
    assert (said["in_force"], "replaced_at" in said) == (False, True)


@pytest.mark.parametrize("wrong", ["0" * 64, "abc", "%2e%2e", "x" * 5_000])
def test_what_is_not_known_is_not_found(browser: Browser, wrong: str) -> None:
    assert browser().get(f"/verify/{wrong}").status_code == 404
    assert browser().get(f"/verify/{wrong}", headers=JSON).json() == {"known": False}


def test_a_frozen_text_is_not_known_before_it_is_signed(browser: Browser) -> None:
    room = rooms().keep("w", room_at(Stage.FROZEN).record)
    frozen = room.workshop().frozen
    assert frozen is not None
    assert browser(MEMBER).get(f"/verify/{frozen.sha256}").status_code == 404


def test_guesses_are_braked(published: Room, browser: Browser) -> None:
    client = browser()
    for number in range(20):
        assert client.get(f"/verify/{number:064}").status_code == 404
    right = f"/verify/{fingerprint(published)}"
    assert client.get(right).status_code == 429
    assert client.get(right, headers=JSON).headers["retry-after"] == "60"
    assert client.post("/verify", files={"file": ("a.json", b"{}")}).status_code == 429
    assert GUESSES.may_try("testclient"), "nobody is kept from joining by it"
    LOOK_UPS.forget_all()
    assert client.get(right).status_code == 200


def test_a_file_as_it_was_downloaded_holds(published: Room, browser: Browser) -> None:
    raw = exported(browser)
    own, strange = sent(browser, raw, MEMBER), sent(browser, raw)
    for answer in (own, strange):
        assert "The file holds</h1>" in answer
        assert HOLDS in answer
    assert "at Acme" in own
    assert CLOSED in strange


@pytest.mark.parametrize(
    ("path", "to", "why"),
    [
        (("document", "company"), "Bcme", OTHER_TEXT),
        (("signatures", 0, "name"), "Mallory", OTHER_SIGNATURES),
        (("published_at",), None, OTHER_SIGNATURES),
    ],
)
def test_a_file_in_which_something_was_changed_does_not_hold(
    published: Room, browser: Browser, path: tuple[str | int, ...], to: object, why: str
) -> None:
    whole = json.loads(exported(browser))
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    answer = sent(browser, json.dumps(whole).encode(), MEMBER)
    assert "The file does not hold</h1>" in answer
    assert why in answer


def test_signatures_are_not_compared_for_a_stranger(published: Room, browser: Browser) -> None:
    whole = json.loads(exported(browser))
    whole["signatures"] = []
    assert CLOSED in sent(browser, json.dumps(whole).encode())


def test_a_file_from_elsewhere_is_not_vouched_for(browser: Browser) -> None:
    rooms().keep("w", room_at(Stage.PUBLISHED).record)
    raw = exported(browser)
    rooms().remove("w")
    answer = sent(browser, raw)
    assert "Not known here</h1>" in answer
    assert UNKNOWN in answer


@pytest.mark.parametrize(
    ("raw", "status", "why"),
    [
        (b"", 422, NO_FILE),
        (b"%PDF-1.7", 422, NOT_OURS),
        (b"{" * 50_000, 422, NOT_OURS),
        (b" " * (MOST_BYTES + 50_000), 413, "larger than 2 MB"),
    ],
)
def test_what_is_no_definition_is_told_so(browser: Browser, raw: bytes, status: int, why: str) -> None:
    answer = browser().post("/verify", files={"file": ("a.pdf", raw)})
    assert answer.status_code == status
    assert why in answer.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"file=x", "application/x-www-form-urlencoded"),
        (b"--b\r\nbroken", "multipart/form-data; boundary=b"),
        (b"x", "multipart/form-data"),
        (b"", ""),
    ],
)
def test_what_is_no_form_is_refused(browser: Browser, content: bytes, kind: str) -> None:
    answer = browser().post("/verify", content=content, headers={"Content-Type": kind})
    assert answer.status_code in (400, 422)


def test_nothing_on_the_page_is_kept_by_browsers_or_framed(published: Room, browser: Browser) -> None:
    headers = browser(MEMBER).get(f"/verify/{fingerprint(published)}").headers
    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
