"""A file of leads in a real browser: from the drop to a chart, also on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from alignment.actions.clauses import propose_all
from data.access import Identity
from data.room import Room
from data.starter import classic_scorecard
from tests.e2e.browsers import PHONE, People, settled
from tests.e2e.journey import go, press, see
from tests.e2e.server import Server
from tests.e2e.simulating import handle, move_threshold
from tests.pages.rooms import HOST, staffed_room

pytestmark = pytest.mark.browser


@pytest.fixture
def room(server: Server) -> Room:
    """A workshop with the classic scorecard."""
    made = staffed_room()
    made.act(propose_all, HOST, classic_scorecard())
    return made


def export(folder: Path) -> Path:
    """What a CRM might give: semicolons, cp1252, other words than the criteria's, addresses, a short row."""
    rows = [
        f"{n};0{n % 6 + 1}.0{n % 6 + 1}.2026;{('ready', 'none')[n % 2]};{('high', 'mid', 'low')[n % 3]};"
        f"{('Gewonnen', 'Verloren')[n % 5 > 1]};käufer{n}@example.invalid"
        for n in range(300)
    ]
    path = folder / "export.csv"
    text = "\r\n".join(["Nr;Datum;Budget;Authority;Status;E-Mail", "0;01.01.2026;ready", *rows])
    path.write_bytes(text.encode("cp1252"))
    return path


@pytest.mark.parametrize("size", [(1280, 900), PHONE])
def test_a_file_goes_from_the_drop_to_a_chart(
    new_person: People, room: Room, tmp_path: Path, size: tuple[int, int]
) -> None:
    page = new_person(Identity(room.id, HOST), size=size)
    page.goto("/leads")
    settled(page)
    page.locator('input[type="file"]').set_input_files(export(tmp_path))
    see(page, "300 leads")
    see(page, "1 row was set aside")
    see(page, "Values are parted by semicolons.")
    see(page, "Left out: E-Mail")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")
    press(page, "Add these 300 leads")
    see(page, "300 leads, January to June 2026.")
    page.get_by_role("link", name="Try a threshold on them").click()
    expect(handle(page)).to_be_visible()
    move_threshold(page, "ArrowLeft")
    assert go(page, "Leads")
