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
from http_routes.verify import LOOK_UPS
from tests.alignment.stages import Stage, room_at
from tests.http_routes.keys import bearer, key_to

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
    LOOK_UPS.forget_all()
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
def published() -> Room:
    """A workshop that has published version 1, at the address ``s``: Budget, 3 points for Yes, from 3 on."""
    return rooms().keep("w", room_at(Stage.PUBLISHED).record)


@pytest.fixture
def crm(published: Room, browser: Browser) -> TestClient:
    """Another system with a key."""
    client = browser()
    client.headers.update(bearer(key_to(published)))
    return client


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
