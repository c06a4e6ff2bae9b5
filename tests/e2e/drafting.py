"""Drafting in a real browser: a clause's card, revising it, talking about it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.journey import card, press, see, settled


def open_editor(page: Page, clause: str) -> None:
    """Begin to edit a clause."""
    press(card(page, clause), "Edit")
    expect(card(page, clause).get_by_label("Name", exact=True)).to_have_value(clause)


def write(page: Page, clause: str, field: str, text: str) -> None:
    """Write into a field of a clause that is being edited."""
    card(page, clause).get_by_label(field, exact=True).fill(text)


def save(page: Page, clause: str) -> None:
    """Save what is written, which closes the editor."""
    press(card(page, clause), "Save")
    expect(card(page, clause).get_by_role("button", name="Edit", exact=True)).to_be_visible()


def comment(page: Page, clause: str, text: str) -> None:
    """Say something about a clause; the discussion stays open, with an empty field for the next comment."""
    unfold_discussion(page, clause)
    card(page, clause).get_by_label("Your comment").fill(text)
    press(card(page, clause), "Comment")
    see(card(page, clause).get_by_test_id("stMarkdown"), text)
    expect(card(page, clause).get_by_label("Your comment")).to_have_value("")


def unfold_discussion(page: Page, clause: str) -> None:
    """Open a clause's discussion."""
    card(page, clause).get_by_test_id("stExpander").locator("summary").click()
    expect(card(page, clause).get_by_label("Your comment")).to_be_visible()
    settled(page)


def open_all_ballots(host: Page) -> None:
    """Open the ballot on every draft clause."""
    host.get_by_role("button", name="Open all ballots").click()
    press(host, "Open them")
    expect(host.get_by_role("button", name="Open all ballots")).not_to_be_attached()
