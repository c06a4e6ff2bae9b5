"""How the demo's people came to the two versions that they signed, and what they said of them afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alignment.actions.challenges import answer_challenge, challenge
from alignment.actions.clauses import revise_clause
from alignment.actions.definition import freeze, sign
from alignment.actions.golden_leads import acknowledge_golden_flip, keep_golden_lead
from alignment.actions.reading import acknowledge_reading
from alignment.actions.reviewing import review_draft
from alignment.actions.rulings import rule
from alignment.actions.self_qualification import change_self_qualification
from alignment.composing import frozen_document
from alignment.outcomes import Outcome
from data.demo import promised, voting
from data.demo.script import Script
from data.demo.voting import HOST, MOSTLY
from definitions.contents import Content
from definitions.scorecard import Verdict
from definitions.self_qualification import ProspectForm, usual_form

ZONE = ZoneInfo("Europe/Berlin")
SIGNERS = ("Mara", "Jonas", "Ruth")
REVIEWER = "Elena"
ASKED = {"Timing": "When do you want to have it in place?"}
BUDGET_CHALLENGED = {
    "Jonas": (3, 9, "Half of the leads without a budget say in the first call that there is none this year."),
    "Tomás": (4, 14, "“Being formulated” says everybody who does not want to say no. I ask for a date now."),
    "Priya": (
        5,
        4,
        "I gave eleven back in April, all for the same reason. The clause is wrong, not the leads.",
    ),
}
"""Who challenged the budget in 2026, when and why; the third challenge opens a draft."""


def agree_on_the_first(play: Script) -> None:
    """Version 1: two clauses ruled on, two revised, the rest as it stands in the starter."""
    play.wait_until(datetime(2025, 12, 4, 9, tzinfo=ZONE))
    voting.rule_on_need(play)
    voting.dispute_timing(play)
    ruling = (
        "We take both dates as they are and count. In half a year the figures decide, and not the louder."
    )
    play.act(rule, play.person("Ruth"), play.id_of("Timing"), Outcome.STANDS, 1, ruling)
    _revised(play, "Threshold", promised.THRESHOLD, "Lower, now that the need is a must-have.", "Elena")
    _revised(play, "Handoff", promised.handoff(), "Stages, reasons, our hours, both promises.", "Tomás")
    wary = "Let us see how many of those who are “formulating” have any money."
    voting.vote(play, "Budget", {"Jonas": (MOSTLY, wary)})
    for clause in play.workshop.clauses.values():
        if clause.round is None:
            voting.vote(play, clause.name, {})
    for name, (answers, expected, why) in promised.GOLDEN.items():
        play.act(keep_golden_lead, HOST, name, answers, expected, why)
    play.wait_until(datetime(2025, 12, 16, 10, tzinfo=ZONE))
    _sign(play)
    _read(play, ("Ben", "Chiara", "Priya", "Tomás", "David"))
    play.act(change_self_qualification, HOST, True, _for_prospects(play))


def challenge_the_budget(play: Script) -> None:
    """Three sales people say in spring what happens: the clause is on the table again."""
    for name, (month, day, reason) in BUDGET_CHALLENGED.items():
        play.wait_until(datetime(2026, month, day, 16, tzinfo=ZONE))
        play.act(challenge, play.person(name), play.id_of("Budget"), reason)


def agree_on_the_second(play: Script) -> None:
    """Version 2: the budget becomes a must-have, and an example gets another verdict."""
    play.wait_until(datetime(2026, 5, 6, 9, tzinfo=ZONE))
    note = "A must-have, and a question that asks for the date."
    _revised(play, "Budget", promised.gated_budget(), note, "Ben", person="Jonas")
    examples = play.workshop.golden_leads.values()
    flipped = next(each.id for each in examples if each.name == promised.NO_BUDGET)
    right = "It goes to nurture until somebody decides about the money. That is what we agreed on."
    play.act(acknowledge_golden_flip, HOST, flipped, Verdict.NOT_QUALIFIED, right)
    play.wait_until(datetime(2026, 5, 13, 10, tzinfo=ZONE))
    _sign(play)
    _read(play, ("Ben", "Priya", "Tomás", "David"))


def challenge_again(play: Script) -> None:
    """One challenge that was answered, and two that are open."""
    play.wait_until(datetime(2026, 6, 22, 11, tzinfo=ZONE))
    play.act(challenge, play.person("Ben"), play.id_of("Role"), "At a plant the recommender often decides.")
    last = tuple(play.workshop.challenges)[-1]
    answer = "Recommenders have three points and pass. We look at it again when a quarter is counted."
    play.act(answer_challenge, HOST, last, answer)
    play.wait_until(datetime(2026, 9, 3, 15, tzinfo=ZONE))
    late = "Two plants that said “next year” bought in summer. The answers say nothing about who buys."
    play.act(challenge, play.person("Priya"), play.id_of("Timing"), late)
    road = "In August half of us were away. Forty-eight hours were never going to hold; we need a deputy."
    play.act(challenge, play.person("Tomás"), play.id_of("Handoff"), road)


def _revised(play: Script, name: str, content: Content, note: str, wary: str, person: str = "Mara") -> None:
    """A new wording, and a vote on it with one reservation."""
    clause = play.workshop.clauses[play.id_of(name)]
    play.act(revise_clause, play.person(person), clause.id, clause.revisions[-1].number, content, note)
    voting.vote(play, name, {wary: (MOSTLY, "Let us look at it again once we have figures.")})


def _sign(play: Script) -> None:
    """The text is frozen, reviewed and signed, by the decider last; then it is in force."""
    signers = [play.person(name) for name in SIGNERS]
    play.act(freeze, HOST, signers, reviewers=(play.person(REVIEWER),), in_order=True)
    assert play.workshop.frozen is not None
    text = play.workshop.frozen.sha256
    play.now += timedelta(hours=1)
    play.act(review_draft, play.person(REVIEWER), text, "Reads as we agreed.")
    for signer in signers:
        play.now += timedelta(hours=1)
        play.act(sign, signer, text, play.workshop.name_of(signer))


def _for_prospects(play: Script) -> ProspectForm | None:
    """The public form: the questions that a prospect answers, put to "you"."""
    form = usual_form(frozen_document(play.workshop.published[-1].draft).criteria)
    if form is None:
        return None
    put = [
        each.model_copy(update={"question": ASKED.get(each.criterion, each.question)})
        for each in form.questions
    ]
    return form.model_copy(update={"questions": tuple(put)})


def _read(play: Script, names: tuple[str, ...]) -> None:
    """Some of those who did not sign say that they have read the version in force."""
    present = play.workshop.published[-1]
    for name in names:
        play.now += timedelta(minutes=40)
        play.act(acknowledge_reading, play.person(name), present.version, present.draft.sha256)
