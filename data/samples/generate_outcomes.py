"""Makes up the sample outcomes: `python -m data.samples.generate_outcomes` writes outcomes.csv beside this.

Inquiries of nine months, each with what happened to it until the end of September. ``outcome_story`` says
what was put in, ``outcome_faults`` which rows were spoiled on purpose.
"""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from random import Random

from data.samples import OUTCOMES_CSV
from data.samples import outcome_story as story
from data.samples.chances import pick
from data.samples.outcome_faults import spoil
from data.samples.outcome_way import Lead, When, go
from data.starter import classic_scorecard
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
    if _qualified(random, card, lead):
        go(random, lead, when)
    return lead | _written(lead, when)


def _qualified(random: Random, card: Scorecard, lead: Lead) -> bool:
    """Whether marketing hands a lead over: by the definition, or though nobody asked anything."""
    if lead["Qualified by"] == story.NOBODY:
        return random.random() < story.UNASKED.get(lead["Source"], 0.0)
    answers = {name: lead[name] or None for name in story.ANSWERS}
    enough = score(card, answers).points >= story.ENOUGH and lead["Need"] == "Clear"
    return enough and (lead["Definition version"] == "1" or lead["Budget"] in {"Ready", "Being formulated"})


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


if __name__ == "__main__":
    OUTCOMES_CSV.write_bytes(sample_outcomes_csv())
