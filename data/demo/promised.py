"""What the demo's people agree on in the end: the clauses that differ from the classic ones, and examples."""

from __future__ import annotations

from data.starter import classic_scorecard, usual_handoff
from definitions.business_hours import BusinessHours
from definitions.criteria import Criterion
from definitions.handoff import Handoff, Supply
from definitions.scorecard import Verdict
from definitions.threshold import Threshold

THRESHOLD = Threshold(qualified_from=18, nurture_from=10)
BEST = {
    "Budget": "Ready",
    "Role": "Decision maker",
    "Need": "Clear",
    "Timing": "Within six months",
    "Size": "50,000 or more",
}
NO_BUDGET = "The plant without a budget line"
GOLDEN = {
    "The paper mill": (
        {**BEST, "Budget": "Being formulated"},
        Verdict.QUALIFIED,
        "Two pumps had failed, and the plant manager called us. It became our largest order.",
    ),
    NO_BUDGET: (
        {**BEST, "Budget": "None"},
        Verdict.QUALIFIED,
        "Everything else is there. Marketing says that such a plant finds the money.",
    ),
    "The student": (
        {"Need": "Not clear", "Role": "Influencer", "Timing": "In a year or later"},
        Verdict.NOT_QUALIFIED,
        "He wrote a thesis about vibration and filled in every form.",
    ),
    "The group that collects offers": (
        {**BEST, "Need": "Not clear"},
        Verdict.NOT_QUALIFIED,
        "Money, rank and a date, and no machine that fails: three quotes, no order.",
    ),
}
"""Leads of which everybody knows what they are: answers, verdict and why."""


def handoff() -> Handoff:
    """The usual handoff with the company's hours and what its marketing promises."""
    own = {
        "business_hours": BusinessHours(time_zone="Europe/Berlin"),
        "supply": Supply(leads_a_month=75, complete_percent=90, vetted_percent=40),
    }
    return usual_handoff().model_copy(update=own)


def gated_budget() -> Criterion:
    """The budget as version 2 has it: without money there or being found, a lead stays with marketing."""
    (budget,) = (each for each in classic_scorecard() if each.name == "Budget")
    assert isinstance(budget, Criterion)
    own = {
        "question": "What is the status of the budget: is it there, or by when is it decided?",
        "why": "In three months sales gave back every second lead without a figure and a date.",
        "gate": "Being formulated",
    }
    return budget.model_copy(update=own)
