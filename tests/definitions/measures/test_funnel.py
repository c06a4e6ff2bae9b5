"""The funnel, its cohorts, where it leaks and which leads stand still."""

from __future__ import annotations

import numpy as np

from definitions.measures.cells import Filter
from definitions.measures.funnel import funnel, funnel_sentence, leak, leak_sentence
from definitions.measures.journeys import Event
from definitions.measures.standing import awaited, standing, standing_sentence
from tests.definitions.measures.made import AS_OF, counted, lead

MOVED = [lead(inquiry=0, mql=1, accepted=2, sql=3, opportunity=4)] * 20
STUCK = [lead(inquiry=0, mql=1, accepted=2)] * 30
REJECTED = [lead(inquiry=0, mql=1, rejected=2)] * 10


def test_steps_tell_how_many_moved_on() -> None:
    found = funnel(counted(MOVED + STUCK + REJECTED))
    assert [(step.stage, step.rate.hits, step.rate.of) for step in found.steps] == [
        (Event.MQL, 60, 60),
        (Event.ACCEPTED, 50, 60),
        (Event.SQL, 20, 50),
        (Event.OPPORTUNITY, 20, 20),
        (Event.WON, 0, 20),
    ]
    assert funnel_sentence(found).startswith(
        "Of 60 leads that began as inquiry so far came: 60 MQL, 50 SAL, "
    )


def test_a_stage_without_a_column_is_left_out_of_the_funnel() -> None:
    found = funnel(counted(MOVED + STUCK, without=(Event.ACCEPTED,)))
    assert [(step.before, step.stage) for step in found.steps][1] == (Event.MQL, Event.SQL)


def test_the_leaking_step_is_named_with_evidence() -> None:
    found = leak(funnel(counted(MOVED + STUCK + REJECTED)))
    assert found is not None
    assert (found.step.stage, found.sure) == (Event.SQL, True)
    assert leak_sentence(found).startswith(
        "Leads leak most from SAL to SQL: 40 % (28 to 54) move on within 90 days"
    )


def test_two_steps_that_leak_alike_are_not_told_apart() -> None:
    leads = [*MOVED * 2, *STUCK, *[lead(inquiry=0, mql=1, rejected=2)] * 50]
    found = leak(funnel(counted(leads)))
    assert found is not None
    assert not found.sure
    assert "we cannot know yet" in leak_sentence(found)


def test_without_data_no_leak_is_named() -> None:
    assert leak(funnel(counted(MOVED[:3]))) is None
    assert leak_sentence(None) == "There is not enough data to say where leads leak."


def test_rejected_leads_are_not_taken_for_leads_that_may_still_move() -> None:
    step = funnel(counted(MOVED + REJECTED * 2)).steps[1]
    assert step.by_age.at(90).value == 0.5


def test_a_young_cohort_is_shown_as_far_as_its_age_allows_and_called_young() -> None:
    old = [lead(inquiry=0, mql=40)] * 15 + [lead(inquiry=0)] * 15
    young = [lead(inquiry=AS_OF - 10)] * 30
    first, last = funnel(counted(old + young)).cohorts
    assert (first.by_age[0].known_to, last.by_age[0].known_to) == (AS_OF, 10)
    assert first.by_age[0].at(40).value == 0.5
    assert (Event.MQL in first.young, Event.MQL in last.young) == (False, True)
    assert (first.reached[:2], last.reached[:2]) == ((30, 15), (30, 0))


def test_leads_that_wait_longer_than_nine_in_ten_movers_stand_still() -> None:
    movers = [lead(inquiry=0, mql=day) for day in range(1, 11)]
    waiting = [
        lead(inquiry=AS_OF - 9),
        lead(inquiry=AS_OF - 10),
        lead(inquiry=AS_OF - 50),
        lead(inquiry=5, lost=9),
    ]
    found = counted(movers + waiting)
    step = funnel(found).steps[0]
    assert step.slow == 9
    stands = standing(found, step)
    assert (list(stands.rows), list(stands.days)) == ([12, 11], [50, 10])
    assert standing_sentence(stands) == (
        "Two leads stand still at inquiry: longer than the 9 days that nine in ten took who moved on."
    )


def test_a_filter_chooses_who_stands_still() -> None:
    leads = [*MOVED, lead(inquiry=0, source="fair"), lead(inquiry=0, source="search")]
    found = counted(leads)
    wanted = Filter(sources=frozenset({"search"}))
    step = funnel(found).steps[0]
    assert list(standing(found, step, wanted).rows) == [21]


def test_where_nobody_moved_on_nobody_stands_still() -> None:
    found = counted([lead(inquiry=0)] * 3)
    stands = standing(found, funnel(found).steps[0])
    assert np.isnan(stands.limit)
    assert len(stands.rows) == 0
    assert "nothing can be said" in standing_sentence(stands)


def test_rejected_leads_do_not_stand_still() -> None:
    leads = [*MOVED, lead(inquiry=0, mql=1), lead(inquiry=0, mql=1, rejected=2)]
    found = counted(leads)
    assert list(standing(found, funnel(found).steps[1]).rows) == [20]


def test_an_inquiry_that_is_never_qualified_waits_for_nothing() -> None:
    found = funnel(counted([*MOVED, lead(inquiry=0)]))
    assert found.steps[0].before is Event.INQUIRY
    assert [step.before for step in awaited(found)] == [
        Event.MQL,
        Event.ACCEPTED,
        Event.SQL,
        Event.OPPORTUNITY,
    ]


def test_a_small_cohort_is_young_by_its_age_and_a_stage_after_a_young_one_is_young_too() -> None:
    movers = [lead(inquiry=0, mql=2, accepted=12)] * 20
    few = [lead(inquiry=50, mql=52, accepted=60)] * 3
    late = [lead(inquiry=AS_OF - 8, mql=AS_OF - 7)] * 12
    first, second, last = funnel(counted(movers + few + late)).cohorts
    told = (Event.MQL, Event.ACCEPTED)
    assert [stage for stage in first.young if stage in told] == []
    assert [stage for stage in second.young if stage in told] == []
    assert [stage for stage in last.young if stage in told] == [Event.ACCEPTED]
    assert last.young[-1] is Event.WON
