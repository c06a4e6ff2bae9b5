"""Leads as another system sends them, read by the questions and answers of a definition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

from definitions.phrases import quoted
from http_routes.api.card import Answers, Card, Question
from http_routes.api.problems import Fault

MOST_FAULTS = 20
"""Of more faults, the first are told."""


class Reading:
    """Reads leads, and gathers what is wrong with them in ``faults``."""

    def __init__(self, card: Card, lenient: bool) -> None:
        """``lenient``: an answer that is not known counts as not given."""
        self._card = card
        self._lenient = lenient
        self.faults: list[Fault] = []

    def all(self, leads: Iterable[Mapping[str, Any]]) -> list[Answers]:
        """The answers of every lead, until there are too many faults to go on."""
        read = []
        for number, lead in enumerate(leads):
            read.append(self.one(lead, number))
            if len(self.faults) >= MOST_FAULTS:
                break
        return read

    def one(self, lead: Mapping[str, Any], number: int | None = None) -> Answers:
        """The answers of one lead; ``number`` tells which of many it is."""
        answers = self._card.nothing.copy()
        taken = set()
        for name, given in lead.items():
            place = self._card.place(name)
            if place is None or place in taken:
                self._note(number, name, _wrong_name(name, known=place is not None))
                continue
            taken.add(place)
            if given is not None:
                answers[place] = self._answer(self._card.questions[place], given, number)
        return answers

    def _answer(self, question: Question, given: Any, number: int | None) -> int:
        found, detail = _found(question, given)
        if found is None and not (self._lenient and isinstance(given, str | int | float)):
            self._note(number, question.criterion.name, detail, list(question.criterion.labels))
        return question.missing if found is None else found

    def _note(self, lead: int | None, criterion: str, detail: str, answers: list[str] | None = None) -> None:
        if len(self.faults) < MOST_FAULTS:
            shown = criterion if len(criterion) <= LONGEST_SHOWN else f"{criterion[:LONGEST_SHOWN]}…"
            self.faults.append(Fault(lead=lead, criterion=shown, detail=detail, answers=answers))


LONGEST_SHOWN = 200


def _wrong_name(name: str, known: bool) -> str:
    if known:
        return "This criterion is answered twice, by its name and by its id."
    return "The definition has no criterion of this name or id."


def _found(question: Question, given: Any) -> tuple[int | None, str]:
    """The place of an answer, or ``None`` and what is wrong with it."""
    if isinstance(given, str):
        shown = given if len(given) <= LONGEST_SHOWN else f"{given[:LONGEST_SHOWN]}…"
        return question.place(given), f"{quoted(shown)} is no answer to this criterion."
    if isinstance(given, bool) or not isinstance(given, int | float):
        return None, "An answer is text, a number or null."
    if not question.numbered:
        return None, "This criterion is answered by text, not by a number."
    if isinstance(given, float) and not isfinite(given):
        return None, "An answer is text, a number or null."
    return question.covering(given), "No answer to this criterion covers this number."
