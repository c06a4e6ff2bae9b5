"""The same verdict everywhere in a real browser: a file, another system with a key, and the fingerprint."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import APIResponse, Page, expect

from alignment.composing import signed_document
from data.room import Room
from definitions.document import SignedDocument, scorecard
from definitions.scorecard import score
from tests.e2e.browsers import People, settled
from tests.e2e.journey import choose, press, see
from tests.e2e.server import Server
from tests.e2e.using import in_force, named, taken, visit

pytestmark = pytest.mark.browser

CRM = {"Budget": "Money there", "Fit": "fit", "Timing": "timing"}
"""What the columns of the file are called."""
OTHERWISE = {"approved": "Ready", "nothing": "None"}
"""What the file says of the budget, in words that are nobody's answer."""
BUDGETS = ("approved", "nothing", "perhaps")
ROWS = tuple(
    product(
        ("approved", "nothing", "perhaps"), ("ONE OF OURS", "none of ours"), ("This quarter", "", "later")
    )
)


@pytest.fixture
def room(server: Server) -> Room:
    """A workshop whose definition is in force."""
    return in_force()


def test_a_file_a_key_and_the_fingerprint_all_say_what_was_signed(
    new_person: People, room: Room, tmp_path: Path
) -> None:
    host, stranger = new_person(named(room, "Hana")), new_person()
    signed = in_force_in(room)
    a_file_comes_back_scored(new_person(named(room, "Sal")), tmp_path, signed)
    key = a_key_is_made(host)
    another_system_gets_the_same_verdicts(stranger, key, signed)
    it_is_refused_once_the_key_is_revoked(host, stranger, key)
    anybody_can_check_the_fingerprint(stranger, signed)


def in_force_in(room: Room) -> SignedDocument:
    version = room.workshop().in_force
    assert version is not None
    return signed_document(room.workshop(), version.draft, version)


def crm_export(folder: Path) -> Path:
    """A file with columns in another order and words of its own, and a cell that a sheet would compute."""
    path = folder / "crm.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Nr", CRM["Timing"], CRM["Budget"], "Remark", CRM["Fit"]])
        writer.writerows(
            [number, timing, budget, "=1+1", fit] for number, (budget, fit, timing) in enumerate(ROWS)
        )
    return path


def a_file_comes_back_scored(seller: Page, folder: Path, signed: SignedDocument) -> None:
    """Dropped, mapped where its words are its own, scored, taken along: each row as the scorecard says."""
    visit(seller, "/score-file", "Score a file")
    seller.locator('input[type="file"]').set_input_files(crm_export(folder))
    see(seller, "18 leads")
    the_budget_is_mapped(seller)
    press(seller, "Score 18 leads")
    see(seller, "Scored")
    see(seller, "Budget is not answered for six leads")
    with taken(seller, "Download as CSV").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    expected = [score(scorecard(signed.document), answers(*row)) for row in ROWS]
    assert [row["Nr"] for row in rows] == [str(number) for number in range(len(ROWS))]
    assert [(row["Verdict"], int(row["Points"])) for row in rows] == [(r.verdict, r.points) for r in expected]
    assert {row["Definition fingerprint"] for row in rows} == {signed.sha256}
    assert not any(row["Remark"].startswith("=") for row in rows)


def the_budget_is_mapped(seller: Page) -> None:
    """The column that is called like no criterion, and its two words."""
    see(seller, "Matched with a column: 2 of 3.")
    place = seller.locator('[class*="st-key-match-"]').filter(has=seller.locator("strong", has_text="Budget"))
    choose(place, "Column", CRM["Budget"])
    see(place, "not answered: 18")
    for word, means in OTHERWISE.items():
        choose(place, means, word)
        seller.keyboard.press("Escape")
    see(place, "Ready: 6 · None: 6 · not answered: 6")


def answers(budget: str, fit: str, timing: str) -> dict[str, str | None]:
    """What a row answers."""
    return {
        "Budget": OTHERWISE.get(budget),
        "Fit": fit.capitalize(),
        "Timing": timing.capitalize() or None,
    }


def a_key_is_made(host: Page) -> str:
    """For a system by name; it is shown once, with a call to try."""
    visit(host, "/connections", "Connections")
    host.get_by_label("Which system is the key for?").fill("Our CRM")
    press(host, "Make a key")
    see(host, "Copy the key now")
    key = host.get_by_test_id("stCode").first.inner_text().strip()
    press(host, "I have copied the key")
    expect(host.get_by_text(key)).not_to_be_attached()
    return key


def another_system_gets_the_same_verdicts(stranger: Page, key: str, signed: SignedDocument) -> None:
    """Without being a member; unknown answers are ``null``."""
    given = [answers(*row) for row in ROWS]
    told = asked(stranger, key, {"leads": given}).json()
    assert told["definition"]["sha256"] == signed.sha256
    expected = [score(scorecard(signed.document), each) for each in given]
    assert [(r["verdict"], r["points"]) for r in told["results"]] == [(r.verdict, r.points) for r in expected]


def asked(page: Page, key: str, body: dict[str, object]) -> APIResponse:
    """What the interface answers to a request with this key."""
    headers = {"Authorization": f"Bearer {key}"}
    return page.context.request.post("/api/definitions/acme-x/score", data=body, headers=headers)


def it_is_refused_once_the_key_is_revoked(host: Page, stranger: Page, key: str) -> None:
    """The page says when the key was last used; taking it back holds at once."""
    host.reload()
    settled(host)
    see(host, "last used")
    press(host, "Revoke")
    press(host, "Revoke Our CRM")
    see(host, "Revoked: Our CRM")
    assert asked(stranger, key, {"lead": {"Budget": "Ready"}}).status == 401


def anybody_can_check_the_fingerprint(stranger: Page, signed: SignedDocument) -> None:
    """It is known, but not whose it is; another one is not."""
    stranger.goto("/verify")
    stranger.get_by_label("Fingerprint (SHA-256)").fill(signed.sha256)
    press(stranger, "Check the fingerprint")
    expect(stranger.get_by_role("heading", name="Known here")).to_be_visible()
    assert "Acme" not in stranger.locator("body").inner_text()
    stranger.goto(f"/verify/{'0' * 64}")
    expect(stranger.get_by_role("heading", name="Not known here")).to_be_visible()
