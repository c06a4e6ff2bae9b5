"""A definition in force, and what people do with it in a real browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from data.access import Identity
from data.room import Room
from definitions.criteria import Answer, AnsweredBy, Criterion
from definitions.handoff import Handoff, Upkeep
from definitions.problems import Problem
from tests.e2e.browsers import settled
from tests.e2e.journey import press, see, title
from tests.pages.definitions import published_room
from tests.pages.rooms import person

FIT = Criterion(
    name="Fit",
    question="Which of our problems do they have?",
    answers=(Answer(label="One of ours", points=4), Answer(label="None of ours", points=0)),
    about_problems=True,
)
TIMING = Criterion(
    name="Timing",
    question="When do they want to buy?",
    answered_by=AnsweredBy.PROSPECT,
    answers=(Answer(label="This quarter", points=3), Answer(label="Later", points=0)),
)
PROBLEMS = tuple(
    Problem(name=name, signs=f"They speak of {name.lower()} unasked.", solution="We show it in a day.")
    for name in ("Slow closing", "Lost orders", "Blind spots", "Double entry", "Late reports", "Leaky pumps")
)
HANDOFF = Handoff(decide_hours=8, nurture="A letter a month.", upkeep=Upkeep(challenges=2))


def in_force() -> Room:
    """Budget (must be ready), Fit (about six problems) and Timing (for prospects); five points qualify."""
    return published_room(FIT, TIMING, *PROBLEMS, HANDOFF)


def named(room: Room, name: str) -> Identity:
    """Who somebody of this workshop is."""
    return Identity(room.id, person(room, name))


def visit(page: Page, path: str, screen: str) -> Page:
    """Open a screen by its address."""
    page.goto(path)
    expect(title(page, screen)).to_be_visible()
    return settled(page)


def press_key(page: Page, key: str, question: str, then: str) -> None:
    """Answer the question on the screen by a key; then another text is there to be read."""
    expect(page.get_by_role("heading", name=question, exact=True)).to_be_visible()
    settled(page)
    page.keyboard.press(key)
    see(page, then)


def taken(page: Page, button: str) -> Path:
    """The file that a button gives."""
    with page.expect_download() as downloading:
        press(page, button)
    return Path(downloading.value.path())
