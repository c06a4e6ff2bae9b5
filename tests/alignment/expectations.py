"""Who may do what, and when: written out here for the tests, independently of the actions.

Each action has its arguments, and lines "these people at these stages"; nobody else, and never else.
Sal saved the scenario and the golden leads, and challenged Budget.
Mark wrote the clauses Budget and Suspect (left out); Dee decides and disagreed with Budget.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from alignment.actions.revising import Wanted
from alignment.challenges import OutOfBand
from alignment.judgements import Judgement
from alignment.outcomes import Outcome
from alignment.people import Team
from alignment.presenting import Scene
from alignment.sharing import Sharing
from alignment.stances import Stance
from definitions.measures.gains import Gain
from definitions.scorecard import Verdict
from definitions.self_qualification import ProspectForm, usual_question
from definitions.what_if import Bands, WhatIf
from tests.alignment.rooms import LEADS, OUTCOMES, TOKEN_HASH, Room, criterion, term
from tests.alignment.stages import (
    DEVICE_HASH,
    DRAWN,
    INVITED,
    KEY_HASH,
    QUESTIONS,
    SALS_CARD,
    Stage,
    calibration_id,
    challenge_id,
    golden_id,
)


class Role(StrEnum):
    """Somebody of each role, by name."""

    STRANGER = "Somebody from elsewhere"
    OBSERVER = "Obi"
    MARKETING = "Mark"
    SALES = "Sal"
    EXECUTIVE = "Xan"
    FACILITATOR = "Hana"
    OBSERVING_FACILITATOR = "Ofi"
    DECIDER = "Dee"
    REMOVED = "Rex"


EVERYBODY = frozenset(Role)
MEMBERS = EVERYBODY - {Role.STRANGER, Role.REMOVED}
VOTERS = MEMBERS - {Role.OBSERVER, Role.OBSERVING_FACILITATOR}
TEAM = VOTERS | {Role.OBSERVING_FACILITATOR}
HOSTS = frozenset({Role.FACILITATOR, Role.OBSERVING_FACILITATOR})
AUTHOR = frozenset({Role.MARKETING})
SAL = frozenset({Role.SALES})
DECIDER = frozenset({Role.DECIDER})
SIGNATORIES = frozenset({Role.MARKETING, Role.SALES, Role.DECIDER})
REVIEWERS = frozenset({Role.EXECUTIVE, Role.OBSERVER})

ALWAYS = frozenset(Stage)
SIGNING = frozenset({Stage.REVIEWING, Stage.FROZEN})
DRAFTING = ALWAYS - SIGNING - {Stage.PUBLISHED}
WHOLE = DRAFTING - {Stage.AMENDING}
IN_FORCE = frozenset({Stage.PUBLISHED, Stage.REDRAFTING, Stage.AMENDING})
CHALLENGED = IN_FORCE - {Stage.AMENDING}
WITH_CLAUSES = ALWAYS - {Stage.EMPTY}
BALLOT_OPEN = frozenset({Stage.VOTING, Stage.DISPUTED, Stage.ESCALATED, Stage.SETTLED})
CHANGEABLE = frozenset({Stage.DRAFTS, Stage.REDRAFTING}) | BALLOT_OPEN
DRAFT_AGAIN = frozenset({Stage.DRAFTS, Stage.AMENDING})

Line = tuple[frozenset[Role], frozenset[Stage]]


@dataclass(frozen=True)
class Row:
    """An action's arguments in a room, and the lines of who may do it when."""

    arguments: Callable[[Room, Role], tuple[Any, ...]]
    lines: tuple[Line, ...]

    def allows(self, role: Role, stage: Stage) -> bool:
        """Whether somebody of a role may do it at a stage."""
        return any(role in roles and stage in stages for roles, stages in self.lines)


def at(*stages: Stage) -> frozenset[Stage]:
    """These stages."""
    return frozenset(stages)


def _clause(name: str, *more: Any) -> Callable[[Room, Role], tuple[Any, ...]]:
    def arguments(room: Room, role: Role) -> tuple[Any, ...]:
        found = any(clause.name == name for clause in room.workshop.clauses.values())
        return (room.clause(name).id if found else "c0", *more)

    return arguments


def _out_of_band(name: str) -> Callable[[Room, Role], tuple[Any, ...]]:
    clause = _clause(name)
    return lambda room, role: ((OutOfBand(*clause(room, role), "Low.", {"Won": "3 %"}, "v1 won"),),)


def _first_comment(room: Room, role: Role) -> tuple[Any, ...]:
    clauses = [clause for clause in room.workshop.clauses.values() if clause.comments]
    return (clauses[0].id, clauses[0].comments[0].id) if clauses else ("c0", "m0")


def _xan(*more: Any) -> Callable[[Room, Role], tuple[Any, ...]]:
    return lambda room, role: (room.id("Xan"), *more)


def _always(*arguments: Any) -> Callable[[Room, Role], tuple[Any, ...]]:
    return lambda room, role: arguments


def _text(*more: Any) -> Callable[[Room, Role], tuple[Any, ...]]:
    return lambda room, role: (room.workshop.frozen.sha256 if room.workshop.frozen else "", *more)


def _signing(room: Room, role: Role) -> tuple[Any, ...]:
    return (*_text()(room, role), role.value)


def _invitation(room: Room, role: Role) -> tuple[Any, ...]:
    return (next(i.id for i in room.workshop.invitations.values() if i.token_hash == TOKEN_HASH),)


def _revised(room: Room, role: Role) -> tuple[Any, ...]:
    clause_id, *_ = _clause("Budget")(room, role)
    found = room.workshop.clauses.get(clause_id)
    return (clause_id, len(found.revisions) if found else 1, REVISED)


def _wanted(room: Room, role: Role) -> tuple[Any, ...]:
    return ([Wanted(*_revised(room, role)), Wanted(None, 0, term("Prospect"))],)


def _challenge(*more: Any) -> Callable[[Room, Role], tuple[Any, ...]]:
    return lambda room, role: (challenge_id(room), *more)


def _read(room: Room, role: Role) -> tuple[Any, ...]:
    version = room.workshop.in_force
    return (version.version, version.draft.sha256) if version else (1, "")


def _golden(name: str, *more: Any) -> Callable[[Room, Role], tuple[Any, ...]]:
    return lambda room, role: (golden_id(room, name), *more)


def _calibration(*more: Any) -> Callable[[Room, Role], tuple[Any, ...]]:
    return lambda room, role: (calibration_id(room), *more)


def _scenario(room: Room, role: Role) -> tuple[Any, ...]:
    return (next(iter(room.workshop.scenarios)),)


def _signers(room: Room, role: Role) -> tuple[Any, ...]:
    return ([room.id(name) for name in ("Mark", "Sal", "Eve")],)


MORE_OUTCOMES = OUTCOMES.model_copy(update={"outcome_set": "0" * 64})
MORE_LEADS = LEADS.model_copy(update={"lead_set": "0" * 64})
OTHER_CARD = SALS_CARD.model_copy(update={"threshold": 9})
REVISED = criterion(best=7)
FORM = ProspectForm(questions=(usual_question(criterion()),))
EXPECTED: dict[str, Row] = {
    # own words
    "ask_own_words": Row(_always(QUESTIONS), ((HOSTS, WITH_CLAUSES),)),
    "write_own_words": Row(_always("q1", "Somebody who buys."), ((VOTERS, at(Stage.EMPTY)),)),
    "reveal_own_words": Row(_always(), ((HOSTS, at(Stage.EMPTY)),)),
    "propose_own_words": Row(lambda room, role: (room.id("Sal"), "q1"), ((TEAM, WHOLE - {Stage.EMPTY}),)),
    # calibration
    "open_calibration": Row(_always("After", LEADS.lead_set, 8, DRAWN), ((HOSTS, WITH_CLAUSES),)),
    "judge_lead": Row(_calibration(1, Judgement.UNSURE, "Who knows?"), ((VOTERS, at(Stage.EMPTY)),)),
    "propose_points": Row(_calibration(OTHER_CARD), ((VOTERS, at(Stage.EMPTY)),)),
    "reveal_calibration": Row(_calibration(), ((HOSTS, at(Stage.EMPTY)),)),
    # drafting
    "propose_clause": Row(_always(term("Prospect")), ((TEAM, WHOLE),)),
    "propose_all": Row(_always([term("Prospect"), term("Inquiry")]), ((TEAM, WHOLE),)),
    "revise_clause": Row(_revised, ((TEAM, CHANGEABLE | at(Stage.AMENDING)),)),
    "revise_all": Row(_wanted, ((TEAM, CHANGEABLE),)),
    "withdraw_clause": Row(
        _clause("Budget", "Not now."),
        ((HOSTS, CHANGEABLE | at(Stage.AMENDING)), (AUTHOR, at(Stage.DRAFTS))),
    ),
    "restore_clause": Row(_clause("Suspect"), ((HOSTS | AUTHOR, WHOLE - {Stage.EMPTY}),)),
    "comment": Row(_clause("Budget", "Why five?"), ((TEAM, WITH_CLAUSES),)),
    "resolve_comment": Row(_first_comment, ((HOSTS | AUTHOR | SAL, WITH_CLAUSES),)),
    "catch_up": Row(
        lambda room, role: (room.workshop.head,),
        ((MEMBERS - {Role.FACILITATOR}, ALWAYS), (HOSTS, WITH_CLAUSES)),
    ),
    # voting
    "open_ballot": Row(_clause("Budget"), ((HOSTS | AUTHOR, DRAFT_AGAIN),)),
    "open_all_ballots": Row(_always(), ((HOSTS, DRAFT_AGAIN),)),
    "cast_ballot": Row(_clause("Budget", Stance.RESERVATIONS, "Fine for now."), ((VOTERS, BALLOT_OPEN),)),
    "lift_objection": Row(_clause("Budget"), ((DECIDER, at(Stage.VOTING, Stage.DISPUTED, Stage.ESCALATED)),)),
    "reveal_ballot": Row(_clause("Budget"), ((HOSTS, at(Stage.VOTING)),)),
    "close_ballot": Row(_clause("Budget"), ((HOSTS, BALLOT_OPEN),)),
    # deciding
    "escalate": Row(_clause("Budget"), ((HOSTS, at(Stage.DISPUTED)),)),
    "rule": Row(_clause("Budget", Outcome.STANDS, 1, "We try it."), ((DECIDER, at(Stage.ESCALATED)),)),
    "reopen": Row(_clause("Budget", "New data."), ((DECIDER, at(Stage.RULED)),)),
    # signing
    "freeze": Row(_signers, ((HOSTS, at(Stage.RULED, Stage.SETTLED, Stage.REDRAFTING)),)),
    "review_draft": Row(_text("Well said."), ((REVIEWERS, at(Stage.REVIEWING)),)),
    "send_back": Row(_text("Not clear."), ((REVIEWERS, at(Stage.REVIEWING)),)),
    "renew_request": Row(_always(30), ((HOSTS, SIGNING),)),
    "thaw": Row(_always("A word is wrong."), ((HOSTS, SIGNING),)),
    "sign": Row(_signing, ((SIGNATORIES, at(Stage.FROZEN)),)),
    "decline": Row(_text("Not in my name."), ((SIGNATORIES, SIGNING),)),
    "open_draft": Row(_always(), ((HOSTS, at(Stage.PUBLISHED)),)),
    "widen_draft": Row(_always(), ((HOSTS, at(Stage.AMENDING)),)),
    # in force
    "acknowledge_reading": Row(_read, ((MEMBERS - SIGNATORIES, IN_FORCE),)),
    "hold_review": Row(_always("Still true."), ((HOSTS, at(Stage.PUBLISHED)),)),
    "challenge": Row(_clause("Threshold", "Too low."), ((VOTERS, at(Stage.PUBLISHED)),)),
    "withdraw_challenge": Row(_challenge(), ((SAL, CHALLENGED),)),
    "answer_challenge": Row(_challenge("It can be checked."), ((HOSTS, CHALLENGED),)),
    "change_self_qualification": Row(_always(True, FORM), ((HOSTS, IN_FORCE),)),
    "share": Row(_always(Sharing.ANYONE), ((HOSTS, ALWAYS),)),
    # understanding
    "ask_understanding": Row(_always(), ((HOSTS, at(Stage.PUBLISHED, Stage.AMENDING)),)),
    "answer_understanding": Row(_always(1, Verdict.NURTURE), ((VOTERS, at(Stage.REDRAFTING)),)),
    # people and leads
    "choose_smallest_group": Row(_always(3), ((HOSTS, ALWAYS),)),
    "make_device_link": Row(_always("e" * 64), ((MEMBERS, ALWAYS),)),
    "invite_by_link": Row(_always(Team.SALES, "b" * 64, 7), ((HOSTS, ALWAYS),)),
    "invite_by_email": Row(_always("new@example.org", Team.SALES, 7), ((HOSTS, ALWAYS),)),
    "revoke_invitation": Row(_invitation, ((HOSTS, ALWAYS),)),
    "change_team": Row(_xan(Team.OBSERVERS), ((HOSTS, ALWAYS),)),
    "set_facilitator": Row(_xan(True), ((HOSTS, ALWAYS),)),
    "name_decider": Row(_xan(), ((HOSTS, ALWAYS - SIGNING),)),
    "remove_participant": Row(_xan(), ((HOSTS, ALWAYS - {Stage.REVIEWING}),)),
    "add_lead_set": Row(_always(MORE_LEADS), ((TEAM, ALWAYS),)),
    "remove_lead_set": Row(_always(LEADS.lead_set), ((HOSTS, ALWAYS),)),
    "add_outcome_set": Row(_always(MORE_OUTCOMES), ((TEAM, ALWAYS),)),
    "remove_outcome_set": Row(_always(OUTCOMES.outcome_set), ((HOSTS, ALWAYS),)),
    "choose_outcome_set": Row(_always(OUTCOMES.outcome_set), ((HOSTS, ALWAYS),)),
    "choose_lead_set": Row(_always(LEADS.lead_set), ((HOSTS, ALWAYS),)),
    "save_scenario": Row(_always("Looser", WhatIf(Bands(3, None))), ((TEAM, ALWAYS),)),
    "remove_scenario": Row(_scenario, ((HOSTS | SAL, ALWAYS),)),
    # measuring
    "state_promise": Row(
        _always(Gain.QUOTA, 50.0, 60.0, "The sales report of May."),
        ((HOSTS | {Role.EXECUTIVE}, ALWAYS),),
    ),
    "keep_golden_lead": Row(
        _always("Big", {"Budget": "Yes"}, Verdict.QUALIFIED, "It bought at once."), ((TEAM, DRAFTING),)
    ),
    "drop_golden_lead": Row(_golden("Fine"), ((HOSTS | SAL, DRAFTING),)),
    "acknowledge_golden_flip": Row(
        _golden("Odd", Verdict.NOT_QUALIFIED, "It never paid."),
        ((HOSTS, at(Stage.DRAFTS, Stage.VOTING, Stage.DISPUTED, Stage.ESCALATED)),),
    ),
    # the room
    "show_scene": Row(_always(Scene.NOTHING), ((HOSTS, ALWAYS),)),
    "start_timer": Row(_always(2), ((HOSTS, ALWAYS),)),
    "stop_timer": Row(_always(), ((HOSTS, ALWAYS),)),
    # other systems
    "make_key": Row(_always("Newsletter", KEY_HASH[::-1]), ((HOSTS, ALWAYS),)),
    "revoke_key": Row(lambda room, role: (next(iter(room.workshop.keys)),), ((HOSTS, ALWAYS),)),
    "set_webhook": Row(_always("https://other.example.org/hook"), ((HOSTS, ALWAYS),)),
    "remove_webhook": Row(_always(), ((HOSTS, ALWAYS),)),
    # the figures challenge, whoever asks for it
    "challenge_by_figures": Row(
        _clause("Budget", "Acceptance is below 75 %.", {"Accepted": "61 %"}, "acceptance 2026-10"),
        ((EVERYBODY, IN_FORCE),),
    ),
    "challenge_by_all_figures": Row(
        _out_of_band("Budget"),
        ((EVERYBODY, IN_FORCE),),
    ),
    # strangers: what opens is the link or the address, whoever holds it
    "join_by_link": Row(_always(TOKEN_HASH, "Nina"), ((EVERYBODY, ALWAYS),)),
    "join_by_email": Row(_always(INVITED, "Nina"), ((EVERYBODY, ALWAYS),)),
    "use_device_link": Row(_always(DEVICE_HASH), ((EVERYBODY, ALWAYS),)),
}
"""Every action of the app but opening a workshop, which the server decides."""
