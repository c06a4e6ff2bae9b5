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
UNREAD = -1
LONGEST_SHOWN = 200


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
        places, known = self._card.places, self._card.known
        answers = [UNREAD] * len(known)
        # Nearly every name and answer is found as it is typed, in one look-up: 200,000 of them in 30 ms.
        for name, given in lead.items():
            place = places.get(name)
            if place is None or answers[place] != UNREAD:
                place = self._place(name, answers, number)
            if place is not None:
                found = known[place].get(given) if given is None or given.__class__ is str else None
                answers[place] = self._answer(place, given, number) if found is None else found
        if UNREAD in answers:
            return [known[n][None] if place == UNREAD else place for n, place in enumerate(answers)]
        return answers

    def _place(self, name: str, answers: Answers, number: int | None) -> int | None:
        """The place of a criterion that is not named as it is written, if it is not answered yet."""
        place = self._card.place(name)
        if place is not None and answers[place] == UNREAD:
            return place
        self._note(number, name, _wrong_name(name, known=place is not None))
        return None

    def _answer(self, place: int, given: Any, number: int | None) -> int:
        """The place of an answer that is not typed as it is written; where there is none, that is noted."""
        question = self._card.questions[place]
        found, detail = _found(question, given)
        if found is None and not (self._lenient and isinstance(given, str | int | float)):
            self._note(number, question.criterion.name, detail, list(question.criterion.labels))
        return question.missing if found is None else found

    def _note(self, lead: int | None, criterion: str, detail: str, answers: list[str] | None = None) -> None:
        if len(self.faults) < MOST_FAULTS:
            shown = criterion if len(criterion) <= LONGEST_SHOWN else f"{criterion[:LONGEST_SHOWN]}…"
            self.faults.append(Fault(lead=lead, criterion=shown, detail=detail, answers=answers))


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
