"""The demo: a complete workshop for each visitor, seen through three people's eyes."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import comment
from alignment.calibrated import calibrated
from alignment.clauses import Status
from alignment.judging import judgements
from alignment.people import VOTING_TEAMS, Team
from alignment.standing import tally
from data.demo import EYES, make_demo
from data.demo_cleaning import remove_old_demos
from data.ledger import Ledger
from data.room import Room
from data.rooms import Rooms, rooms
from data.settings import settings
from data.verification import verify_one
from tests.pages.rooms import FRAME, clause, keys, opened_room, screen, shown

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def demo() -> Room:
    return make_demo(rooms())


def visit() -> AppTest:
    """A visitor who has just asked for the demo."""
    app = AppTest.from_file(FRAME, default_timeout=30).run()
    app.button(key="welcome.demo").click().run()
    assert not app.exception
    return app


def me(app: AppTest) -> str:
    """Whose eyes the visitor looks through."""
    identity = app.session_state["identity"]
    room = rooms().enter(identity.workshop_id)
    assert room is not None
    return room.workshop().name_of(identity.participant_id)


def room_of(app: AppTest) -> Room:
    room = rooms().enter(app.session_state["identity"].workshop_id)
    assert room is not None
    return room


def test_it_has_nine_named_people_in_three_teams_and_a_decider(demo: Room) -> None:
    workshop = demo.workshop()
    assert Counter(person.team for person in workshop.people) == dict.fromkeys(VOTING_TEAMS, 3)
    assert len({person.name for person in workshop.people}) == 9
    assert workshop.decider is not None
    assert workshop.decider.team is Team.EXECUTIVES
    assert workshop.demo


def test_its_clauses_stand_in_every_state_there_is(demo: Room) -> None:
    assert set(tally(demo.workshop(), demo.clock())) == set(Status)


def test_it_has_ballots_that_disagree_a_ruling_comments_and_a_revised_wording(demo: Room) -> None:
    clauses = demo.workshop().clauses.values()
    disagreeing = [len({b.stance for b in c.rounds[-1].ballots.values()}) > 1 for c in clauses if c.rounds]
    assert sum(disagreeing) >= 4
    assert any(c.ruling is not None and c.ruling.reason for c in clauses)
    assert sum(len(c.comments) for c in clauses) >= 5
    assert any(len(c.revisions) > 1 and len(c.rounds) > 1 for c in clauses)


def test_its_lead_set_can_be_read_and_its_draft_is_unsigned(demo: Room) -> None:
    workshop = demo.workshop()
    ((name, entry),) = workshop.lead_sets.items()
    assert entry.fact.rows >= 2_500
    assert list(settings().leads.glob(f"*{name}*"))
    assert workshop.frozen is None
    assert not workshop.published


def test_its_people_judged_sixteen_leads_and_disputed_some(demo: Room) -> None:
    (calibration,) = demo.workshop().calibrations.values()
    assert not calibration.open
    assert len(calibration.drawn.leads) == 16
    found = judgements(demo.workshop(), calibration)
    assert found is not None
    shown = calibrated(found, calibration.drawn)
    assert 0.2 < shown.together.alpha.value < 0.5
    assert shown.disputed[0].between > 0.5
    assert any(contrast.sure for contrast in shown.apart)


def test_its_record_is_whole_in_order_and_all_in_the_past(demo: Room) -> None:
    assert (found := verify_one(rooms().ledger, demo.id)) is not None
    assert found.damage is None
    times = [entry.at for entry in demo.record()]
    assert times == sorted(times)
    assert times[-1] < demo.clock()


def test_three_people_can_be_looked_through_one_a_team(demo: Room) -> None:
    teams = {p.name: p.team for p in demo.workshop().people}
    assert {teams[name] for name in EYES} == set(VOTING_TEAMS)


@pytest.mark.parametrize("name", EYES[1:])
def test_a_visitor_looks_through_somebody_elses_eyes(name: str) -> None:
    app = visit()
    assert me(app) == EYES[0]
    app.segmented_control(key="demo.eyes").set_value(name).run()
    assert not app.exception
    assert me(app) == name
    app.switch_page("pages/host/record.py").run()
    assert me(app) == name
    app.segmented_control(key="demo.eyes").set_value(EYES[0]).run()
    assert me(app) == EYES[0]


def test_what_a_visitor_sees_depends_on_whose_eyes_they_are() -> None:
    app = visit()
    app.switch_page("pages/host/people.py").run()
    assert app.title[0].value == "People"
    app.segmented_control(key="demo.eyes").set_value(EYES[1]).run()
    assert "Only a facilitator" in shown(app)


def test_starting_over_makes_a_new_private_copy_without_what_was_done() -> None:
    app = visit()
    first = room_of(app)
    first.act(comment, first.workshop().people[0].id, clause(first, "Budget").id, "Only here.")
    app.button(key="demo.over").click().run()
    assert not app.exception
    second = room_of(app)
    assert second.id != first.id
    assert me(app) == EYES[0]
    assert "Only here." not in "".join(entry.fact.model_dump_json() for entry in second.record())


def test_two_visitors_do_not_share_a_workshop() -> None:
    one, other = room_of(visit()), room_of(visit())
    assert one.id != other.id
    assert one.workshop().slug != other.workshop().slug
    before = len(other.record())
    one.act(comment, one.workshop().people[0].id, clause(one, "Budget").id, "Only mine.")
    assert len(other.record()) == before


def test_eyes_cannot_be_changed_in_a_workshop_that_is_no_demo(room: Room) -> None:
    assert not {"demo.eyes", "demo.over"} & keys(screen(room, "Hana"))


class Calendar:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def test_demos_made_more_than_a_day_ago_are_removed_and_nothing_else_is() -> None:
    calendar = Calendar()
    kept = Rooms(Ledger(settings().database_url), calendar)
    workshop = opened_room().id
    old = make_demo(kept).id
    calendar.now += timedelta(hours=1)
    younger = make_demo(kept).id
    calendar.now = NOON + timedelta(days=1)
    assert remove_old_demos(kept, 1) == 0
    calendar.now += timedelta(minutes=1)
    assert remove_old_demos(kept, 1) == 1
    assert kept.enter(old) is None
    assert {row.workshop_id for row in kept.ledger.openings()} == {workshop, younger}
    assert (found := verify_one(kept.ledger, workshop)) is not None
    assert found.damage is None
    kept.ledger.close()


def test_a_new_copy_lives_for_a_day_though_its_story_began_earlier(demo: Room) -> None:
    assert remove_old_demos(rooms(), settings().demo_days) == 0
    assert rooms().enter(demo.id) is not None


def test_whoever_is_in_a_demo_that_was_removed_meets_the_gate() -> None:
    app = visit()
    rooms().remove(app.session_state["identity"].workshop_id)
    app.switch_page("pages/host/record.py").run()
    assert not app.exception
    assert app.title[0].value == "You are not in a workshop here"
