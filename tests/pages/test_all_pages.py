"""One table of all pages: each opens for each role at each stage; strangers meet the gate."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from alignment.actions.ballots import cast_ballot
from alignment.actions.challenges import challenge
from alignment.actions.definition import freeze, open_draft, sign, thaw
from alignment.actions.leads import add_lead_set
from alignment.facts import LeadSetAdded
from alignment.people import Team
from alignment.stances import Stance
from alignment.workshop import Phase
from data.adding_leads import add_csv
from data.demo import make_demo
from data.room import Room
from data.rooms import forget_rooms, rooms
from data.samples import sample_leads
from data.settings import settings
from data.starter import classic_scorecard, terms
from definitions.criteria import Criterion
from pages.shared.menu import SCREENS, WELCOME
from tests.pages.rooms import (
    FRAME,
    VOTERS,
    everybody_votes,
    person,
    put_to_vote,
    screen,
    shown,
    staffed_room,
)

PAGES = [found.file for found in SCREENS]
GUARDED = [file for file in PAGES if file != WELCOME.file]
ROLES = {
    "observer": "Obi",
    "marketing": "Mark",
    "sales": "Sal",
    "executives": "Eve",
    "facilitator": "Hana",
    "decider": "Dee",
}
GATE = "You are not in a workshop here"
BANNER = "The record of this workshop was damaged"


def empty() -> Room:
    return staffed_room()


def voting() -> Room:
    """Open ballots on everything, some votes, and a lead set."""
    room = staffed_room()
    put_to_vote(room, *classic_scorecard(), *terms()[:2])
    for number, clause in enumerate(room.workshop().clauses.values()):
        for name in VOTERS[: number + 1]:
            stance = Stance.DISAGREE if number % 3 == 0 and name == "Sal" else Stance.AGREE
            room.act(cast_ballot, person(room, name), clause.id, stance, "Because.")
    room.act(add_lead_set, person(room, "Mark"), leads())
    return room


def leads() -> LeadSetAdded:
    criteria = [content for content in classic_scorecard() if isinstance(content, Criterion)]
    kept = add_csv(settings().leads, sample_leads(), criteria, "Sample")
    same = {
        field: getattr(kept, field) for field in ("name", "rows", "months", "won", "lost", "open", "criteria")
    }
    return LeadSetAdded(lead_set=kept.hash, **same)


def frozen() -> Room:
    """Everything is agreed and the text waits for signatures."""
    room = staffed_room()
    put_to_vote(room, *classic_scorecard())
    for clause in room.workshop().clauses.values():
        everybody_votes(room, clause.name)
    room.act(freeze, person(room, "Hana"), [person(room, name) for name in ("Mark", "Sal", "Eve")])
    assert room.workshop().phase is Phase.FROZEN
    return room


def published() -> Room:
    """Version 1 is in force."""
    room = frozen()
    draft = room.workshop().frozen
    assert draft is not None
    for signer in draft.signatories:
        room.act(sign, signer, draft.sha256, room.workshop().name_of(signer))
    assert room.workshop().phase is Phase.PUBLISHED
    return room


def reviewing() -> Room:
    """The text is frozen anew, for Xan to review before it is signed one after another; the time is over."""
    room = frozen()
    hana = person(room, "Hana")
    room.act(thaw, hana, "A word is wrong.")
    signers = [person(room, name) for name in ("Mark", "Sal", "Eve")]
    room.act(freeze, hana, signers, reviewers=[person(room, "Xan")], in_order=True, days=1)
    room.clock = lambda: datetime.now(UTC) + timedelta(days=2)
    return room


def amending() -> Room:
    """A clause was challenged, and only that one is drafted again."""
    room = published()
    clause_id = next(iter(room.workshop().clauses))
    room.act(challenge, person(room, "Sal"), clause_id, "It does not hold.")
    room.act(open_draft, person(room, "Hana"), [clause_id])
    return room


STAGES = {
    "empty": empty,
    "voting": voting,
    "reviewing": reviewing,
    "frozen": frozen,
    "published": published,
    "amending": amending,
}


def test_the_table_lists_every_page_file_there_is() -> None:
    bodies = {
        str(path.relative_to(FRAME.parent))
        for path in (FRAME.parent / "pages").glob("*/*.py")
        if "session.here()" in path.read_text() or "session.host()" in path.read_text()
    }
    called_at_the_end = {f for f in bodies if "\nhere = session." in (FRAME.parent / f).read_text()}
    assert called_at_the_end <= set(PAGES)
    assert all((FRAME.parent / file).is_file() for file in PAGES)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("role", ROLES)
def test_every_page_opens_for_every_role_at_every_stage(role: str, stage: str) -> None:
    room = STAGES[stage]()
    app = screen(room, ROLES[role])
    for page in PAGES:
        app.switch_page(page).run()
        assert not app.exception, (page, app.exception[0])
        assert len(app.title) == 1 or "Only a facilitator" in shown(app), page


@pytest.mark.parametrize("team", [Team.MARKETING, Team.SALES, Team.EXECUTIVES])
def test_every_page_opens_in_the_demo(team: Team) -> None:
    room = make_demo(rooms())
    name = next(p.name for p in room.workshop().people if p.team is team)
    app = screen(room, name)
    for page in PAGES:
        app.switch_page(page).run()
        assert not app.exception, (page, app.exception[0])


@pytest.mark.parametrize("page", GUARDED)
def test_a_stranger_meets_the_gate(page: str, room: Room) -> None:
    app = screen(room, None, page)
    assert [title.value for title in app.title] == [GATE]
    assert room.workshop().name not in shown(app)
    assert not app.button
    assert not app.sidebar.markdown


@pytest.mark.parametrize("page", GUARDED)
def test_a_page_that_is_opened_without_the_frame_guards_itself(page: str) -> None:
    app = AppTest.from_file(FRAME.parent / page, default_timeout=15).run()
    assert GATE in [title.value for title in app.title]


def damaged(room: Room) -> None:
    """One byte of an early fact changes on the disk; then the server starts again."""
    row = {"w": room.id}
    with sa.create_engine(settings().database_url).begin() as database:
        found = database.execute(sa.text("SELECT body FROM facts WHERE workshop_id = :w AND seq = 9"), row)
        changed = {**row, "body": str(found.scalar_one()).replace("}", " }")}
        database.execute(sa.text("UPDATE facts SET body = :body WHERE workshop_id = :w AND seq = 9"), changed)
    forget_rooms()


@pytest.mark.parametrize("name", ["Hana", "Sal"])
def test_a_damaged_record_is_shown_read_only_on_every_page(name: str) -> None:
    damaged(voting())
    (opening,) = rooms().ledger.openings()
    room = rooms().enter(opening.workshop_id)
    assert room is not None
    assert room.damage is not None
    app = screen(room, name)
    for page in PAGES:
        app.switch_page(page).run()
        assert not app.exception, (page, app.exception[0])
        assert any(BANNER in error.value for error in app.error), page


def test_nothing_is_added_to_a_damaged_record() -> None:
    damaged(voting())
    (opening,) = rooms().ledger.openings()
    room = rooms().enter(opening.workshop_id)
    assert room is not None
    before = rooms().ledger.head(room.id)
    app = screen(room, "Hana", "pages/host/people.py")
    app.button(key="people.link_for.sales").click().run()
    assert not app.exception
    assert any(
        "The record is damaged, so nothing is added to it" in e.value.replace("\\", "") for e in app.error
    )
    assert rooms().ledger.head(room.id) == before
