"""Acceptance against the promise, and why leads are rejected."""

from __future__ import annotations

from typing import Any

from definitions.measures.acceptance import acceptance, acceptance_sentence
from definitions.measures.evidence import Light, Rate
from definitions.measures.rejections import reason_sentence, rejections, rejections_sentence
from tests.definitions.measures.made import counted, lead

ACCEPTED, OPEN = lead(mql=1, accepted=2), lead(mql=1)


def rejected(reason: str = "") -> dict[Any, Any]:
    return lead(mql=1, rejected=2, reason=reason)


def test_acceptance_is_of_decided_leads_only() -> None:
    found = acceptance(counted([ACCEPTED] * 124 + [rejected()] * 27 + [OPEN] * 9), 0.9)
    assert (found.rate, found.undecided, found.light, found.more) == (Rate(124, 151), 9, Light.AMBER, 0)
    expected = "Sales accepted 82 % (75 to 87) of 151 leads; the promise is 90 %."
    assert acceptance_sentence(found) == expected


def test_with_few_leads_the_sentence_says_how_many_more_it_takes() -> None:
    found = acceptance(counted([ACCEPTED] * 18 + [rejected()] * 2), 0.9)
    assert found.light is Light.UNKNOWN
    assert acceptance_sentence(found).endswith(
        f"We cannot know yet whether it is kept: it takes about {found.more} more decided leads."
    )


def test_with_no_decided_lead_nothing_is_said_of_a_share() -> None:
    assert (
        acceptance_sentence(acceptance(counted([OPEN]), 0.9))
        == "No lead is decided yet; the promise is 90 %."
    )


def test_the_clause_that_causes_most_rejections_is_named_with_evidence() -> None:
    leads = [rejected("no need")] * 30 + [rejected("too small")] * 10 + [rejected("no telephone number")] * 35
    found = rejections(counted([*leads, *[rejected()] * 5, *[ACCEPTED] * 20]))
    assert found.by_clause == (("Need", Rate(30, 80)), ("Size", Rate(10, 80)))
    assert [(reason.words, rate.hits) for reason, rate in found.by_reason] == [
        ("no telephone number", 35),
        ("no need", 30),
        ("too small", 10),
    ]
    assert (found.definitional, found.without_reason) == (Rate(40, 100), Rate(5, 80))
    assert rejections_sentence(found) == "Need causes most rejections: 30 of 80 rejections."
    assert reason_sentence(found).endswith("Without a reason: 5.")


def test_two_clauses_that_cause_nearly_the_same_are_not_told_apart() -> None:
    found = rejections(counted([rejected("no need")] * 20 + [rejected("too small")] * 18))
    assert not found.surely_worst
    assert rejections_sentence(found).endswith("whether it causes most we cannot know yet.")


def test_without_rejections_or_clauses_the_sentence_says_so() -> None:
    assert rejections_sentence(rejections(counted([ACCEPTED]))) == "No lead is rejected."
    assert "names a clause" in rejections_sentence(rejections(counted([rejected("no telephone number")])))
