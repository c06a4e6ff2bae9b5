"""What the demo's people wrote before anything was drafted, and what they said is in place."""

from __future__ import annotations

from alignment.actions.own_words import ask_own_words, reveal_own_words, write_own_words
from data.demo.script import Script
from data.starter import own_words_questions
from definitions.own_words import InPlace

HOST = "p1"
WRITTEN: dict[str, tuple[str, str, str, str]] = {
    "Mara": (
        "Somebody at a plant that could use our sensors who has raised a hand: downloaded the vibration "
        "guide, came to a webinar, or asked us something at a fair.",
        "A contact with enough engagement: three visits in a month, or one form filled in completely.",
        "A lead that sales has opened and not sent back.",
        "A lead that sales is talking to.",
    ),
    "Ben": (
        "A contact from the right industry who engaged with a campaign. If they filled in a form, they want "
        "to hear from us.",
        "A form filled in, from an industry on our list.",
        "Sales has called at least once.",
        "Somebody who asked for a quote.",
    ),
    "Chiara": (
        "Interest plus fit: a plant with rotating machines, and a campaign or webinar they reacted to.",
        "Interest we can measure: forms, webinars, visits. Nurture takes care of the rest.",
        "Sales agrees that it fits. I never hear when that happens.",
        "A meeting that took place.",
    ),
    "Jonas": (
        "A buyer with a problem that we solve, a budget, and a date within six months. The rest is a list "
        "of names.",
        "A list of names from marketing. Some of them never asked for anything.",
        "I called, I reached somebody, and there is a problem worth a visit.",
        "A budget, a date and a decider who takes my call.",
    ),
    "Priya": (
        "Someone I can reach by phone who has a failing pump, a budget or somebody who finds one, and a "
        "decider I may talk to.",
        "A contact that downloaded something. I call, and half of them are students.",
        "I have talked to them and put it into my pipeline.",
        "A quote is on the table, with a date for the decision.",
    ),
    "Tomás": (
        "A plant with a shutdown planned, a budget for it, and a problem that costs them money every week.",
        "A download. It says little about a budget or a date.",
        "I looked at it within a day and kept it.",
        "A plant visit is booked.",
    ),
    "Ruth": (
        "A lead that is likely to become an order with a margin we like. I see the count every month and "
        "cannot say what it means.",
        "A number in the monthly report that grows while orders do not.",
        "I have never heard this term.",
        "An order we expect this quarter, with its probability.",
    ),
    "Elena": (
        "One that pays back what it cost to find: an account whose order is worth more than the calls it "
        "takes.",
        "A cost: what a campaign brought, before anybody checked it.",
        "The moment from which sales answers for it.",
        "Expected revenue, in the forecast.",
    ),
    "David": (
        "A company in a market we chose, big enough for a contract over several years, that wants to talk.",
        "Marketing's target for the year.",
        "Sales and marketing agree that it is worth the time.",
        "Something that I can put into the forecast.",
    ),
}
"""Each person's words on a qualified lead and on the three usual terms."""
PLACES = {"+": InPlace.IN_PLACE, "~": InPlace.PARTLY, "-": InPlace.NOT, "?": InPlace.DONT_KNOW}
REVIEWED = {
    "Mara": "+~+~+~", "Ben": "+~+?+~", "Chiara": "++~~++",
    "Jonas": "~----~", "Priya": "~?-~~-", "Tomás": "-----?",
    "Ruth": "+~~?~?", "Elena": "~-~?~?", "David": "+?~~+?",
}  # fmt: skip
"""Each person's choices in the self-review, in its order."""


def in_own_words(play: Script) -> None:
    """Everybody is asked, writes alone, and the host reveals it."""
    questions = own_words_questions()
    play.act(ask_own_words, HOST, questions)
    texts = [question.id for question in questions if not question.reviews]
    review = [question.id for question in questions if question.reviews]
    with play.quickly():
        for name, written in WRITTEN.items():
            person = play.person(name)
            for question_id, text in zip(texts, written, strict=True):
                play.act(write_own_words, person, question_id, text)
            for question_id, sign in zip(review, REVIEWED[name], strict=True):
                play.act(write_own_words, person, question_id, in_place=PLACES[sign])
    play.act(reveal_own_words, HOST)
