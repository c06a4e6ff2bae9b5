"""The demo after the signature: two versions signed, in use and measured, a copy for each visitor."""

from __future__ import annotations

from datetime import timedelta
from time import perf_counter

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.challenges import challenge
from alignment.challenging import open_challenges
from alignment.clauses import Status
from alignment.composing import frozen_document
from alignment.drafts import Frozen
from alignment.standing import tally
from alignment.workshop import Phase
from data.assessments.assessment import EventKind
from data.assessments.store import Assessments
from data.demo import EYES, is_signed_demo, make_demo, make_signed_demo
from data.demo_cleaning import remove_old_demos
from data.outcomes.loading import load
from data.room import Room
from data.rooms import rooms
from data.samples import outcome_story
from data.settings import settings
from data.verification import verify_one
from definitions.criteria import Criterion
from definitions.document import scorecard
from definitions.scorecard import Verdict
from pages.shared.menu import SCREENS
from tests.pages.rooms import FRAME, clause, shown

SECONDS = 3


@pytest.fixture
def demo() -> Room:
    return make_signed_demo(rooms())


def visit() -> AppTest:
    """A visitor who has just asked for the demo after the signature."""
    app = AppTest.from_file(FRAME, default_timeout=30).run()
    app.button(key="welcome.demo.signed").click().run()
    assert not app.exception
    return app


def room_of(app: AppTest) -> Room:
    room = rooms().enter(app.session_state["identity"].workshop_id)
    assert room is not None
    return room


def test_two_versions_were_signed_one_person_a_team_and_the_second_is_in_force(demo: Room) -> None:
    workshop = demo.workshop()
    assert workshop.phase is Phase.PUBLISHED
    assert [each.version for each in workshop.published] == [1, 2]
    assert set(tally(workshop, demo.clock())) == {Status.AGREED, Status.RULED}
    for published in workshop.published:
        teams = {workshop.participants[each].team for each in published.draft.signatures}
        assert len(teams) == len(published.draft.signatures) == 3
        assert len(published.draft.reviews) == 1


def test_the_versions_were_in_force_when_the_sample_outcomes_say_so(demo: Room) -> None:
    first, second = (each.at for each in demo.workshop().published)
    assert first < outcome_story.BEGINS < second < outcome_story.SECOND_VERSION
    assert outcome_story.SECOND_VERSION - second < timedelta(days=7)


def test_three_challenges_opened_the_second_version_which_makes_the_budget_a_must_have(demo: Room) -> None:
    old, new = (frozen_document(each.draft) for each in demo.workshop().published)
    assert gate(demo.workshop().published[0].draft) is None
    assert gate(demo.workshop().published[1].draft) == "Being formulated"
    assert scorecard(old).threshold == scorecard(new).threshold
    opened = [entry for entry in demo.record() if entry.fact.kind == "draft opened"]
    assert "three people challenged Budget" in opened[-1].fact.model_dump()["note"]


def gate(draft: Frozen) -> str | None:
    """The budget's gate in a text."""
    (budget,) = (each for each in frozen_document(draft).criteria if each.name == "Budget")
    assert isinstance(budget, Criterion)
    return budget.gate


def test_two_clauses_are_challenged_and_neither_often_enough_for_a_draft(demo: Room) -> None:
    workshop = demo.workshop()
    names = [workshop.clauses[each.clause_id].name for each in open_challenges(workshop)]
    assert sorted(names) == ["Handoff", "Timing"]


def test_an_example_got_another_verdict_which_was_acknowledged(demo: Room) -> None:
    flipped = [each for each in demo.workshop().golden_leads.values() if each.acknowledged]
    assert len(demo.workshop().golden_leads) == 4
    assert [(each.expected, each.acknowledged.verdict) for each in flipped if each.acknowledged] == [
        (Verdict.QUALIFIED, Verdict.NOT_QUALIFIED)
    ]


def test_most_people_have_read_the_version_in_force(demo: Room) -> None:
    assert len(demo.workshop().read[2]) == 4


def test_it_is_measured_by_the_made_up_outcomes_which_can_be_read(demo: Room) -> None:
    ((key, entry),) = demo.workshop().outcome_sets.items()
    assert entry.fact.name == "Outcomes (made up)"
    assert len(load(settings().leads, key)) == entry.fact.rows


def test_leads_were_qualified_one_by_one_some_wait_for_sales_and_some_closed(demo: Room) -> None:
    store = Assessments(rooms().ledger.engine)
    made = tuple(store.all_of(demo.id))
    assert {each.version for each in made} == {2}
    assert {each.verdict for each in made} == set(Verdict)
    events = store.events_of(demo.id)
    assert {each.kind for each in events} == set(EventKind)
    assert all(each.at < demo.clock() for each in events)
    touched = {each.assessment_id for each in events}
    waiting = [each for each in made if each.verdict is Verdict.QUALIFIED and each.id not in touched]
    assert len(waiting) >= 3
    rejected = next(each for each in events if each.kind is EventKind.REJECTED)
    assert rejected.clause == "Budget"


def test_its_record_is_whole_in_order_and_all_in_the_past(demo: Room) -> None:
    assert (found := verify_one(rooms().ledger, demo.id)) is not None
    assert found.damage is None
    times = [entry.at for entry in demo.record()]
    assert times == sorted(times)
    assert times[-1] < demo.clock()


def test_it_is_made_in_under_three_seconds() -> None:
    begun = perf_counter()
    make_signed_demo(rooms())
    assert perf_counter() - begun < SECONDS


def test_a_new_copy_lives_for_a_day_and_its_assessments_go_with_it(demo: Room) -> None:
    kept, now = rooms(), rooms().clock
    assert remove_old_demos(kept, 1) == 0
    try:
        kept.clock = lambda: now() + timedelta(days=1, minutes=1)
        assert remove_old_demos(kept, 1) == 1
    finally:
        kept.clock = now
    assert kept.enter(demo.id) is None
    assert not tuple(Assessments(kept.ledger.engine).all_of(demo.id))


def test_only_this_one_is_told_from_the_demo_before_the_signature(demo: Room) -> None:
    assert is_signed_demo(demo.workshop())
    assert not is_signed_demo(make_demo(rooms()).workshop())


def test_a_visitor_comes_in_as_the_facilitator_and_starts_over_with_another_copy_of_the_same() -> None:
    app = visit()
    first = room_of(app)
    assert is_signed_demo(first.workshop())
    assert first.workshop().name_of(app.session_state["identity"].participant_id) == EYES[0]
    first.act(challenge, first.workshop().people[0].id, clause(first, "Size").id, "Only here.")
    app.button(key="demo.over").click().run()
    assert not app.exception
    second = room_of(app)
    assert second.id != first.id
    assert is_signed_demo(second.workshop())
    assert len(open_challenges(second.workshop())) == 2


@pytest.mark.parametrize("name", EYES)
def test_every_page_shows_it_to_each_of_the_three(name: str) -> None:
    app = visit()
    app.segmented_control(key="demo.eyes").set_value(name).run()
    for screen in SCREENS:
        app.switch_page(screen.file).run()
        assert not app.exception, (screen.file, app.exception[0])
        assert len(app.title) == 1 or "Only a facilitator" in shown(app), screen.file
