"""The style sheet and the scripts."""

from __future__ import annotations

import pytest

from tests.http_routes.conftest import Browser


@pytest.mark.parametrize("name", ["live.js", "entering.js", "countdown.js", "drafts.js", "plain.css"])
def test_an_asset_is_sent_once_and_then_only_confirmed(browser: Browser, name: str) -> None:
    client = browser()
    first = client.get(f"/assets/{name}")
    assert first.status_code == 200
    again = client.get(f"/assets/{name}", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", ["../routes.py", "%2e%2e/routes.py", "", "nothing.js"])
def test_nothing_else_is_sent(browser: Browser, name: str) -> None:
    assert browser().get(f"/assets/{name}").status_code == 404
