"""The start page of somebody who is in no workshop yet."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from data.room import Room
from data.rooms import rooms
from tests.pages.rooms import FRAME

TYPED = {
    "open.name": "What is a lead?",
    "open.company": "Müller & Söhne",
    "open.offering": "Pumps",
    "open.me": "Ada",
}


def visitor(email: str | None = None, **claims: object) -> AppTest:
    """The start page as a stranger sees it, signed in with an e-mail address or not."""
    app = AppTest.from_file(FRAME, default_timeout=15)
    app.user = {"is_logged_in": email is not None, **({"email": email} if email else {}), **claims}
    return app.run()


def fill(app: AppTest, **but: str) -> AppTest:
    """Fill in the form for a new workshop."""
    for key, text in {**TYPED, **{key.replace("_", "."): text for key, text in but.items()}}.items():
        app.text_input(key=key).input(text)
    return app


def openings() -> list[Room]:
    """The workshops there are."""
    found = [rooms().enter(row.workshop_id) for row in rooms().ledger.openings()]
    return [room for room in found if room is not None]
