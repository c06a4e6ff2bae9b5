"""Makes up the sample outcomes: `python -m data.samples.generate_outcomes` writes outcomes.csv beside this.

Inquiries of nine months, each with what happened to it until the end of September. ``outcome_story`` says
what was put in, ``outcome_faults`` which rows were spoiled on purpose.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import NormalDist

from data.samples import OUTCOMES_CSV
from data.samples import outcome_story as story
from data.samples.outcome_faults import spoil
from data.starter import classic_scorecard
from definitions.business_clock import deadline
from definitions.criteria import Criterion
from definitions.scorecard import Scorecard, score
from definitions.threshold import Threshold

SEED = 20261
TIMES = (
    *("Inquiry at", "MQL at", "Accepted at", "Rejected at", "Recycled at"),
    *("First contact at", "SQL at", "Opportunity at", "Won at", "Lost at"),
)
COLUMNS = (
    *("Lead", "Source", "Qualified by", "Definition version", *story.ANSWERS),
    *(*TIMES, "Rejection reason", "Revenue"),
)
NORMAL = NormalDist()
Lead = dict[str, str]
When = dict[str, datetime]


def sample_outcomes_csv() -> bytes:
    """The sample outcomes as CSV in UTF-8; the same bytes each time."""
    # Random.random() with an integer seed is the same on every Python; numpy promises no such thing.
    random, card = Random(SEED), _scorecard()
    span = story.ENDS - timedelta(days=1) - story.BEGINS
    begins = sorted(_at_day(story.BEGINS + random.random() * span, random) for _ in range(story.INQUIRIES))
    leads = [_lead(random, card, number, begin) for number, begin in enumerate(begins, start=1)]
    text = io.StringIO()
    rows = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    rows.writeheader()
    rows.writerows(spoil(random, leads))
    return text.getvalue().encode()


def _scorecard() -> Scorecard:
    card = classic_scorecard()
    (threshold,) = (each for each in card if isinstance(each, Threshold))
    return Scorecard(tuple(each for each in card if isinstance(each, Criterion)), threshold)


def _at_day(moment: datetime, random: Random) -> datetime:
    """Some time between 7 and 22 on a day, to the minute."""
    minutes = int(random.random() * 15 * 60)
    return moment.replace(hour=7, minute=0, second=0, microsecond=0) + timedelta(minutes=minutes)


def _lead(random: Random, card: Scorecard, number: int, begin: datetime) -> Lead:
    source = pick(random, story.SOURCES)
    serious = random.random() < story.SERIOUS[source]
    version = "2" if begin >= story.SECOND_VERSION else "1"
    lead = {"Lead": f"B-{number:04}", "Source": source, "Definition version": version}
    lead["Qualified by"] = pick(random, story.QUALIFIED_BY[serious])
    asked = lead["Qualified by"] != story.NOBODY
    for criterion, weights in story.ANSWERS.items():
        lead[criterion] = pick(random, weights[serious]) if asked or random.random() < 0.15 else ""
    when: When = {"Inquiry at": begin}
    _go(random, lead, when, _qualified(random, card, lead))
    return lead | _written(lead, when)


def _qualified(random: Random, card: Scorecard, lead: Lead) -> bool:
    """Whether marketing hands a lead over: by the definition, or though nobody asked anything."""
    if lead["Qualified by"] == story.NOBODY:
        return random.random() < story.UNASKED.get(lead["Source"], 0.0)
    answers = {name: lead[name] or None for name in story.ANSWERS}
    enough = score(card, answers).points >= story.ENOUGH and lead["Need"] == "Clear"
    return enough and (lead["Definition version"] == "1" or lead["Budget"] in {"Ready", "Being formulated"})


def _go(random: Random, lead: Lead, when: When, qualified: bool) -> None:
    """What happens to a lead from its inquiry on."""
    if not qualified:
        return
    when["MQL at"] = when["Inquiry at"] + _days(random, 2)
    if random.random() < 0.02:
        return
    decided = deadline(when["MQL at"], _around(random, story.DECIDE_HOURS, 0.8), story.AT_WORK)
    reason = _rejected_for(random, lead)
    if reason is None:
        when["Accepted at"] = decided
        _work(random, lead, when, decided)
        return
    when["Rejected at"], lead["Rejection reason"] = decided, reason
    if reason == story.NO_BUDGET and random.random() < story.RECYCLED:
        when["Recycled at"] = decided + _days(random, 30)
        when["Accepted at"] = deadline(when["Recycled at"], story.DECIDE_HOURS, story.AT_WORK)
        _work(random, lead, when, when["Accepted at"])
    elif random.random() < story.GIVEN_UP:
        when["Lost at"] = decided + _days(random, 12)


def _rejected_for(random: Random, lead: Lead) -> str | None:
    """Why sales rejects a lead; ``None`` if it does not."""
    if lead["Qualified by"] == story.NOBODY and random.random() < story.REJECTED_UNASKED:
        return pick(random, story.REASONS_UNASKED)
    first = lead["Definition version"] == "1"
    for_budget = story.REJECTED_BUDGET if first else story.REJECTED_BUDGET_NOW
    if lead["Qualified by"] != story.NOBODY and random.random() < for_budget[lead["Budget"]]:
        return story.NO_BUDGET
    for answer, (share, reason) in story.REJECTED_ANSWERS.items():
        if answer in lead.values() and random.random() < share:
            return reason
    return pick(random, story.REASONS) if random.random() < story.REJECTED_OTHERWISE else None


def _work(random: Random, lead: Lead, when: When, since: datetime) -> None:
    """What sales does with a lead, until it is won, lost or stands still."""
    slow = since.astimezone(story.ZONE).month in story.SLOW_MONTHS
    hours = _around(random, story.SLOW_HOURS if slow else story.CONTACT_HOURS, 0.8)
    when["First contact at"] = last = deadline(since, hours, story.AT_WORK)
    odds = story.BASE + sum(story.LIFT.get(value, 0.0) for value in lead.values())
    odds += story.LIFT_AGAIN if "Recycled at" in when else 0.0
    for step, more in story.STEPS.items():
        if random.random() >= 1 / (1 + math.exp(-odds - more)):
            if random.random() >= story.STANDS_STILL:
                when["Lost at"] = last + _days(random, 12)
            return
        when[step] = last = last + _days(random, story.DAYS[step])
    lead["Revenue"] = _revenue(random, lead["Size"])


def _written(lead: Lead, when: When) -> Lead:
    """What had happened when the file was made, in local time with its offset; the web form writes UTC."""
    past = {event: moment for event, moment in when.items() if moment <= story.ENDS}
    texts = {event: written(moment.astimezone(story.ZONE)) for event, moment in past.items()}
    texts["Inquiry at"] = written(when["Inquiry at"].astimezone(UTC)).replace("+00:00", "Z")
    blank = {} if "Won at" in past else {"Revenue": ""}
    return texts | blank | ({} if "Rejected at" in past else {"Rejection reason": ""})


def written(moment: datetime) -> str:
    """A moment to the minute, with its offset."""
    return moment.isoformat(timespec="minutes")


def _around(random: Random, median: float, spread: float) -> float:
    """A lognormal number; ``spread``: of its logarithm."""
    return median * math.exp(spread * NORMAL.inv_cdf(max(random.random(), 1e-9)))


def _days(random: Random, median: float) -> timedelta:
    return timedelta(minutes=round(_around(random, median, 0.7) * 24 * 60))


def _revenue(random: Random, size: str) -> str:
    lowest, highest = {"50,000 or more": (50_000, 180_000), "Under 100": (20, 99)}.get(size, (100, 49_000))
    return str(lowest + int((highest - lowest) * random.random() ** 2))


def pick(random: Random, weights: Mapping[str, float]) -> str:
    """One of the names, as often as it weighs."""
    place = random.random() * sum(weights.values())
    for name, weight in weights.items():
        place -= weight
        if place < 0:
            return name
    return name


if __name__ == "__main__":
    OUTCOMES_CSV.write_bytes(sample_outcomes_csv())
