"""The projector in a real browser: no menu, large type, a timer that costs nothing, the reveal by itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from alignment.stances import Stance
from data.access import Identity
from data.room import Room
from data.starter import classic_scorecard
from tests.e2e.browsers import DESKTOP, PHONE, People, settled
from tests.e2e.journey import press, see
from tests.e2e.server import Server
from tests.e2e.test_live import Runs
from tests.pages.rooms import person, propose, staffed_room, vote

pytestmark = pytest.mark.browser
BUDGET = classic_scorecard()[0]
PROJECTORS = {"laptop": DESKTOP, "projector": (1920, 1080), "phone": PHONE}


@pytest.fixture
def room(server: Server) -> Room:
    """The classic clauses are proposed; no ballot is open."""
    room = staffed_room()
    propose(room, *classic_scorecard())
    return room


def opened(new_person: People, room: Room, name: str, address: str, size: tuple[int, int]) -> Page:
    page = new_person(Identity(room.id, person(room, name)), size=size)
    page.goto(address)
    return settled(page)


def seconds(page: Page) -> int:
    minutes, rest = page.get_by_role("timer").inner_text().split(":")
    return int(minutes) * 60 + int(rest)


def test_a_room_is_run_from_a_phone_and_every_screen_follows(new_person: People, room: Room) -> None:
    screens = [opened(new_person, room, "Obi", "/presenter", size) for size in PROJECTORS.values()]
    phone = opened(new_person, room, "Hana", "/running", PHONE)
    press(phone, "Put a code for each team on the projector")
    for screen in screens:
        expect(screen.get_by_role("img", name="The code to join sales")).to_be_visible()
        expect(screen.get_by_test_id("stSidebar")).to_have_count(0)
    press(phone, "Next")
    press(phone, "Open the ballot")
    for screen in screens:
        see(screen, "Vote now, each on your own screen")
        see(screen, re.compile("What is the status of the budget"))
    vote(room, "Sal", BUDGET.name, Stance.DISAGREE)
    for screen in screens:
        see(screen, "1 of 2 voted")
        expect(screen.get_by_text("disagree")).to_have_count(0)
    press(phone, "Reveal")
    for screen in screens:
        see(screen, "✕ 1 disagree")
        assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_type_is_2_percent_of_the_screen_s_width_at_least(new_person: People, room: Room) -> None:
    """That is 25 mm on a picture two metres wide, which is read from ten metres."""
    for size in (DESKTOP, (1920, 1080)):
        page = opened(new_person, room, "Obi", "/presenter", size)
        smallest = page.get_by_text("Here already").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        assert smallest >= 0.02 * size[0]


def test_the_timer_counts_in_the_browser_and_costs_no_run(new_person: People, room: Room) -> None:
    page = new_person(Identity(room.id, person(room, "Obi")))
    runs = Runs(page)
    page.goto("/presenter")
    settled(page)
    phone = opened(new_person, room, "Hana", "/running", PHONE)
    press(phone, "1")
    expect(page.get_by_role("timer")).to_be_visible()
    page.wait_for_timeout(500)
    runs.asked.clear()
    before = seconds(page)
    page.wait_for_timeout(2_200)
    assert 1 <= before - seconds(page) <= 4
    assert runs.asked == []
    press(phone, "Stop")
    expect(page.get_by_role("timer")).to_have_count(0)
