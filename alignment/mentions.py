"""Whom a text mentions: an at sign and a participant's whole name, in any case."""

from __future__ import annotations

from collections.abc import Iterator

from alignment.people import Participant
from alignment.workshop import Workshop
from definitions.texts import fold_name, seen


def mentioned(workshop: Workshop, text: str) -> tuple[Participant, ...]:
    """The people here whom a text mentions, each once, in the order of joining.

    Where one name begins another, such as "Ann" and "Ann Lee", the longer one counts.
    """
    folded = fold_name(seen(text))
    if "@" not in folded:
        return ()
    people = {fold_name(seen(person.name)): person.id for person in workshop.people}
    found = {people[name] for name in _names(folded, people)}
    return tuple(person for person in workshop.people if person.id in found)


def _names(text: str, names: dict[str, str]) -> Iterator[str]:
    place = text.find("@")
    while place >= 0:
        if not text[:place][-1:].isalnum():
            fitting = [name for name in names if _begins(text[place + 1 :], name)]
            if fitting:
                yield max(fitting, key=len)
        place = text.find("@", place + 1)


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) :][:1].isalnum()
