"""What waits for somebody, as they are told of it, and the page on which they do it."""

from __future__ import annotations

from typing import NamedTuple

from alignment.waiting import Errand, Waiting
from alignment.workshop import Workshop
from definitions.phrases import counted
from pages.shared.text import label


class Way(NamedTuple):
    """An errand in words with ``{clause}`` or ``{left}`` in it, the page where it is done, and its icon."""

    words: str
    page: str
    icon: str


BALLOTS = "pages/decide/ballots.py"
SIGN_OFF = "pages/publish/sign_off.py"
DEFINITION = "pages/publish/definition.py"
WAYS = {
    Errand.REVIEW: Way("Review the text before it is signed", SIGN_OFF, ":material/rate_review:"),
    Errand.RENEW: Way("The request to sign has expired", SIGN_OFF, ":material/timer_off:"),
    Errand.CHALLENGE: Way("Answer {left} to the definition", DEFINITION, ":material/front_hand:"),
    Errand.UPKEEP: Way("The definition is due for review", SIGN_OFF, ":material/event_repeat:"),
    Errand.READ: Way("Read the definition in force", DEFINITION, ":material/menu_book:"),
    Errand.SIGN: Way("Sign the definition", SIGN_OFF, ":material/signature:"),
    Errand.RULE: Way("Rule on {clause}", "pages/decide/decisions.py", ":material/gavel:"),
    Errand.JUDGE: Way("Judge the leads: {left} to go", "pages/start/calibrate.py", ":material/fact_check:"),
    Errand.WORDS: Way(
        "Answer in your own words: {left} to go", "pages/start/own_words.py", ":material/edit_note:"
    ),
    Errand.ANSWERED: Way(
        "Your objection to {clause} is answered: vote again", BALLOTS, ":material/question_answer:"
    ),
    Errand.VOTE: Way("Vote on {clause}", BALLOTS, ":material/how_to_vote:"),
    Errand.UNDERSTAND: Way(
        "Judge leads by the definition: {left} to go", "pages/publish/understanding.py", ":material/school:"
    ),
}
_NOUNS = {
    Errand.JUDGE: "lead",
    Errand.WORDS: "question",
    Errand.CHALLENGE: "challenge",
    Errand.UNDERSTAND: "lead",
}


def in_words(workshop: Workshop, waits: Waiting) -> str:
    """What waits, in Markdown for one line."""
    clause = workshop.clauses.get(waits.clause_id)
    left = counted(waits.left, _NOUNS.get(waits.errand, "thing"))
    name = label(clause.name) if clause is not None else ""
    return WAYS[waits.errand].words.format(clause=name, left=left)
