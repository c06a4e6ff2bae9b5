"""Real workshops for tests of pages, and the screen of somebody in them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from alignment.actions.ballots import cast_ballot, open_all_ballots
from alignment.actions.clauses import propose_clause
from alignment.actions.joining import join_by_link
from alignment.actions.opening import invite_by_link, open_workshop
from alignment.actions.people import name_decider
from alignment.clauses import Clause, Status
from alignment.people import Team
from alignment.stances import Stance
from alignment.standing import status
from data.access import Identity
from data.room import Room
from data.rooms import rooms
from definitions.contents import Content

FRAME = Path(__file__).parents[2] / "frame.py"
HOST = "p1"
"""The opener of every workshop here: Hana, of marketing."""
PEOPLE = {
    "Mark": Team.MARKETING,
    "Sal": Team.SALES,
    "Dee": Team.SALES,
    "Eve": Team.EXECUTIVES,
    "Xan": Team.EXECUTIVES,
    "Obi": Team.OBSERVERS,
}
VOTERS = ("Hana", "Mark", "Sal", "Dee", "Eve", "Xan")
HOSTILE = "<b>x</b> **y** $z$ {{ w }} :smile: | =1+1 -> Ж 🙂"
"""Text that some part of a page could take for more than text."""


def opened_room(name: str = "Leads", company: str = "Acme") -> Room:
    """A workshop with nobody but its opener."""
    facts = open_workshop(
        name=name,
        company=company,
        offering="Pumps",
        opener_name="Hana",
        opener_team=Team.MARKETING,
        slug="acme-x",
    )
    return rooms().open(facts)


def join(room: Room, name: str, team: Team) -> str:
    """Somebody comes in by a link of a team; gives their id."""
    token_hash = hashlib.sha256(name.encode()).hexdigest()
    room.act(invite_by_link, HOST, team, token_hash, 7)
    room.act(join_by_link, None, token_hash, name)
    return person(room, name)


def staffed_room() -> Room:
    """Three teams of two: Hana hosts, Dee decides, Obi observes."""
    room = opened_room()
    for name, team in PEOPLE.items():
        join(room, name, team)
    room.act(name_decider, HOST, person(room, "Dee"))
    return room


def person(room: Room, name: str) -> str:
    """The id of the participant of a name."""
    return next(p.id for p in room.workshop().participants.values() if p.name == name)


def clause(room: Room, name: str) -> Clause:
    """The clause of a name, the latest if there are several."""
    return [clause for clause in room.workshop().clauses.values() if clause.name == name][-1]


def standing(room: Room, name: str) -> Status:
    """Where the clause of a name stands now."""
    return status(room.workshop(), clause(room, name), room.clock())


def propose(room: Room, *contents: Content, by: str = "Mark") -> None:
    """Somebody proposes clauses."""
    for content in contents:
        room.act(propose_clause, person(room, by), content)


def put_to_vote(room: Room, *contents: Content, by: str = "Mark") -> None:
    """Somebody proposes clauses and the host opens every ballot."""
    propose(room, *contents, by=by)
    room.act(open_all_ballots, HOST)


def vote(room: Room, name: str, about: str, stance: Stance = Stance.AGREE, reason: str = "") -> None:
    """Somebody votes on the clause of a name."""
    why = reason or ("Too vague." if stance is Stance.DISAGREE else "")
    room.act(cast_ballot, person(room, name), clause(room, about).id, stance, why)


def everybody_votes(room: Room, about: str, but: dict[str, Stance] | None = None) -> None:
    """Every voter agrees to the clause of a name, but for those named."""
    for name in VOTERS:
        vote(room, name, about, (but or {}).get(name, Stance.AGREE))


def screen(room: Room, name: str | None, page: str | None = None) -> AppTest:
    """What a person (``None``: a stranger) sees on a page, such as ``pages/draft/criteria.py``."""
    app = AppTest.from_file(FRAME, default_timeout=15)
    if name is not None:
        app.session_state["identity"] = Identity(room.id, person(room, name))
    app.run()
    if page is not None:
        app.switch_page(page).run()
    assert not app.exception, app.exception[0]
    return app


def shown(app: AppTest) -> str:
    """All the words on the screen, as they were sent to it."""
    kinds = (
        "title",
        "header",
        "subheader",
        "markdown",
        "caption",
        "text",
        "html",
        "error",
        "warning",
        "info",
    )
    return "\n".join(_words(element) for kind in kinds for element in app.get(kind))


def words(app: AppTest) -> str:
    """All the words on the screen, as they are read: without the signs that escape them."""
    return shown(app).replace("\\", "").replace("\u2060", "")


def keys(app: AppTest) -> set[str]:
    """The keys of everything that can be filled in or pressed."""
    kinds = (
        "button",
        "text_input",
        "text_area",
        "number_input",
        "selectbox",
        "button_group",
        "checkbox",
        "toggle",
    )
    return {element.key for kind in kinds for element in app.get(kind) if element.key}


def links(app: AppTest) -> dict[str, str]:
    """The links to other pages: where each of these words leads."""
    return {element.proto.label: element.proto.page for element in app.get("page_link")}


def _words(element: Any) -> str:
    proto = element.proto
    return str(getattr(proto, "body", "") or getattr(proto, "value", ""))
