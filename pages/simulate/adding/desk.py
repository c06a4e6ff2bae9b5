"""On which page a file lies: each page that takes files has a desk of its own, and they do not mix."""

from __future__ import annotations

from typing import Any

from pages.shared import session

LEADS, SCORING, OUTCOMES = "leads", "scoring", "outcomes"


def sit_at(name: str) -> None:
    """From now on, what is noted is on this desk; a page says so before anything else."""
    session.note("desk", name)


def here() -> str:
    """The desk of the page that is shown."""
    found: str = session.noted("desk", LEADS)
    return found


def mark() -> str:
    """What tells the fields of this desk from those of the others."""
    return "" if here() == LEADS else here()


def note(name: str, value: Any) -> None:
    """Remember something about the file on this desk."""
    session.note(f"{here()}.{name}", value)


def noted(name: str, default: Any = None) -> Any:
    """What was remembered about the file on this desk."""
    return session.noted(f"{here()}.{name}", default)
