"""What is done next with a lead that was judged."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from definitions.business_hours import BusinessHours
from definitions.handoff import Handoff, Stage
from definitions.next_steps import next_step, receiver
from definitions.scorecard import Verdict

FRIDAY = datetime(2026, 3, 6, 15, tzinfo=UTC)
STAGES = (
    Stage(name="Inquiry", owner="Marketing"),
    Stage(name="Recycled", owner="Nobody", aside=True),
    Stage(name="MQL", owner="marketing "),
    Stage(name="SAL", owner="Inside sales"),
    Stage(name="SQL", owner="Sales"),
)


def test_a_qualified_lead_goes_to_whoever_owns_it_next_by_the_business_clock() -> None:
    hours = BusinessHours(time_zone="Europe/Berlin")
    step = next_step(Verdict.QUALIFIED, Handoff(decide_hours=4, business_hours=hours, stages=STAGES), FRIDAY)
    assert step.to == "Inside sales"
    assert step.decide_by == datetime(2026, 3, 9, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    assert "accepts or rejects it within 4 business hours" in step.words[0]


def test_the_trigger_and_what_is_said_of_nurture_and_recycling_are_quoted() -> None:
    handoff = Handoff(trigger="A call is booked", nurture="A letter a month.", recycle="After six months")
    assert next_step(Verdict.QUALIFIED, handoff, FRIDAY).words[1:] == ("A call is booked.",)
    assert next_step(Verdict.NURTURE, handoff, FRIDAY).words[1:] == ("A letter a month.",)
    assert next_step(Verdict.NOT_QUALIFIED, handoff, FRIDAY).words[1:] == ("After six months.",)


def test_without_a_handoff_or_stages_a_lead_goes_to_sales_and_no_time_is_promised() -> None:
    step = next_step(Verdict.QUALIFIED, None, FRIDAY)
    assert (step.words, step.decide_by) == (("Hand it over to sales.",), None)
    assert receiver(Handoff()) == "sales"
    assert receiver(Handoff(stages=(Stage(name="All", owner="Sales"),))) == "sales"
    for verdict in (Verdict.NURTURE, Verdict.NOT_QUALIFIED):
        assert next_step(verdict, None, FRIDAY).decide_by is None
