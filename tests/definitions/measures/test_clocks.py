"""The clocks: in time or late, with open leads reckoned in."""

from __future__ import annotations

from datetime import date

from definitions.business_hours import BusinessHours
from definitions.measures.clock_hours import Clock, InTime, in_time, ran
from definitions.measures.clocks import clock_found, clock_sentence
from definitions.measures.evidence import Light, Rate
from definitions.measures.journeys import Event
from tests.definitions.measures.made import AS_OF, checked, counted, lead

FAST, SLOW = lead(mql=1, accepted=1.5), lead(mql=8, rejected=11)
OVERDUE, RUNNING = lead(mql=AS_OF - 2), lead(mql=AS_OF - 0.5)


def test_open_leads_past_their_time_are_late_and_the_others_are_left_out() -> None:
    found = clock_found(counted([FAST] * 12 + [SLOW] * 3 + [OVERDUE] * 5 + [RUNNING] * 4), Clock.DECIDE, 24)
    assert (found.rate, found.running, found.light) == (Rate(12, 20), 4, Light.RED)
    assert found.quantile(0.5) == 12
    assert clock_sentence(found) == (
        "Sales decided in time for 60 % (39 to 78) of 20 leads; the promise is 24 business hours. "
        "For half of them it took up to 12.5 business hours."
    )


def test_exactly_the_promised_hours_are_in_time() -> None:
    found = clock_found(counted([lead(mql=1, accepted=2)]), Clock.DECIDE, 24)
    assert found.rate == Rate(1, 1)


def test_business_hours_are_those_of_the_calendar() -> None:
    # From Friday at noon to Monday at noon there are eight business hours; the Friday is the fifth day.
    found = ran(checked([lead(mql=4.5, accepted=7.5)]), Clock.DECIDE, 8, BusinessHours())
    assert (list(found.hours), list(in_time(found))) == ([8], [InTime.YES])


def test_week_by_week_by_the_monday_on_which_leads_came() -> None:
    found = clock_found(counted([FAST, FAST, SLOW]), Clock.DECIDE, 24)
    assert found.by_week == ((date(2026, 1, 5), Rate(2, 2)), (date(2026, 1, 12), Rate(0, 1)))


def test_contact_before_acceptance_took_no_time() -> None:
    found = clock_found(counted([lead(mql=1, accepted=5, contacted=3)]), Clock.CONTACT, 48)
    assert found.rate == Rate(1, 1)
    assert found.quantile(0.5) == 0


def test_a_won_lead_without_a_date_of_contact_is_not_waiting_for_it() -> None:
    found = clock_found(counted([lead(mql=1, accepted=5, won=30)]), Clock.CONTACT, 48)
    assert (found.rate, found.running) == (Rate(0, 0), 0)
    assert clock_sentence(found).startswith("Nothing is known yet of when sales made first contact")


def test_few_leads_tell_how_many_more_it_takes() -> None:
    found = clock_found(counted([FAST] * 18 + [SLOW] * 2), Clock.DECIDE, 24)
    assert found.light is Light.UNKNOWN
    assert clock_sentence(found).endswith(f"it takes about {found.more} more leads.")


def test_a_missing_column_of_contact_leaves_the_clock_of_deciding_alone() -> None:
    found = counted([FAST] * 12, without=(Event.CONTACTED,))
    assert clock_found(found, Clock.DECIDE, 24).rate == Rate(12, 12)
