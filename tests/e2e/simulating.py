"""Trying a threshold on leads in a real browser, by keyboard."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.journey import go, press, see, settled


def add_sample_leads(page: Page) -> None:
    """Add the sample leads, and go on to what would have happened to them."""
    go(page, "Leads")
    press(page, "Use the sample leads")
    see(page, "3 000 leads")
    go(page, "What if")
    expect(handle(page)).to_be_visible()


def handle(page: Page) -> Locator:
    """The threshold's handle under the curve."""
    return page.get_by_role("slider", name="Threshold")


def threshold(page: Page) -> int:
    """Where the handle stands."""
    return int(handle(page).get_attribute("aria-valuenow") or handle(page).input_value())


def move_threshold(page: Page, *keys: str) -> None:
    """Move the handle with the keyboard; the finding above the curve follows."""
    expect(page.get_by_role("heading", name=f"From {threshold(page)} points")).to_be_visible()
    handle(page).focus()
    for key in keys:
        before = threshold(page)
        page.keyboard.press(key)
        expect(page.get_by_role("heading", name=f"From {before} points")).not_to_be_attached()
        settled(page)


def number(page: Page, name: str) -> str:
    """One of the large numbers."""
    return page.get_by_test_id("stMetric").filter(has_text=name).get_by_test_id("stMetricValue").inner_text()
