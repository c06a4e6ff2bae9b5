"""Where the workshop stands in one sentence, which steps are done, and what the group does next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alignment.clauses import Status
from alignment.drafts import Frozen
from alignment.judging import open_calibration_of
from alignment.people import VOTING_TEAMS
from alignment.requests import EXPIRED, awaited
from alignment.standing import tally, unsettled
from alignment.workshop import Phase, Workshop
from definitions.document import lacking


class Step(StrEnum):
    """The steps of a workshop, in order."""

    INVITE = "Invite"
    OWN_WORDS = "Own words"
    CALIBRATE = "Calibrate"
    DRAFT = "Draft"
    VOTE = "Vote"
    SIMULATE = "Simulate"
    DECIDE = "Decide"
    SIGN = "Sign"
    PUBLISH = "Publish"
    MEASURE = "Measure"


@dataclass(frozen=True)
class Next:
    """What the group does next: the step it belongs to, and a sentence."""

    step: Step
    sentence: str


def standing_sentence(workshop: Workshop, now: datetime) -> str:
    """Where the clauses stand, such as "7 of 11 clauses agreed, 2 disputed, 2 not yet voted"."""
    counts = tally(workshop, now)
    total = sum(counts.values()) - counts[Status.LEFT_OUT]
    if total == 0 and workshop.clauses:
        return f"No clause stands: {counts[Status.LEFT_OUT]} left out."
    if total == 0:
        return "No clause has been proposed yet."
    parts = [f"{counts[Status.AGREED]} of {total} {'clause' if total == 1 else 'clauses'} agreed"]
    words = {
        Status.RULED: "ruled",
        Status.DISPUTED: "disputed",
        Status.OPEN: "being voted on",
        Status.DRAFT: "not yet voted on",
        Status.LEFT_OUT: "left out",
    }
    parts += [f"{counts[status]} {word}" for status, word in words.items() if counts[status]]
    return ", ".join(parts) + "." + _signed(workshop)


def _signed(workshop: Workshop) -> str:
    """How far the signing is, as a further sentence; nothing while no text is frozen."""
    if workshop.frozen is None:
        return ""
    if workshop.frozen.unreviewed:
        given, asked = len(workshop.frozen.reviews), len(workshop.frozen.reviewers)
        return f" {given} of {asked} {'has' if asked == 1 else 'have'} reviewed it."
    given, asked = len(workshop.frozen.signatures), len(workshop.frozen.signatories)
    return f" {given} of {asked} {'has' if asked == 1 else 'have'} signed."


def done(workshop: Workshop, now: datetime) -> frozenset[Step]:
    """The steps that are done."""
    open_clauses = unsettled(workshop, now)
    counts = tally(workshop, now)
    all_settled = bool(workshop.clauses) and not open_clauses
    tests = {
        Step.INVITE: not _empty_teams(workshop),
        Step.OWN_WORDS: any(not asked.open for asked in workshop.own_words),
        Step.CALIBRATE: any(not calibration.open for calibration in workshop.calibrations.values()),
        Step.DRAFT: bool(workshop.clauses) and counts[Status.DRAFT] == 0,
        Step.VOTE: all_settled
        or (bool(workshop.clauses) and counts[Status.DRAFT] + counts[Status.OPEN] == 0),
        Step.SIMULATE: bool(workshop.lead_sets),
        Step.DECIDE: all_settled,
        Step.SIGN: workshop.phase is Phase.PUBLISHED,
        Step.PUBLISH: workshop.phase is Phase.PUBLISHED,
        Step.MEASURE: bool(workshop.outcome_sets),
    }
    return frozenset(step for step, is_done in tests.items() if is_done)


def next_for_group(workshop: Workshop, now: datetime) -> Next:
    """The one thing that brings the group forward."""
    if workshop.phase is Phase.PUBLISHED:
        return _next_in_force(workshop)
    if workshop.frozen is not None:
        return Next(Step.SIGN, _next_in_signing(workshop, workshop.frozen, now))
    empty = _empty_teams(workshop)
    if empty:
        return Next(Step.INVITE, f"Invite {' and '.join(empty)}: a decision needs all three teams.")
    return _next_in_own_words(workshop) or _next_in_calibration(workshop) or _next_for_clauses(workshop, now)


def _next_in_force(workshop: Workshop) -> Next:
    in_force = f"Version {workshop.version} is in force."
    if workshop.outcome_sets:
        return Next(Step.MEASURE, f"{in_force} See whether it works.")
    return Next(Step.PUBLISH, f"{in_force} Read it, and use it.")


def _next_in_signing(workshop: Workshop, draft: Frozen, now: datetime) -> str:
    if draft.expired(now):
        return EXPIRED
    return f"Wait for {awaited(workshop, draft)}."


def _next_in_own_words(workshop: Workshop) -> Next | None:
    """What to do about own words: finish them once asked; ask while there is nothing else yet."""
    if not workshop.own_words:
        sentence = "Ask everybody what a qualified lead is to them, before anything is drafted."
        return None if workshop.clauses else Next(Step.OWN_WORDS, sentence)
    asked, voters = workshop.own_words[-1], workshop.voters()
    if not asked.open:
        return None
    finished = sum(asked.left_for(person.id) == 0 for person in voters)
    if finished == len(voters):
        return Next(Step.OWN_WORDS, "Everybody has answered in their own words: reveal them.")
    return Next(Step.OWN_WORDS, f"Answer in your own words: {finished} of {len(voters)} have finished.")


def _next_in_calibration(workshop: Workshop) -> Next | None:
    """What to do about a calibration that is going on: judge every lead, then reveal it."""
    calibration, voters = open_calibration_of(workshop), workshop.voters()
    if calibration is None:
        return None
    finished = sum(calibration.left_for(person.id) == 0 for person in voters)
    if finished == len(voters):
        return Next(Step.CALIBRATE, "Everybody has judged every lead: reveal it.")
    return Next(Step.CALIBRATE, f"Judge the leads: {finished} of {len(voters)} have finished.")


def _next_for_clauses(workshop: Workshop, now: datetime) -> Next:
    counts = tally(workshop, now)
    if not workshop.clauses:
        return Next(Step.DRAFT, "Propose the first criteria, or begin with the classic scorecard.")
    if counts[Status.DRAFT]:
        return Next(Step.DRAFT, f"Open the ballot on {_clauses(counts[Status.DRAFT], 'draft clause')}.")
    if counts[Status.OPEN]:
        return Next(Step.VOTE, f"Finish voting on {_clauses(counts[Status.OPEN], 'clause')}.")
    if counts[Status.DISPUTED]:
        return Next(Step.DECIDE, f"Settle {_clauses(counts[Status.DISPUTED], 'disputed clause')}.")
    lacks = lacking(clause.content for clause in workshop.clauses.values() if not clause.left_out)
    if lacks:
        return Next(Step.DRAFT, " ".join(lacks))
    if workshop.decider is None:
        return Next(Step.INVITE, "Name the decider on the people page.")
    return Next(Step.SIGN, "Every clause is settled: freeze the draft and sign it.")


def _empty_teams(workshop: Workshop) -> list[str]:
    return [team.value for team in VOTING_TEAMS if not workshop.voters(team)]


def _clauses(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
