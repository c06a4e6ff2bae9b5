"""Settling what is disputed, in a real browser: leave it out, put it before the decider, rule."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.journey import card, press, see


def leave_out(host: Page, clause: str, reason: str) -> None:
    """The facilitator leaves a clause out of the definition."""
    place = card(host, clause)
    press(place, "Leave out")
    host.get_by_label("Why?").fill(reason)
    press(host, "Leave it out")
    see(place, "Left out")


def escalate(host: Page, clause: str) -> None:
    """The facilitator puts a disputed clause before the decider."""
    press(card(host, clause), "Put before the decider")
    see(card(host, clause), "Waits for the ruling of")


def rule(decider: Page, clause: str, ruling: str, reason: str) -> None:
    """The decider ends the dispute."""
    place = card(decider, clause)
    place.get_by_role("radio", name=ruling, exact=True).click()
    place.get_by_label("Your reason, for those who see it otherwise").fill(reason)
    press(place, "Rule")
    expect(card(decider, clause).get_by_text("ruled that it stands")).to_be_visible()
