"""Marketing's side of the promise."""

from __future__ import annotations

from definitions.handoff import Supply
from definitions.measures.cells import Filter
from definitions.measures.evidence import Rate
from definitions.measures.supply import supplied, supply_sentences
from definitions.outcomes import QualifiedBy
from tests.definitions.measures.made import AS_OF, QUALIFIERS, counted, lead

VETTED = str(QualifiedBy.VETTED)
LEADS = [
    *[lead(mql=1, answer="yes", by=VETTED)] * 30,
    *[lead(mql=40, answer="no", by=QUALIFIERS[0])] * 10,
    *[lead(mql=40)] * 4,
    *[lead(mql=AS_OF - 1, by=VETTED)] * 5,
    lead(inquiry=1, answer="yes"),
]


def test_volume_is_of_months_that_are_over_and_shares_are_of_all_qualified_leads() -> None:
    found = supplied(counted(LEADS), Supply(leads_a_month=20, complete_percent=90))
    assert found.by_month[:2] == (("2026-01", 30), ("2026-02", 14))
    assert found.by_month[-1] == ("2026-06", 0)
    assert (found.complete, found.vetted, found.months_kept) == (Rate(40, 49), Rate(35, 45), 1)
    assert supply_sentences(found) == (
        "Marketing handed over 7 leads a month; the promise is 20, kept in 1 of 6 months.",
        "Complete: 82 % (69 to 90) of 49 leads; the promise is 90 %.",
        "Vetted: 78 % (64 to 87) of 45 leads; nothing is promised.",
    )


def test_without_leads_or_promise_it_says_so() -> None:
    assert supply_sentences(supplied(counted([]), None)) == (
        "No month with qualified leads is over yet.",
        "Complete: unknown.",
        "Vetted: unknown.",
    )
    assert supplied(counted(LEADS), None).months_kept is None


def test_of_a_version_only_months_that_were_wholly_under_it_are_held_against_the_promise() -> None:
    old, new = {"version": "1"}, {"version": "2"}
    days = ((2, 12, old), (32, 5, old), (40, 5, new), (62, 12, new), (92, 8, new), (AS_OF - 1, 1, new))
    found = counted([lead(mql=day, **version) for day, leads, version in days for _ in range(leads)])
    chosen = supplied(found.only(Filter(versions=frozenset({"2"}))), Supply(leads_a_month=10))
    assert chosen.by_month == (("2026-03", 12), ("2026-04", 8), ("2026-05", 0), ("2026-06", 0))


def test_a_choice_that_holds_no_month_whole_is_not_held_against_the_volume() -> None:
    leads = [lead(mql=2, source=source) for source in ("fair", "search") for _ in range(12)]
    chosen = supplied(counted(leads).only(Filter(sources=frozenset({"fair"}))), Supply(leads_a_month=10))
    assert chosen.part
    assert supply_sentences(chosen)[0].startswith("No month is chosen whole")
