"""The way to agreement in a real browser: own words, judging leads alone, and the reveals."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

from alignment.judgements import Judgement
from tests.e2e.browsers import settled
from tests.e2e.journey import press, see

BUTTONS = {
    Judgement.QUALIFIED: ("Qualified", "1"),
    Judgement.NOT: ("Not", "2"),
    Judgement.UNSURE: ("Unsure", "3"),
}
CALM = 0.5
"""Seconds between two judgements of a person: what comes sooner is taken for a double click."""


def ask_for_words(host: Page, leave_out: Sequence[str]) -> None:
    """Ask everybody for their own words, but not for those of some terms, the last of those offered."""
    terms = host.get_by_role("combobox", name=re.compile("Ask about these terms"))
    for term in reversed(leave_out):
        chip = host.get_by_test_id("stMultiSelect").get_by_text(term, exact=True)
        expect(chip).to_be_visible()
        terms.press("Backspace")
        expect(chip).not_to_be_attached()
    settled(host)
    press(host, "Ask everybody")


def write_words(page: Page, term: str, words: str) -> None:
    """Answer the question about a term, and go on to the next."""
    expect(page.get_by_role("heading", name=term, exact=True)).to_be_visible()
    page.get_by_role("textbox").fill(words)
    press(page, "Save and go on")
    expect(page.get_by_role("heading", name=term, exact=True)).not_to_be_attached()
    settled(page)


def review(page: Page, choice: str) -> None:
    """Say the same of everything in the self-review; each choice is kept at once."""
    see(page, "How are leads handled here today?")
    for group in page.get_by_role("radiogroup").all():
        group.get_by_role("radio", name=choice).click()
        expect(group.get_by_role("radio", name=choice)).to_be_checked()
    settled(page)
    press(page, "Done")


def reveal(host: Page, warning: str) -> None:
    """Reveal what is sealed, having read what the facilitator is told before."""
    press(host, "Reveal")
    see(host, warning)
    press(host, "Reveal to everybody")
    expect(host.get_by_role("button", name="Reveal to everybody")).not_to_be_attached()


class Judge:
    """Somebody who judges lead after lead, by the keys or by the buttons, and never too fast."""

    def __init__(self, page: Page, says: Sequence[Judgement], by_keys: bool) -> None:
        """``says``: for each lead, in the order in which they are shown."""
        self.page, self.says, self._by_keys = page, says, by_keys
        self._judged_at = 0.0

    def judge(self, lead: int, reason: str = "") -> None:
        """Judge the lead that is on the screen; the next one, or all of one's own, comes by itself."""
        expect(self.page.get_by_role("heading", name=f"Lead {lead + 1} of {len(self.says)}")).to_be_visible()
        settled(self.page)
        if reason:
            self.page.get_by_label("Why? Only if you like to say").fill(reason)
        self._calm_down()
        self._say(lead)
        see(self.page, f"{lead + 1} of {len(self.says)} judged")
        self._judged_at = time.monotonic()

    def _say(self, lead: int) -> None:
        if self._by_keys:
            self.page.keyboard.press(BUTTONS[self.says[lead]][1])
        else:
            choice(self.page, lead, self.says[lead]).click()

    def _calm_down(self) -> None:
        too_soon = self._judged_at + CALM - time.monotonic()
        if too_soon > 0:
            self.page.wait_for_timeout(1000 * too_soon)


def choice(page: Page, lead: int, judgement: Judgement) -> Locator:
    """A large button of a lead; those of the lead before may still be there for a while."""
    words, _ = BUTTONS[judgement]
    key = f"-{lead}-{judgement.value.replace(' ', '-')}"
    return page.locator(f'[class*="{key}"]').get_by_role("button", name=words)


def open_calibration_in_a_hurry(host: Page) -> None:
    """Put eight leads before everybody, the fewest there can be."""
    slider = host.get_by_role("slider", name="How many leads")
    slider.focus()
    slider.press("Home")
    see(host, "Eight leads will be drawn:")
    settled(host)
    press(host, "Put them before everybody")
    see(host, "0 of 8 judged")


def fits(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return bool(page.get_by_test_id("stMain").evaluate("main => main.scrollWidth <= main.clientWidth"))
