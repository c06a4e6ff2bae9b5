"""Whether the definition works, in a real browser: from a file of outcomes to a challenged clause."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from data.room import Room
from tests.data.publishing.reading import pdf_text
from tests.e2e.browsers import PHONE, People, settled
from tests.e2e.journey import choose, press, see
from tests.e2e.measuring import LEADS, WAITING, export, in_force, wait_for_sales
from tests.e2e.server import Server
from tests.e2e.using import named, visit

pytestmark = pytest.mark.browser

ACCEPTED = "Sales accepted 60 % (53 to 67) of 200 leads"
BLAMED = "For a definitional reason sales rejected 40 % (33 to 47) of 200 leads; agreed is at most 15 %."


@pytest.fixture
def room(server: Server) -> Room:
    """A workshop whose definition is in force."""
    return in_force()


def test_a_file_of_outcomes_is_measured_and_challenges_the_clause_it_speaks_against(
    new_person: People, room: Room, tmp_path: Path
) -> None:
    seller, host = new_person(named(room, "Sal"), size=PHONE), new_person(named(room, "Hana"))
    visit(seller, "/measure", "Measure")
    see(seller, "Nobody has said yet what became of the leads")
    outcomes_are_added(host, export(tmp_path))
    the_page_tells_what_holds_and_what_does_not(seller)
    the_report_has_the_same_figures(seller, room)
    the_definition_and_home_show_what_is_challenged(seller, host)
    an_observer_reads_no_lead(new_person(named(room, "Obi")))


def outcomes_are_added(host: Page, file: Path) -> None:
    """What was understood and can be measured is said; one click adds it and checks the trip-wires."""
    visit(host, "/outcomes", "Outcomes")
    host.locator('input[type="file"]').set_input_files(file)
    see(host, f"{LEADS} leads")
    see(host, "What can be measured")
    press(host, f"Add these {LEADS} leads")
    see(host, "Their figures challenged Budget")
    see(host, "In use")


def the_page_tells_what_holds_and_what_does_not(seller: Page) -> None:
    """The finding first, then the trip-wire, both promises and the tab with the leads' reasons."""
    visit(seller, "/measure", "Measure")
    see(seller, re.compile(re.escape(ACCEPTED)))
    see(seller, re.compile(r"Budget causes most rejections:\W+80 of 80"))
    see(seller, re.compile(re.escape(BLAMED)))
    see(seller, "Marketing promised")
    seller.get_by_role("tab", name="Acceptance").click()
    expect(picture(seller, "Budget causes most rejections")).to_be_visible()
    main = seller.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")


def picture(page: Page, finding: str) -> Locator:
    """A chart by what it says to those who do not see it."""
    return page.locator(f'[data-testid="stVegaLiteChart"][aria-label^="{finding}"]')


def the_report_has_the_same_figures(seller: Page, room: Room) -> None:
    """One page as PDF, with what it was made from."""
    press(seller, "Report")
    with seller.expect_download() as downloading:
        press(seller, "PDF, one page")
    text = " ".join(pdf_text(Path(downloading.value.path()).read_bytes()).split())
    assert ACCEPTED in text
    assert (room.workshop().outcome_set_in_use or "")[:16] in text.replace(" ", "")
    seller.keyboard.press("Escape")


def the_definition_and_home_show_what_is_challenged(seller: Page, host: Page) -> None:
    """With the figures, and a draft of that clause alone is on the table."""
    visit(seller, "/definition", "Definition")
    see(seller, "Version 1 is in force while version 2 is made")
    seller.get_by_text("Closed: two challenges").click()
    see(seller, re.compile(re.escape(BLAMED)))
    host.goto("/")
    settled(host)
    see(host, re.compile(r"challenged Budget:\W+For a definitional reason"))


def an_observer_reads_no_lead(observer: Page) -> None:
    """The numbers are for everybody, the leads are not."""
    visit(observer, "/measure", "Measure")
    see(observer, re.compile(re.escape(ACCEPTED)))
    observer.get_by_role("tab", name="Standing still").click()
    see(observer, "You observe. Which leads these are is for the three teams.")


def test_sales_says_what_became_of_its_leads_and_that_is_measured(new_person: People, room: Room) -> None:
    wait_for_sales(room)
    seller = new_person(named(room, "Sal"), size=PHONE)
    visit(seller, "/inbox-of-leads", "Leads for sales")
    see(seller, "Three leads")
    accepted_and_contacted(lead(seller, WAITING[0]))
    rejected(seller, lead(seller, WAITING[1]))
    expect(lead(seller, WAITING[1])).not_to_be_attached()
    see(seller, "Two leads")
    visit(seller, "/outcomes", "Outcomes")
    press(seller, "Add them as they stand")
    see(seller, re.compile("3 MQLs, 1 accepted, 1 rejected, 0 recycled, 1 contacted"))
    visit(seller, "/measure", "Measure")
    see(seller, re.compile(r"1 of 2 leads"))


def lead(page: Page, name: str) -> Locator:
    """The card of a lead for sales."""
    return page.locator('[class*="st-key-follow-"]').filter(has=page.get_by_text(name, exact=True)).last


def accepted_and_contacted(card: Locator) -> None:
    """The clock that runs is named each time."""
    see(card, re.compile("to decide"))
    press(card, "Accept")
    see(card, "Accepted")
    see(card, re.compile("to first contact"))
    press(card, "First contact made")
    see(card, "Contacted")


def rejected(page: Page, card: Locator) -> None:
    """A reason is asked for; the one from the list names its clause."""
    press(card, "Reject")
    press(page, "Reject this lead")
    see(page, re.compile("reason"))
    choose(page, "Why", "No budget")
    see(page, "This names the clause Budget.")
    press(page, "Reject this lead")
