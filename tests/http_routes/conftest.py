"""A server with our routes on a fresh SQLite record, a workshop in it, and browsers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from alignment.actions.opening import open_workshop
from alignment.people import Team
from data.access import COOKIE_NAME, GUESSES, Identity, seal_cookie
from data.room import Room
from data.rooms import forget_rooms, rooms
from http_routes.api.keys import KEY_GUESSES
from http_routes.routes import routes

Browser = Callable[..., TestClient]


@pytest.fixture(autouse=True)
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starlette]:
    """The routes, with everything kept in a folder of the test's own."""
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    for name in ("DATABASE_URL", "PUBLIC_URL", "HOST_KEY"):
        monkeypatch.delenv(f"COMMON_TERMS_{name}", raising=False)
    forget_rooms()
    GUESSES.forget_all()
    KEY_GUESSES.forget_all()
    yield Starlette(routes=routes())
    forget_rooms()


@pytest.fixture
def room() -> Room:
    """A workshop that Ann of marketing opened."""
    return rooms().open(
        open_workshop(
            name="Leads <b>2026</b>",
            company="Acme & Söhne",
            offering="Pumps",
            opener_name="Ann",
            opener_team=Team.MARKETING,
            slug="acme",
        )
    )


@pytest.fixture
def browser(server: Starlette) -> Iterator[Browser]:
    """Opens a browser, known as the given people; its own forms say that they come from our pages."""
    opened: list[TestClient] = []

    def start(*known: Identity, url: str = "http://testserver", origin: str | None = None) -> TestClient:
        client = TestClient(
            server,
            base_url=url,
            follow_redirects=False,
            headers={"Origin": url if origin is None else origin},
        )
        if known:
            client.cookies.set(COOKIE_NAME, seal_cookie(known))
        opened.append(client)
        return client

    yield start
    for client in opened:
        client.close()
