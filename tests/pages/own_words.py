"""Workshops in which people say in their own words what they mean."""

from __future__ import annotations

from alignment.actions.own_words import ask_own_words, write_own_words
from alignment.own_words import OwnWords
from data.room import Room
from data.starter import own_words_questions
from tests.pages.rooms import HOST, person

PAGE = "pages/start/own_words.py"
TEXTS = {
    "Hana": "Somebody who filled in a form.",
    "Mark": "A form, or a brochure asked for.",
    "Sal": "A buyer with a budget.",
    "Dee": "A buyer who has budgets and a date.",
}
REVIEW = "review-criteria"


def ask(room: Room) -> None:
    """Everybody is asked for one term besides the usual questions."""
    room.act(ask_own_words, HOST, own_words_questions(("Fit",)))


def write(room: Room, texts: dict[str, str] = TEXTS) -> None:
    """These people say what a qualified lead is."""
    for name, text in texts.items():
        room.act(write_own_words, person(room, name), "qualified-lead", text)


def asked(room: Room) -> OwnWords:
    """The latest round."""
    return room.workshop().own_words[-1]
