"""A definition that is kept alive, in a real browser: read by everybody, challenged, drafted anew."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from data.room import Room
from tests.e2e.browsers import PHONE, People, settled
from tests.e2e.journey import card, choose, go, press, see
from tests.e2e.server import Server
from tests.e2e.using import in_force, named, visit

pytestmark = pytest.mark.browser

WHY = "Half of those without a budget bought within the quarter."


@pytest.fixture
def room(server: Server) -> Room:
    """A workshop whose definition is in force; two challenges of a clause open a draft."""
    return in_force()


def test_it_is_read_and_challenged_and_a_draft_of_one_clause_opens(new_person: People, room: Room) -> None:
    seller, chief = new_person(named(room, "Sal"), size=PHONE), new_person(named(room, "Eve"))
    observer = new_person(named(room, "Obi"))
    for page in (seller, chief, observer):
        visit(page, "/definition", "Definition")
    a_reader_says_so_and_the_others_see_it(observer, seller, chief)
    see(observer, "You observe: the three teams challenge clauses.")
    a_challenge_needs_a_reason(seller)
    challenged(seller, "Budget", WHY)
    see(seller, "Your challenge is on record.")
    see(seller, "1 of 2")
    see(seller, WHY)
    challenged(chief, "Budget", "It keeps good leads out.")
    see(chief, re.compile("That is enough"))
    see(chief, "Version 2 is in the making")
    the_draft_is_about_that_clause_only(new_person(named(room, "Hana")))
    see(seller, "Version 1 is in force while version 2 is made")


def a_reader_says_so_and_the_others_see_it(reader: Page, *others: Page) -> None:
    """Those who signed have read it; who has not is named."""
    for page in (reader, *others):
        see(page, "Read by 3 of 7; not yet: Hana, Sal, Xan and Obi.")
    press(reader, "I have read version 1")
    for page in (reader, *others):
        see(page, "Read by 4 of 7; not yet: Hana, Sal and Xan.")
    expect(reader.get_by_role("button", name="I have read version 1")).not_to_be_attached()


def a_challenge_needs_a_reason(page: Page) -> None:
    """Without one nothing is sent, and the clause stays chosen."""
    choose(page, "Which clause does not hold?", "Budget")
    press(page, "Challenge it")
    expect(page.get_by_test_id("stAlert").filter(has_text="reason").first).to_be_visible()
    settled(page)


def challenged(page: Page, clause: str, why: str) -> None:
    """Say which clause does not hold, and why."""
    choose(page, "Which clause does not hold?", clause)
    page.get_by_label("Why not?").fill(why)
    press(page, "Challenge it")


def the_draft_is_about_that_clause_only(host: Page) -> None:
    """One clause is on the table; every other one stands as it is in force."""
    visit(host, "/criteria", "Criteria")
    see(card(host, "Budget"), "Budget")
    expect(card(host, "Budget").get_by_role("button", name="Edit", exact=True)).to_be_visible()
    go(host, "Sign off")
    see(host, "Everything else stays as it is in force.")
