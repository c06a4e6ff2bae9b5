"""Files dropped on the page of lead sets, and what is asked about them."""

from __future__ import annotations

import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from data.room import Room
from data.settings import settings
from definitions.criteria import Criterion
from tests.pages.rooms import clause, keys, shown

PAGE = "pages/simulate/leads.py"
CSV = b"""Lead,Created,Budget,Need,Outcome,E-mail
1,2026-01-03,Ready,Clear,won,ann@example.invalid
2,2026-02-04,None,Not clear,lost,bob@example.invalid
3,2026-02-05,perhaps,,,cec@example.invalid
4,2026-02-06,Ready,Clear,won,dan@example.invalid
"""
PATIENCE = 30
"""Seconds that a small file may take on a slow and busy machine."""


def upload(app: AppTest, raw: bytes, name: str = "march.csv") -> AppTest:
    """Drop a file and wait until it is understood or refused."""
    app.file_uploader[0].upload(name, raw)
    return read(app.run())


def read(app: AppTest) -> AppTest:
    """Wait until no file is being read."""
    until = time.monotonic() + PATIENCE
    while "leads.cancel" in keys(app):
        assert time.monotonic() < until, "the file was not read in time"
        time.sleep(0.1)
        app.run()
    assert not app.exception, app.exception[0]
    return app


def words(app: AppTest) -> str:
    """What is shown, without the signs that keep it from being read as Markdown."""
    invisible = str.maketrans({"\\": "", "*": "", "\u2060": "", "\u202f": " ", "\u00a0": " "})
    return shown(app).translate(invisible)


def add(app: AppTest) -> AppTest:
    """Keep the leads that are understood."""
    app.button(key="leads.add").click().run()
    assert not app.exception, app.exception[0]
    return app


def field(app: AppTest, *parts: str):
    """The field whose key has these parts: which reading it belongs to does not matter."""
    found = [
        each
        for kind in ("selectbox", "multiselect", "text_input", "number_input", "checkbox", "button_group")
        for each in app.get(kind)
        if each.key and each.key.startswith("leads.") and each.key.split(".", 3)[3:] == [".".join(parts)]
    ]
    assert len(found) == 1, [each.key for each in found]
    return found[0]


def left_behind() -> list[Path]:
    """What is on the disk of files that were not added."""
    place = settings().folder / "importing"
    return list(place.iterdir()) if place.exists() else []


def criterion(room: Room, name: str) -> Criterion:
    """The criterion of a name, as it stands."""
    content = clause(room, name).content
    assert isinstance(content, Criterion)
    return content
