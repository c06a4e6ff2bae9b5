"""What a prospect sends: answers and contact fields, checked, with what is wrong said at each field."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from definitions.document import Document, sha256
from definitions.self_qualification import ProspectForm, ProspectQuestion, Wish, fitting_questions
from definitions.texts import SHORT, line

UNKNOWN = "-"
"""What is sent for "I do not know"."""
WORDS = {"name": "Your name", "company": "Your company", "email": "Your e-mail address"}
COMPLETE = {"name": "name", "company": "organization", "email": "email"}
"""What a browser may fill in, by the names that HTML has for it."""
_ADDRESS = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")


@dataclass(frozen=True)
class Asked:
    """The form as it stands now, with what it asks by the definition in force."""

    form: ProspectForm
    questions: tuple[ProspectQuestion, ...]
    text: str

    @cached_property
    def fingerprint(self) -> str:
        """Tells one set of questions from another: answers to others are not taken for answers to these."""
        asked = "\n".join(question.model_dump_json() for question in self.questions)
        return hashlib.sha256(f"{self.text}\n{asked}".encode()).hexdigest()[:24]

    @property
    def contact(self) -> dict[str, Wish]:
        """The contact fields that are asked for."""
        wishes = {"name": self.form.name, "company": self.form.company, "email": self.form.email}
        return {name: wish for name, wish in wishes.items() if wish is not Wish.NOT_ASKED}


def asked_by(form: ProspectForm, text: Document) -> Asked:
    """What the form asks by a definition."""
    return Asked(form, fitting_questions(form, text.criteria), sha256(text))


@dataclass(frozen=True)
class Sent:
    """What was sent. ``choices``: for each question the place of its answer, ``-`` or nothing.

    ``errors``: field -> what is wrong with it.
    """

    choices: tuple[str, ...] = ()
    contact: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    def choice(self, place: int) -> str:
        """What was chosen for a question."""
        return self.choices[place] if place < len(self.choices) else ""


def read(asked: Asked, fields: Mapping[str, str]) -> Sent:
    """What was sent, and what is wrong with it."""
    choices = tuple(fields.get(f"q{place}", "") for place in range(len(asked.questions)))
    contact = {name: line(fields.get(name, ""))[: SHORT * 2] for name in asked.contact}
    if fields.get("asked") != asked.fingerprint:
        changed = "The questions have changed meanwhile. Please answer them again."
        return Sent(contact=contact, errors={"q0": changed})
    errors = {
        f"q{place}": "Choose an answer."
        for place, question in enumerate(asked.questions)
        if not _known(question, choices[place])
    }
    errors |= {name: wrong for name in contact if (wrong := _wrong(name, contact[name], asked.contact[name]))}
    return Sent(choices, contact, errors)


def answers(asked: Asked, sent: Sent) -> dict[str, str | None]:
    """The answers as the definition names them; ``None`` where the prospect does not know."""
    return {
        question.criterion: None if choice == UNKNOWN else question.labels[int(choice)]
        for question, choice in zip(asked.questions, sent.choices, strict=True)
    }


def reference(contact: Mapping[str, str]) -> str:
    """What a lead is called in the list: the company, or else the person."""
    given = (contact.get(name, "") for name in ("company", "name", "email"))
    return next((text for text in given if text), "Somebody who gave no name")


def _known(question: ProspectQuestion, choice: str) -> bool:
    return choice in {UNKNOWN, *map(str, range(len(question.labels)))}


def _wrong(name: str, text: str, wish: Wish) -> str:
    if not text:
        return f"Enter {WORDS[name][0].lower()}{WORDS[name][1:]}." if wish is Wish.NEEDED else ""
    if len(text) > SHORT:
        return f"Enter at most {SHORT} characters."
    if name == "email" and not _ADDRESS.fullmatch(text):
        return "Enter an e-mail address such as name@example.com."
    return ""
