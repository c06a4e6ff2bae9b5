"""Makes up the sample leads: `python -m data.samples.generate` writes leads.csv beside this file.

Every lead has a hidden seriousness, drawn by its source. A serious lead tends to have a clear need, a
budget, a say in the decision and a large order in mind, and is more often asked by somebody before
it goes to sales. Winning depends on need, budget, role and size. It does not depend on timing, which
people state alike whether they buy or not: that is the criterion that predicts nothing. Trade shows bring
the most leads and the poorest. A blank is a question not answered; timing and size are blank more
often, because between six and twelve months, and between 100 and 50,000, no answer fits.
"""

from __future__ import annotations

import csv
import io
import math
from random import Random

from data.samples import LEADS_CSV
from data.samples.chances import pick

SEED = 20260
LEADS = 3_000
COLUMNS = (
    *("Lead", "Month", "Source", "Qualified by"),
    *("Budget", "Role", "Need", "Timing", "Size"),
    *("Outcome", "Revenue"),
)

MONTHS = {"2026-01": 460, "2026-02": 470, "2026-03": 520, "2026-04": 500, "2026-05": 540, "2026-06": 510}
"""Month: its weight among the leads."""
STILL_OPEN = {
    **{"2026-01": 0.01, "2026-02": 0.02, "2026-03": 0.03},
    **{"2026-04": 0.05, "2026-05": 0.12, "2026-06": 0.30},
}
"""Month: the share of its leads without an outcome when the file was made."""
SOURCES = {"Trade show": 36, "Website": 24, "Search advertising": 18, "Webinar": 14, "Referral": 8}
"""Source: its weight among the leads."""
SERIOUS = {
    "Trade show": 0.08,
    "Website": 0.34,
    "Search advertising": 0.30,
    "Webinar": 0.32,
    "Referral": 0.55,
}
"""Source: the share of its leads that are serious."""
QUALIFIED_BY = {
    True: {"vetted": 38, "self-qualified": 30, "unqualified": 32},
    False: {"vetted": 10, "self-qualified": 22, "unqualified": 68},
}
ANSWERS = {
    "Budget": {
        True: {"Ready": 42, "Being formulated": 40, "None": 14, "": 4},
        False: {"Ready": 10, "Being formulated": 26, "None": 54, "": 10},
    },
    "Role": {
        True: {"Decision maker": 46, "Recommender": 33, "Influencer": 17, "": 4},
        False: {"Decision maker": 20, "Recommender": 32, "Influencer": 40, "": 8},
    },
    "Need": {
        True: {"Clear": 88, "Not clear": 9, "": 3},
        False: {"Clear": 30, "Not clear": 62, "": 8},
    },
    "Timing": {
        True: {"Within six months": 58, "In a year or later": 27, "": 15},
        False: {"Within six months": 58, "In a year or later": 27, "": 15},
    },
    "Size": {
        True: {"50,000 or more": 72, "Under 100": 12, "": 16},
        False: {"50,000 or more": 40, "Under 100": 38, "": 22},
    },
}
"""Criterion: weight of each answer among serious leads and among the others; "" is not answered."""
BASE = -6.6
LIFT = {
    "Clear": 2.4,
    "Ready": 2.3,
    "Being formulated": 1.6,
    "Decision maker": 1.1,
    "Recommender": 0.6,
    "50,000 or more": 0.4,
    "vetted": 0.7,
    "self-qualified": 0.2,
}
"""What each answer adds to the log-odds of winning; what is not named adds nothing."""


def sample_csv() -> bytes:
    """The sample leads as CSV in UTF-8; the same bytes each time."""
    # Random.random() with an integer seed is the same on every Python; numpy promises no such thing.
    random = Random(SEED)
    text = io.StringIO()
    rows = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    rows.writeheader()
    months = sorted(pick(random, MONTHS) for _ in range(LEADS))
    rows.writerows(_lead(random, number, month) for number, month in enumerate(months, start=1))
    return text.getvalue().encode()


def _lead(random: Random, number: int, month: str) -> dict[str, str]:
    source = pick(random, SOURCES)
    serious = random.random() < SERIOUS[source]
    lead = {"Lead": f"L-{number:04}", "Month": month, "Source": source}
    lead["Qualified by"] = pick(random, QUALIFIED_BY[serious])
    for criterion, weights in ANSWERS.items():
        lead[criterion] = pick(random, weights[serious])
    lead["Outcome"] = _outcome(random, lead)
    lead["Revenue"] = _revenue(random, lead["Size"]) if lead["Outcome"] == "won" else ""
    return lead


def _outcome(random: Random, lead: dict[str, str]) -> str:
    odds = BASE + sum(LIFT.get(value, 0) for value in lead.values())
    won = random.random() < 1 / (1 + math.exp(-odds))
    if random.random() < STILL_OPEN[lead["Month"]]:
        return "open"
    return "won" if won else "lost"


def _revenue(random: Random, size: str) -> str:
    lowest, highest = {"50,000 or more": (50_000, 180_000), "Under 100": (20, 99)}.get(size, (100, 49_000))
    return str(lowest + int((highest - lowest) * random.random() ** 2))


if __name__ == "__main__":
    LEADS_CSV.write_bytes(sample_csv())
