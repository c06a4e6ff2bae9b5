"""A published definition with an open form for prospects, and what a browser finds in the form."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from alignment.actions.self_qualification import change_self_qualification
from data.assessments.assessment import Assessment
from data.room import Room
from data.rooms import rooms
from definitions.criteria import Answer, AnsweredBy, Criterion
from definitions.self_qualification import ProspectForm, ProspectQuestion, Wish, usual_question
from tests.pages.definitions import published_room
from tests.pages.rooms import HOST, HOSTILE

PATH = "/qualify/acme-x"
TIMING = Criterion(
    name="Timing",
    question="When do they want to buy?",
    answered_by=AnsweredBy.PROSPECT,
    answers=(Answer(label="Soon", points=3), Answer(label=HOSTILE, points=1), Answer(label="Late", points=0)),
)
ASKED = ProspectQuestion(
    criterion="Timing",
    question=f"When do you want to begin? {HOSTILE}",
    labels=TIMING.labels,
    words=("This quarter", f"Later {HOSTILE}", "Only looking"),
)


def form(**more: Any) -> ProspectForm:
    """A form that asks for Timing in its own words, and for an e-mail address."""
    return ProspectForm(**{"questions": (ASKED,), "email": Wish.NEEDED, "name": Wish.NOT_ASKED, **more})


def asking(**more: Any) -> Room:
    """A workshop whose form is open."""
    room = published_room(TIMING)
    room.act(change_self_qualification, HOST, True, form(**more))
    return room


def with_budget() -> ProspectForm:
    """A form that also asks for the budget."""
    budget = Criterion(
        name="Budget",
        question="Is there a budget?",
        answers=(Answer(label="Ready", points=5), Answer(label="None", points=0)),
    )
    return form(questions=(usual_question(budget), ASKED))


def kept(room: Room) -> list[Assessment]:
    """What was kept, the newest first."""
    return list(rooms().ledger.assessments.all_of(room.id))


@dataclass
class Page(HTMLParser):
    """What a page has: its fields, what labels them, headings, links, and whether it runs anything."""

    html: str
    inputs: list[dict[str, str | None]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    in_fieldset: list[bool] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    lang: str | None = None

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "html":
            self.lang = given.get("lang")
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if given.get("aria-describedby"):
            self.described.append(str(given["aria-describedby"]))
        if tag == "label":
            self.labels.add(str(given.get("for")))
        if tag == "a":
            self.links.append(str(given.get("href")))
        if tag == "input":
            self.inputs.append(given)
            self.in_fieldset.append("fieldset" in self.open_tags)
        if tag == "fieldset":
            self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "fieldset":
            self.open_tags.remove(tag)

    def filled(self, **values: str) -> dict[str, str]:
        """What a browser sends: the hidden fields, what is checked or typed already, and these values."""
        sent = {}
        for each in self.inputs:
            if each.get("type") != "radio" or "checked" in each:
                sent[str(each["name"])] = str(each.get("value") or "")
        return {**sent, **values}
