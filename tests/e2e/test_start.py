"""Coming in, in a real browser: the demo, a workshop of one's own, a link, another device, leaving."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from data.access import COOKIE_NAME
from tests.e2e.browsers import PHONE, People, settled
from tests.e2e.server import Server

pytestmark = pytest.mark.browser


def open_workshop(page: Page, name: str = "What is a lead?") -> None:
    """Open a workshop as Ada."""
    settled_at(page, "/")
    for field, text in {
        "Name of the workshop": name,
        "Company": "Acme",
        "What do you sell?": "Pumps",
    }.items():
        page.get_by_label(field).fill(text)
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Open the workshop").click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def settled_at(page: Page, path: str) -> Page:
    page.goto(path)
    return settled(page)


def expect_gate(page: Page) -> None:
    expect(page.get_by_role("heading", name="You are not in a workshop here")).to_be_visible()


def test_a_stranger_who_follows_a_deep_link_to_a_fresh_server_meets_the_gate(new_person: People) -> None:
    page = new_person()
    for path in ("/people", "/record", "/criteria", "/definition"):
        page.goto(path)
        expect_gate(page)


def test_the_browser_still_knows_its_person_after_a_reload_and_a_restart(
    new_person: People, server: Server
) -> None:
    page = new_person()
    open_workshop(page)
    cookie = wait_for_cookie(page)
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"
    server.kill()
    server.start()
    settled_at(page, "/people")
    expect(page.get_by_role("heading", name="People", level=1)).to_be_visible()


def wait_for_cookie(page: Page, other_than: object = None) -> dict[str, object]:
    """The cookie that says who this browser is, once it is there and has changed."""
    for _ in range(200):
        found = {cookie["name"]: dict(cookie) for cookie in page.context.cookies()}.get(COOKIE_NAME)
        if found is not None and found["value"] != other_than:
            return found
        page.wait_for_timeout(100)
    raise AssertionError("the browser got no cookie")


def test_somebody_comes_in_by_a_link_and_is_seen_by_the_host_without_a_reload(new_person: People) -> None:
    host, guest = new_person(), new_person(size=PHONE)
    open_workshop(host)
    wait_for_cookie(host)
    settled_at(host, "/people")
    host.get_by_role("button", name="Link for sales").click()
    address = host.get_by_test_id("stCode").inner_text().strip()
    guest.goto(address)
    guest.get_by_label(re.compile("name", re.IGNORECASE)).first.fill("Sal")
    guest.get_by_role("button").first.click()
    expect(guest.get_by_role("heading", name="What is a lead?", level=1)).to_be_visible()
    assert "join" not in guest.url
    expect(host.get_by_text("1 joined")).to_be_visible()


def test_the_demo_is_seen_through_other_eyes_and_left_again(new_person: People) -> None:
    page = new_person()
    settled_at(page, "/")
    page.get_by_role("button", name=re.compile("Explore the demo$")).click()
    expect(page.get_by_test_id("stSidebar").get_by_text("Mara Lindqvist")).to_be_visible()
    before = wait_for_cookie(page)["value"]
    page.get_by_role("radio", name="Ruth Adler (executives)").click()
    expect(page.get_by_test_id("stSidebar").get_by_text("Ruth Adler")).to_be_visible()
    wait_for_cookie(page, other_than=before)
    settled_at(page, "/me")
    expect(page.get_by_test_id("stMain").get_by_text("Ruth Adler").first).to_be_visible()
    page.get_by_role("button", name="Leave on this browser").click()
    expect(page.get_by_role("heading", name="Agree on what a qualified lead is")).to_be_visible()
    page.goto("/record")
    expect_gate(page)


def test_a_personal_link_takes_somebody_to_another_device_once(new_person: People) -> None:
    first, second, third = new_person(), new_person(size=PHONE), new_person()
    open_workshop(first)
    wait_for_cookie(first)
    settled_at(first, "/me")
    first.get_by_role("button", name="Make a personal link").click()
    address = first.get_by_test_id("stCode").inner_text().strip()
    second.goto(address)
    second.get_by_role("button").first.click()
    expect(second.get_by_role("heading", name="What is a lead?", level=1)).to_be_visible()
    third.goto(address)
    expect(third.get_by_text("does not open anything")).to_be_visible()
