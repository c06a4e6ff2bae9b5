"""Voting and settling disputes in a real browser."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from playwright.sync_api import Locator, Page, expect

from tests.e2e.journey import card, go, press, see

DONE = "You have voted on everything that is open."


def choose_stance(place: Page | Locator, stance: str) -> None:
    """Take a position, which is not sent yet."""
    place.get_by_test_id("stButtonGroup").get_by_role("radio", name=stance, exact=True).check()
    expect(place.get_by_role("button", name="Vote", exact=True)).to_be_enabled()


def vote(page: Page, clause: str, stance: str, reason: str = "") -> None:
    """Vote on a clause's card."""
    choose_stance(card(page, clause), stance)
    if reason:
        card(page, clause).get_by_role("textbox").first.fill(reason)
    press(card(page, clause), "Vote")
    see(card(page, clause), "You voted:")


def vote_on_the_rest(page: Page, objections: Mapping[str, str] = MappingProxyType({})) -> int:
    """Go through the ballots one after another, objecting to some; gives how many there were."""
    go(page, "Vote")
    number = 0
    while (clause := next_ballot(page)) is not None:
        place, objection = card(page, clause), objections.get(clause, "")
        choose_stance(place, "Disagree" if objection else "Agree")
        if objection:
            place.get_by_role("textbox").first.fill(objection)
        press(place, "Vote")
        expect(place).not_to_be_attached()
        number += 1
    return number


def next_ballot(page: Page) -> str | None:
    """The clause whose ballot waits first; ``None`` if none does."""
    waiting = page.locator('[class*="st-key-next-"]').first
    expect(waiting.or_(page.get_by_text(DONE)).first).to_be_visible()
    return waiting.locator("strong").first.inner_text() if waiting.is_visible() else None
