"""Freezing and signing the definition in a real browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.journey import press, see, settled


def freeze(host: Page) -> str:
    """Freeze the draft for those who are proposed to sign; gives the fingerprint of the text."""
    press(host, "Freeze the draft for signing")
    see(host, "is frozen for signing")
    return fingerprint(host)


def fingerprint(page: Page) -> str:
    """The SHA-256 of the frozen text, as the page shows it."""
    return page.get_by_test_id("stCode").last.inner_text().strip()


def decline(page: Page, reason: str) -> None:
    """Do not sign, and say why."""
    page.get_by_text("I do not sign", exact=True).click()
    page.get_by_label("Why not").fill(reason)
    press(page, "Decline")
    see(page, reason)


def sign(page: Page, name: str) -> None:
    """Type one's name under the statement."""
    type_name(page, name)
    expect(page.get_by_label("Your name, as it stands above")).not_to_be_attached()
    settled(page)


def type_name(page: Page, name: str) -> None:
    """Type a name under the statement and send it."""
    page.get_by_label("Your name, as it stands above").fill(name)
    press(page, "Sign")
