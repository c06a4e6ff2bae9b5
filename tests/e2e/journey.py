"""What people do in a workshop, in a real browser: coming in, going from screen to screen, drafting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browsers import PHONE, settled

WORKSHOP, COMPANY = "What is a lead for us?", "Northwind Pumps"
HOST, SELLER, CHIEF = "Hanna Holm", "Sam Sato", "Eva Ek"
A_PHONE = {
    "size": PHONE,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile",
}
"""A person with a phone: by its name the menu knows that it has to fold itself after a choice."""


@dataclass(frozen=True)
class Cast:
    """The three people of the workshop, each in a browser of their own."""

    host: Page
    seller: Page
    chief: Page

    @property
    def all(self) -> tuple[Page, Page, Page]:
        """Everybody, in the order of joining."""
        return self.host, self.seller, self.chief


def go(page: Page, screen: str) -> Page:
    """Open a screen by its name in the menu, which is folded on a phone."""
    link = page.get_by_test_id("stSidebarNavLink").filter(has_text=re.compile(f"{screen}$"))
    unfold = page.get_by_test_id("stExpandSidebarButton")
    expect(link.or_(unfold).first).to_be_visible()
    if unfold.is_visible():
        unfold.click()
    link.click()
    expect(title(page, screen)).to_be_visible()
    return settled(page)


def go_home(page: Page) -> Page:
    """Open home, whose title is the workshop's name."""
    page.goto("/")
    expect(title(page, WORKSHOP)).to_be_visible()
    return settled(page)


def title(page: Page, words: str) -> Locator:
    """The title of a screen."""
    return page.get_by_role("heading", name=words, level=1, exact=True)


def press(place: Page | Locator, words: str) -> None:
    """Press a button or a menu's head, by what stands on it."""
    place.get_by_role("button", name=words, exact=True).click()


def see(place: Page | Locator, words: str | re.Pattern[str]) -> None:
    """Wait until some words are there to be read."""
    expect(place.get_by_text(words).first).to_be_visible()


def open_workshop(page: Page) -> None:
    """Open the workshop; the opener is its facilitator and of marketing."""
    page.goto("/")
    page.get_by_label("Name of the workshop").fill(WORKSHOP)
    page.get_by_label("Company").fill(COMPANY)
    page.get_by_label("What do you sell?").fill("Pumps that say when they are about to fail")
    page.get_by_label("Your name").fill(HOST)
    press(page, "Open the workshop")
    expect(title(page, WORKSHOP)).to_be_visible()
    settled(page)


def make_link(host: Page, team: str) -> str:
    """Make a team's link on the people page, and read it."""
    before = host.get_by_test_id("stCode").count()
    press(host, f"Link for {team}")
    expect(host.get_by_test_id("stCode")).to_have_count(before + 1)
    expect(host.get_by_role("img", name=f"The link for {team} as a QR code").first).to_be_visible()
    return host.get_by_test_id("stCode").first.inner_text().strip()


def join(page: Page, link: str, name: str) -> None:
    """Follow a link, give a name and land on the home page, without the secret in the address."""
    page.goto(link)
    page.get_by_label("Your name").fill(name)
    press(page, "Join")
    expect(title(page, WORKSHOP)).to_be_visible()
    assert "/join/" not in page.url
    settled(page)


def name_decider(host: Page, name: str) -> None:
    """On the people page: name who rules when the teams still disagree."""
    host.get_by_role("tab", name=re.compile("Who is here")).click()
    choose(host, "Person", name)
    press(host, "Name as decider")
    expect(host.get_by_role("button", name="Name as decider")).not_to_be_attached()


def choose(place: Page | Locator, field: str, option: str) -> None:
    """Choose from a list."""
    page = place if isinstance(place, Page) else place.page
    box = place.get_by_role("combobox", name=field)
    bring_into_view(box)
    box.click()
    page.get_by_role("option", name=re.compile(f"^{re.escape(option)}")).first.click()
    settled(page)


def bring_into_view(place: Locator) -> None:
    """Scroll to something and wait until the page knows: a list that opens before would close again."""
    place.scroll_into_view_if_needed()
    place.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def card(page: Page, clause: str) -> Locator:
    """The card of a clause."""
    cards = page.locator('[class*="st-key-card-"], [class*="st-key-dispute-"], [class*="st-key-next-"]')
    return cards.filter(
        has=page.locator("strong", has_text=re.compile(f"^(Edit: )?{re.escape(clause)}$"))
    ).first
