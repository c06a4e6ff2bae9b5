"""A real Chromium, and people who use it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from data.access import COOKIE_NAME, Identity, seal_cookie

HOW_TO_GET_IT = (
    "There is no Chromium to test with: install it, on Debian or Ubuntu with apt-get install chromium."
)
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = (1280, 900)
PHONE = (390, 844)
PATIENCE = 20_000
"""Milliseconds that a page may take to show what is expected, also on a slow and busy machine."""


def chromium() -> str | None:
    """The path of the installed Chromium, if there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def started_browser(program: str) -> Iterator[Browser]:
    """Chromium without a window."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(SWITCHES))
        yield browser
        browser.close()


class People:
    """Fresh browsers, each a person of its own; remembers what went wrong in their pages."""

    def __init__(self, browser: Browser, url: str) -> None:
        """Everybody visits the server at ``url``."""
        self.faults: list[str] = []
        self._browser, self._url = browser, url
        self._contexts: list[BrowserContext] = []

    def __call__(
        self, *known: Identity, size: tuple[int, int] = DESKTOP, dark: bool = False, **options: Any
    ) -> Page:
        """A page in a fresh browser, which knows these people (needs the server's secret), the first now."""
        context = self._browser.new_context(
            base_url=self._url,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            **options,
        )
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if known:
            context.add_cookies([{"name": COOKIE_NAME, "value": seal_cookie(known), "url": self._url}])
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"a script failed: {error}"))
        page.on("request", lambda request: self._watch(request.url))
        return page

    def _watch(self, address: str) -> None:
        """Nothing that a page shows may make a browser ask another server."""
        if not address.startswith((self._url, "data:", "blob:", "about:")):
            self.faults.append(f"asked {address}")

    def leave(self) -> None:
        """Close everybody's browser."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()


def settled(page: Page) -> Page:
    """Wait until the app has a title and no run is under way."""
    page.locator("h1").first.wait_for()
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    return page
