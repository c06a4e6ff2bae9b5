"""A reminder to copy into a message: what waits for somebody, or for whom the group waits, with the link."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from alignment.people import Participant
from alignment.waiting import Errand, Waiting, waiting_for
from alignment.workshop import Workshop
from definitions.phrases import counted, listed, quoted

_WORDS = {
    Errand.REVIEW: "review the definition before it is signed",
    Errand.SIGN: "sign the definition",
    Errand.RENEW: "renew the request to sign or take the draft back",
    Errand.RULE: "rule on {clause}",
    Errand.JUDGE: "judge {leads}",
    Errand.WORDS: "answer {questions} in your own words",
    Errand.ANSWERED: "vote again on {clause}, which was revised after you objected",
    Errand.VOTE: "vote on {clause}",
    Errand.CHALLENGE: "answer {challenges} to the definition",
    Errand.UPKEEP: "review the definition, which is due",
    Errand.UNDERSTAND: "judge {leads} by the new definition",
    Errand.READ: "read the definition in force",
}
MOST_NAMED = 5


def reminder(workshop: Workshop, person: Participant, link: str, now: datetime) -> str:
    """What waits for one person, as a message with the link; empty if nothing does."""
    waits = waiting_for(workshop, person, now)
    if not waits:
        return ""
    said = [in_words(workshop, each) for each in waits[:MOST_NAMED]]
    if len(waits) > MOST_NAMED:
        said.append(f"do {counted(len(waits) - MOST_NAMED, 'more thing')}")
    place = quoted(workshop.name)
    return f"Hello {person.name}, in the workshop {place} we wait for you to {listed(said)}: {link}"


def reminder_to_all(workshop: Workshop, link: str, now: datetime, only: Iterable[Errand] = Errand) -> str:
    """For whom the group waits, and where to go, as one message to all; empty if for nobody.

    Names who has something of these sorts to do, and never what anybody voted, judged or wrote.
    """
    sorts = frozenset(only)
    waits = {person.name: waiting_for(workshop, person, now) for person in workshop.people}
    names = [name for name, each in waits.items() if any(one.errand in sorts for one in each)]
    if not names:
        return ""
    return (
        f"In the workshop {quoted(workshop.name)} we still wait for {listed(names)}. "
        f"What waits for you stands here: {link}"
    )


def in_words(workshop: Workshop, waits: Waiting) -> str:
    """One thing that waits, as it follows "please": "judge four leads"."""
    clause = workshop.clauses.get(waits.clause_id)
    return _WORDS[waits.errand].format(
        clause=clause.name if clause is not None else "",
        leads=counted(waits.left, "lead"),
        questions=counted(waits.left, "question"),
        challenges=counted(waits.left, "challenge"),
    )
