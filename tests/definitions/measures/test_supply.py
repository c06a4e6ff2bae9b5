"""Marketing's side of the promise."""

from __future__ import annotations

from definitions.handoff import Supply
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
        "Complete were 82 % (69 to 90) of 49 leads; the promise is 90 %.",
        "Vetted were 78 % (64 to 87) of 45 leads; nothing is promised.",
    )


def test_without_leads_or_promise_it_says_so() -> None:
    assert supply_sentences(supplied(counted([]), None)) == (
        "No month with qualified leads is over yet.",
        "Complete were: unknown.",
        "Vetted were: unknown.",
    )
    assert supplied(counted(LEADS), None).months_kept is None
