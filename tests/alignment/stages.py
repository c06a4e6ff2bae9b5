"""A workshop at each stage of its way to a definition: builders of rooms, each on the one before."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any

from alignment.actions.ballots import cast_ballot, close_ballot, open_all_ballots
from alignment.actions.calibrations import judge_lead, open_calibration, propose_points, reveal_calibration
from alignment.actions.challenges import challenge
from alignment.actions.clauses import comment, propose_clause, withdraw_clause
from alignment.actions.connections import make_key, set_webhook
from alignment.actions.definition import freeze, open_draft, sign
from alignment.actions.golden_leads import acknowledge_golden_flip, keep_golden_lead
from alignment.actions.joining import make_device_link
from alignment.actions.leads import add_lead_set
from alignment.actions.opening import invite_by_email, invite_by_link
from alignment.actions.outcomes import add_outcome_set
from alignment.actions.own_words import ask_own_words, reveal_own_words, write_own_words
from alignment.actions.people import remove_participant
from alignment.actions.presenting import start_timer
from alignment.actions.rulings import escalate, rule
from alignment.actions.scenarios import save_scenario
from alignment.actions.understanding import answer_understanding, ask_understanding
from alignment.drafts import Frozen
from alignment.judgements import Judgement
from alignment.outcomes import Outcome
from alignment.people import Team
from alignment.stances import Seal, Stance
from definitions.drawn_leads import DrawnLead, DrawnLeads, OwnCard
from definitions.own_words import Question
from definitions.scorecard import Verdict
from definitions.what_if import Bands, WhatIf
from tests.alignment.rooms import (
    LEADS,
    OLD_OUTCOMES,
    OUTCOMES,
    TOKEN_HASH,
    VOTERS,
    Room,
    criterion,
    staffed_room,
    term,
    threshold,
)

DEVICE_HASH = "d" * 64
KEY_HASH = "c" * 63 + "0"
INVITED = "nina@example.org"
QUESTIONS = (
    Question(id="q1", term="Qualified lead", text="What is a qualified lead to you?"),
    Question(id="q2", text="Leads are qualified by written criteria."),
)
DRAWN = DrawnLeads(
    criteria=("Budget", "Role"),
    labels=(("Yes", "No"), ("Decides", "Advises", "Neither")),
    leads=tuple(DrawnLead(answers=answers) for answers in ((0, 0), (0, 2), (1, 0), (1, -1))),
)
SALS_CARD = OwnCard(points=((5, 0), (3, 2, 0)), threshold=7, gates=(0, -1))
SIGNATORIES = ("Mark", "Sal", "Dee", "Eve")


class Stage(StrEnum):
    """Where a workshop stands."""

    EMPTY = "drafting, empty"
    DRAFTS = "with drafts"
    VOTING = "ballots open"
    DISPUTED = "disputed"
    ESCALATED = "escalated"
    RULED = "ruled"
    SETTLED = "all settled"
    REVIEWING = "frozen, being reviewed"
    FROZEN = "frozen"
    PUBLISHED = "published"
    REDRAFTING = "drafting version 2"
    AMENDING = "drafting version 2 of one clause"


def vote(room: Room, name: str, clause: str, stance: Stance = Stance.AGREE, reason: str = "") -> None:
    """Somebody votes on the clause of a name."""
    why = reason or ("Too vague." if stance is Stance.DISAGREE else "")
    room.act(cast_ballot, room.id(name), room.clause(clause).id, stance, why)


def everybody_votes(room: Room, clause: str, but: dict[str, Stance] | None = None) -> None:
    """Every voter agrees to the clause of a name, but for those named."""
    for name in VOTERS:
        vote(room, name, clause, (but or {}).get(name, Stance.AGREE))


def draft_of(room: Room) -> Frozen:
    """The text that is frozen."""
    assert room.workshop.frozen is not None
    return room.workshop.frozen


def sign_all(room: Room, names: tuple[str, ...] = SIGNATORIES) -> None:
    """The named people sign the frozen draft."""
    for name in names:
        assert room.workshop.frozen is not None
        room.act(sign, room.id(name), room.workshop.frozen.sha256, name)


def calibration_id(room: Room) -> str:
    """The id of the latest calibration."""
    return list(room.workshop.calibrations)[-1]


def freeze_for(room: Room, names: tuple[str, ...] = SIGNATORIES, **request: Any) -> None:
    """The host freezes the draft for the named people to sign."""
    room.act(freeze, "p1", [room.id(name) for name in names], **request)


def challenge_it(room: Room, name: str, clause: str, reason: str = "Nobody can check it.") -> None:
    """Somebody challenges the clause of a name."""
    room.act(challenge, room.id(name), room.clause(clause).id, reason)


def challenge_id(room: Room) -> str:
    """The id of the latest challenge."""
    return list(room.workshop.challenges or {"x0": None})[-1]


def _empty() -> Room:
    """No clause; one open way in of each sort, a personal link, and from Sal a lead set, outcomes, a
    scenario and two golden leads, of which "Odd" gets another verdict than it should as soon as there is a
    scorecard.
    A timer runs on the projector. The CRM has a key, and is told of publications. Everybody is asked for
    their own words and to judge four leads; Sal has begun.
    """
    room = staffed_room(removed=False)
    room.act(invite_by_link, "p1", Team.SALES, TOKEN_HASH, 90)
    room.act(invite_by_email, "p1", INVITED, Team.SALES, 90)
    room.act(make_device_link, room.id("Sal"), DEVICE_HASH)
    sal = room.id("Sal")
    room.act(add_lead_set, sal, LEADS)
    room.act(add_outcome_set, sal, OUTCOMES)
    room.act(add_outcome_set, sal, OLD_OUTCOMES)
    room.act(save_scenario, sal, "Stricter", WhatIf(Bands(5, None)), "One more point.")
    room.act(keep_golden_lead, sal, "Fine", {"Budget": "Yes"}, Verdict.QUALIFIED)
    room.act(keep_golden_lead, sal, "Odd", {"Budget": "No"}, Verdict.QUALIFIED)
    room.act(start_timer, "p1", 5)
    room.act(ask_own_words, "p1", QUESTIONS)
    room.act(write_own_words, sal, "q1", "A buyer with a budget.")
    room.act(open_calibration, "p1", "Before", LEADS.lead_set, 7, DRAWN)
    room.act(judge_lead, sal, calibration_id(room), 0, Judgement.QUALIFIED, "They have money.")
    room.act(propose_points, sal, calibration_id(room), SALS_CARD)
    room.act(make_key, "p1", "CRM", KEY_HASH)
    room.act(set_webhook, "p1", "https://crm.example.org/hooks/leads?token=hush")
    return room


def _with_clauses() -> Room:
    """Mark's Budget, Hana's threshold, and Mark's term, which he left out.

    Own words and the calibration are revealed. Sal commented on Budget.
    """
    room = _empty()
    room.act(reveal_own_words, "p1")
    room.act(reveal_calibration, "p1", calibration_id(room))
    mark = room.id("Mark")
    room.act(propose_clause, mark, criterion())
    room.act(propose_clause, "p1", threshold())
    room.act(comment, room.id("Sal"), room.clause("Budget").id, "Who checks it?")
    room.act(propose_clause, mark, term())
    room.act(withdraw_clause, mark, room.clause("Suspect").id)
    return room


def _voting() -> Room:
    """Both ballots are open; on Budget Sal agrees, Dee disagrees, and Rex agreed before he was removed."""
    room = _with_clauses()
    room.act(open_all_ballots, "p1", Seal.UNTIL_VOTED)
    vote(room, "Rex", "Budget")
    room.act(remove_participant, "p1", room.id("Rex"))
    vote(room, "Sal", "Budget")
    vote(room, "Dee", "Budget", Stance.DISAGREE, "Sales cannot check it.")
    return room


def _disputed() -> Room:
    """Everybody has voted: the threshold is agreed, Budget is not; both ballots are still open."""
    room = _voting()
    everybody_votes(room, "Threshold")
    for name in ("Hana", "Mark", "Eve", "Xan"):
        vote(room, name, "Budget")
    return room


def _escalated() -> Room:
    room = _disputed()
    room.act(escalate, "p1", room.clause("Budget").id)
    return room


def acknowledge_odd(room: Room) -> None:
    """The host accepts that the golden lead "Odd" does not qualify."""
    reason = "We were wrong about it."
    room.act(acknowledge_golden_flip, "p1", golden_id(room, "Odd"), Verdict.NOT_QUALIFIED, reason)


def golden_id(room: Room, name: str) -> str:
    """The id of the golden lead of a name."""
    return next((lead.id for lead in room.workshop.golden_leads.values() if lead.name == name), "g0")


def _ruled() -> Room:
    room = _escalated()
    acknowledge_odd(room)
    room.act(rule, room.id("Dee"), room.clause("Budget").id, Outcome.STANDS, 1, "We try it for a quarter.")
    return room


def _settled() -> Room:
    """Dee came round, so everything is agreed; the threshold's ballot is closed."""
    room = _disputed()
    vote(room, "Dee", "Budget")
    acknowledge_odd(room)
    room.act(close_ballot, "p1", room.clause("Threshold").id)
    return room


def _frozen() -> Room:
    room = _settled()
    freeze_for(room)
    return room


def _reviewing() -> Room:
    """Xan and Obi review before Sal, Mark, Eve and at last Dee sign, one after another."""
    room = _settled()
    reviewers = [room.id(name) for name in ("Xan", "Obi")]
    freeze_for(room, ("Sal", "Mark", "Eve"), reviewers=reviewers, in_order=True)
    return room


def _published() -> Room:
    """Sal challenges Budget."""
    room = _frozen()
    sign_all(room)
    challenge_it(room, "Sal", "Budget")
    return room


def _redrafting() -> Room:
    """Everybody is asked how they understand version 1; Sal has begun."""
    room = _published()
    room.act(ask_understanding, "p1")
    room.act(answer_understanding, room.id("Sal"), 0, Verdict.QUALIFIED)
    room.act(open_draft, "p1")
    return room


def _amending() -> Room:
    """Only Budget is on the table again."""
    room = _published()
    room.act(open_draft, "p1", [room.clause("Budget").id], "Sal is right.")
    return room


def _without_rex(build: Callable[[], Room]) -> Room:
    room = build()
    if room.person("Rex").here:
        room.act(remove_participant, "p1", room.id("Rex"))
    return room


_BUILDERS: dict[Stage, Callable[[], Room]] = {
    Stage.EMPTY: _empty,
    Stage.DRAFTS: _with_clauses,
    Stage.VOTING: _voting,
    Stage.DISPUTED: _disputed,
    Stage.ESCALATED: _escalated,
    Stage.RULED: _ruled,
    Stage.SETTLED: _settled,
    Stage.REVIEWING: _reviewing,
    Stage.FROZEN: _frozen,
    Stage.PUBLISHED: _published,
    Stage.REDRAFTING: _redrafting,
    Stage.AMENDING: _amending,
}


@cache
def _built(stage: Stage) -> Room:
    return _without_rex(_BUILDERS[stage])


def room_at(stage: Stage) -> Room:
    """A room of one's own at a stage."""
    return _built(stage).copy()
