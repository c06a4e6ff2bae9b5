"""What was put into the made-up outcomes, in tables that can be edited."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from definitions.business_hours import BusinessHours

ZONE = ZoneInfo("Europe/Berlin")
AT_WORK = BusinessHours(time_zone="Europe/Berlin", opens=time(9), closes=time(17))
BEGINS = datetime(2026, 1, 1, tzinfo=ZONE)
SECOND_VERSION = datetime(2026, 5, 18, tzinfo=ZONE)
"""Inquiries from this day on are judged by version 2, which lets no lead without a budget through."""
ENDS = datetime(2026, 9, 30, 17, tzinfo=ZONE)
"""What happened later is not in the file."""
INQUIRIES = 4_000

SOURCES = {
    "Trade fair list": 38,
    "Website": 24,
    "Search advertising": 16,
    "Webinar": 13,
    "Referral": 9,
}
"""Source: its weight among the inquiries."""
SERIOUS = {
    "Trade fair list": 0.13,
    "Website": 0.36,
    "Search advertising": 0.32,
    "Webinar": 0.36,
    "Referral": 0.55,
}
"""Source: the share of its inquiries that are serious."""
UNASKED = {"Trade fair list": 0.10, "Website": 0.04}
"""Source: the share of its inquiries that marketing hands over though nobody answered the questions."""
VETTED, SELF, NOBODY = "vetted", "self-qualified", "unqualified"
QUALIFIED_BY = {True: {VETTED: 46, SELF: 44, NOBODY: 10}, False: {VETTED: 14, SELF: 24, NOBODY: 62}}
ANSWERS = {
    "Budget": {
        True: {"Ready": 40, "Being formulated": 34, "None": 23, "": 3},
        False: {"Ready": 10, "Being formulated": 22, "None": 58, "": 10},
    },
    "Role": {
        True: {"Decision maker": 56, "Recommender": 30, "Influencer": 12, "": 2},
        False: {"Decision maker": 22, "Recommender": 34, "Influencer": 36, "": 8},
    },
    "Need": {
        True: {"Clear": 90, "Not clear": 8, "": 2},
        False: {"Clear": 30, "Not clear": 62, "": 8},
    },
    "Timing": {
        True: {"Within six months": 72, "In a year or later": 22, "": 6},
        False: {"Within six months": 72, "In a year or later": 22, "": 6},
    },
    "Size": {
        True: {"50,000 or more": 82, "Under 100": 10, "": 8},
        False: {"50,000 or more": 40, "Under 100": 42, "": 18},
    },
}
"""Criterion: weight of each answer of serious inquiries and of the others; "" is not answered."""

ENOUGH = 18
"""The points from which marketing hands a lead over, if its need is clear."""
REJECTED_UNASKED = 0.42
REJECTED_BUDGET = {"None": 0.88, "Being formulated": 0.44, "Ready": 0.02, "": 0.3}
"""How many leads sales rejects for their budget under version 1."""
REJECTED_BUDGET_NOW = {"None": 0.5, "Being formulated": 0.04, "Ready": 0.01, "": 0.1}
"""The same under version 2."""
REJECTED_OTHERWISE = 0.06
NO_BUDGET = "There is no budget after all"
REJECTED_ANSWERS = {
    "In a year or later": (0.15, "They buy much later than they said"),
    "Influencer": (0.22, "The contact has no say in the purchase"),
}
"""Answer: how many leads sales rejects for it, and the reason."""
REASONS = {
    "Sales already works on this account": 4,
    "The same lead was handed over before": 2,
    "The contact's details are wrong or missing": 5,
    "There is no need that we solve": 3,
    "The contact has no say in the purchase": 3,
    "They buy much later than they said": 2,
    "": 2,
}
"""Why sales rejects the others; "" is no reason given."""
REASONS_UNASKED = {
    "An answer is missing or has no source": 5,
    "The contact's details are wrong or missing": 4,
    "There is no need that we solve": 4,
    "": 2,
}
SLOW_MONTHS = frozenset({7, 8})
"""In July and August sales makes first contact late."""
FORGOTTEN = 0.02
"""The share of leads on which sales never decides."""
CONTACT_HOURS, SLOW_HOURS, DECIDE_HOURS = 10.0, 62.0, 6.0
"""Medians in business hours."""

BASE = -1.75
LIFT = {
    **{"Ready": 0.5, "Being formulated": 0.2, "None": -0.5},
    **{"Decision maker": 0.4, "Recommender": 0.1, "50,000 or more": 0.3},
    **{VETTED: 0.25, SELF: 0.15, NOBODY: -0.5},
    **{"Trade fair list": -0.9, "Referral": 0.4, "2": 0.25},
}
"""What answers, sources and the rest add to the log-odds of each step; what is not named adds nothing."""
LIFT_AGAIN = 0.9
"""The same for a lead that was nurtured: its budget is there now."""
STEPS = {"SQL at": 1.7, "Opportunity at": 0.5, "Won at": 0.8}
"""Step: what its own log-odds are more than those of the lead."""
DAYS = {"SQL at": 2.0, "Opportunity at": 3.0, "Won at": 4.5}
"""Step: its median in days."""
STANDS_STILL = 0.10
"""The share of leads that neither go on nor are given up."""
RECYCLED = 0.5
"""The share of leads rejected for their budget that marketing nurtures and hands over once more."""
GIVEN_UP = 0.8
"""The share of the other rejected leads that are given up."""
