"""The record in words: what a fact says to a given reader, without breaking a seal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from alignment import facts
from alignment.facts import (
    AnyFact,
    BallotCast,
    DraftOpened,
    InvitationMade,
    ObjectionLifted,
    OwnWordsWritten,
    PromiseStated,
    Recorded,
    SceneShown,
)
from alignment.people import Participant
from alignment.sealing import told_instead
from alignment.webhook_addresses import host_of
from alignment.workshop import Workshop
from definitions.phrases import counted, listed


def clause_of(fact: AnyFact) -> str | None:
    """The id of the clause that a fact is about."""
    clause_id: str | None = getattr(fact, "clause_id", None)
    return clause_id


def tell(workshop: Workshop, entry: Recorded[AnyFact], reader: Participant | None, now: datetime) -> str:
    """What happened, as a phrase that follows the actor's name; sealed votes stay sealed.

    The address of somebody invited is for facilitators only.
    """
    fact = entry.fact
    instead = told_instead(workshop, entry, reader, now)
    if instead is not None:
        return instead
    if isinstance(fact, InvitationMade) and not (reader is not None and reader.facilitator):
        return f"made a way in for {fact.team.value}"
    return _PHRASES[type(fact)](workshop, fact)


def told_kind(workshop: Workshop, entry: Recorded[AnyFact], reader: Participant | None, now: datetime) -> str:
    """The kind under which a reader finds a fact: lifting a sealed objection is a vote like any other."""
    if isinstance(entry.fact, ObjectionLifted) and told_instead(workshop, entry, reader, now):
        return str(BallotCast.model_fields["kind"].default)
    return entry.fact.kind


def _named(phrase: str) -> Callable[[Workshop, Any], str]:
    return lambda workshop, fact: phrase.replace("{clause}", workshop.clauses[fact.clause_id].name)


def _with(phrase: str, field: str) -> Callable[[Workshop, Any], str]:
    def tell_it(workshop: Workshop, fact: Any) -> str:
        text = getattr(fact, field)
        said = phrase.replace("{clause}", workshop.clauses[fact.clause_id].name)
        return f"{said}: {text}" if text else said

    return tell_it


def _scene(workshop: Workshop, fact: SceneShown) -> str:
    found = workshop.clauses.get(fact.subject) or workshop.calibrations.get(fact.subject)
    return found.name if found is not None else fact.scene.value


def _stance(workshop: Workshop, fact: BallotCast) -> str:
    return workshop.clauses[fact.clause_id].rounds[fact.round - 1].mode.words(fact.stance)


def _in_own_words(workshop: Workshop, fact: OwnWordsWritten) -> str:
    question = workshop.own_words[fact.round - 1].question(fact.question_id)
    asked = question.term or question.text if question is not None else "a question"
    return f"wrote on {asked}: {fact.said.in_place.value if fact.said.in_place else fact.said.text}"


def _about(phrase: str) -> Callable[[Workshop, Any], str]:
    return lambda workshop, fact: phrase.replace("{person}", workshop.name_of(fact.participant_id))


def _called(workshop: Workshop, lead_set: str) -> str:
    """What a lead set is called, unless it is gone."""
    entry = workshop.lead_sets.get(lead_set)
    return f": {entry.fact.name}" if entry is not None else ""


def _outcomes(workshop: Workshop, outcome_set: str) -> str:
    """What a set of outcomes is called, unless it is gone."""
    entry = workshop.outcome_sets.get(outcome_set)
    return f": {entry.fact.name}" if entry is not None else ""


def _opened(workshop: Workshop, fact: DraftOpened) -> str:
    named = [workshop.clauses[clause_id].name for clause_id in fact.clauses]
    said = f"opened a draft of version {fact.version}" + (f" with {listed(named)} only" if named else "")
    return f"{said}: {fact.note}" if fact.note else said


def _noted(phrase: str, note: str) -> str:
    return f"{phrase}: {note}" if note else phrase


def _stated(fact: PromiseStated) -> str:
    before, now = ("unknown" if n is None else f"{n:,.12g}" for n in (fact.baseline, fact.present))
    return f"{fact.gain.value}, {before} before and {now} now"


_PHRASES: dict[type[Any], Callable[[Workshop, Any], str]] = {
    facts.WorkshopOpened: lambda w, f: f"opened the workshop {f.name}",
    facts.InvitationMade: lambda w, f: f"made a way in for {f.email or f.team.value}",
    facts.InvitationRevoked: lambda w, f: f"closed a way in for {w.invitations[f.invitation_id].team.value}",
    facts.ParticipantJoined: lambda w, f: f"joined {f.team.value}",
    facts.DeviceLinkMade: lambda w, f: "made a personal link for another device",
    facts.DeviceLinkUsed: lambda w, f: "came in on another device",
    facts.TeamChanged: lambda w, f: f"moved {w.name_of(f.participant_id)} to {f.team.value}",
    facts.FacilitatorChanged: lambda w, f: (
        f"made {w.name_of(f.participant_id)} a facilitator"
        if f.facilitator
        else f"took the facilitator's role from {w.name_of(f.participant_id)}"
    ),
    facts.DeciderNamed: _about("named {person} the decider"),
    facts.SmallestGroupChosen: lambda w, f: f"chose that groups of fewer than {f.people} are not shown alone",
    facts.ParticipantRemoved: _about("removed {person}"),
    facts.ClauseProposed: lambda w, f: (
        f"proposed {f.content.name}" + (f" in the words of {w.name_of(f.words_of)}" if f.words_of else "")
    ),
    facts.ClauseRevised: _with("revised {clause}", "note"),
    facts.ClauseWithdrawn: _with("left out {clause}", "reason"),
    facts.ClauseRestored: _named("brought back {clause}"),
    facts.CommentMade: _with("commented on {clause}", "text"),
    facts.CommentResolved: _named("resolved a comment on {clause}"),
    facts.CaughtUp: lambda w, f: "caught up with what was new",
    facts.BallotOpened: lambda w, f: f"opened round {f.round} of voting on {w.clauses[f.clause_id].name}",
    facts.BallotCast: lambda w, f: _with(f"voted “{_stance(w, f)}” on {{clause}}", "reason")(w, f),
    facts.ObjectionLifted: _named("lifted the objection to {clause}"),
    facts.BallotRevealed: _named("revealed the result on {clause}"),
    facts.BallotClosed: _named("closed the ballot on {clause}"),
    facts.ClauseEscalated: _with("put {clause} before the decider", "note"),
    facts.RulingMade: lambda w, f: f"ruled on {w.clauses[f.clause_id].name}: {f.outcome.value}. {f.reason}",
    facts.ClauseReopened: _with("reopened {clause}", "reason"),
    facts.LeadSetAdded: lambda w, f: (
        f"{'mapped again' if f.mapped_from else 'added'} {f.rows:,} leads from {f.name}"
        + (f", counted in the warehouse {f.origin.warehouse}" if f.origin else "")
    ),
    facts.LeadSetRemoved: lambda w, f: "removed a lead set",
    facts.LeadSetChosen: lambda w, f: f"chose which leads are in use{_called(w, f.lead_set)}",
    facts.OutcomeSetAdded: lambda w, f: (
        f"added what became of {f.rows:,} leads: {f.name}"
        + (f", from the warehouse {f.origin.warehouse}" if f.origin else "")
    ),
    facts.OutcomeSetRemoved: lambda w, f: "removed a set of outcomes",
    facts.OutcomeSetChosen: lambda w, f: f"chose which outcomes are in use{_outcomes(w, f.outcome_set)}",
    facts.ScenarioSaved: lambda w, f: f"saved the scenario {f.name}" + (f": {f.note}" if f.note else ""),
    facts.ScenarioRemoved: lambda w, f: "removed a scenario",
    facts.GoldenLeadKept: lambda w, f: f"kept the golden lead {f.name}, to be {f.expected.value}",
    facts.GoldenLeadDropped: lambda w, f: "dropped a golden lead",
    facts.GoldenFlipAcknowledged: lambda w, f: (
        f"acknowledged that a golden lead is now {f.verdict.value}: {f.reason}"
    ),
    facts.OwnWordsAsked: lambda w, f: f"asked everybody {len(f.questions)} questions to answer on their own",
    facts.OwnWordsWritten: _in_own_words,
    facts.OwnWordsRevealed: lambda w, f: "revealed what everybody wrote in their own words",
    facts.CalibrationOpened: lambda w, f: f"asked everybody to judge {len(f.drawn.leads)} leads: {f.name}",
    facts.LeadJudged: lambda w, f: (
        f"judged lead {f.lead + 1} to be {f.judgement.value}" + (f": {f.reason}" if f.reason else "")
    ),
    facts.PointsProposed: lambda w, f: f"proposed points of their own, qualified from {f.card.threshold}",
    facts.CalibrationRevealed: lambda w, f: (
        f"revealed how everybody judged: {w.calibrations[f.calibration_id].name}"
    ),
    facts.UnderstandingAsked: lambda w, f: (
        f"asked everybody to judge {len(f.leads)} leads by version {f.version}"
    ),
    facts.UnderstandingAnswered: lambda w, f: (
        f"judged lead {f.lead + 1} by version {f.version}: {f.verdict.value if f.verdict else 'cannot tell'}"
    ),
    facts.DraftFrozen: lambda w, f: f"froze the draft of version {f.version} for signing",
    facts.DraftReviewed: lambda w, f: _noted(f"reviewed the text of version {f.version}", f.note),
    facts.DraftSentBack: lambda w, f: f"sent the text of version {f.version} back: {f.reason}",
    facts.RequestRenewed: lambda w, f: f"renewed the request to sign version {f.version}",
    facts.DraftThawed: lambda w, f: f"took the frozen draft back: {f.reason}",
    facts.SignatureGiven: lambda w, f: f"signed version {f.version}",
    facts.SignatureDeclined: lambda w, f: f"declined to sign version {f.version}: {f.reason}",
    facts.DefinitionPublished: lambda w, f: f"gave the last signature: version {f.version} is in force",
    facts.DraftOpened: _opened,
    facts.DraftWidened: lambda w, f: f"opened the whole text in the draft of version {f.version}",
    facts.ReadingAcknowledged: lambda w, f: f"has read version {f.version}",
    facts.ReviewHeld: lambda w, f: _noted(f"reviewed version {f.version}, which stays as it is", f.note),
    facts.ClauseChallenged: _with("challenged {clause}", "reason"),
    facts.FiguresChallenged: _with("challenged {clause}", "sentence"),
    facts.ChallengeWithdrawn: _named("withdrew the challenge to {clause}"),
    facts.ChallengeAnswered: _with("answered a challenge to {clause}", "answer"),
    facts.PromiseStated: lambda w, f: _noted(f"put numbers on record: {_stated(f)}", f.source),
    facts.SharingChanged: lambda w, f: f"chose who reads the definition: {f.sharing.value}",
    facts.SelfQualificationChanged: lambda w, f: (
        f"{'opened' if f.open else 'closed'} the form for prospects, with "
        f"{counted(len(f.form.questions), 'question')}"
    ),
    facts.SceneShown: lambda w, f: f"put {_scene(w, f)} on the projector",
    facts.TimerStarted: lambda w, f: "started the timer on the projector",
    facts.TimerStopped: lambda w, f: "took the timer off the projector",
    facts.KeyMade: lambda w, f: f"made the key {f.name} for another system",
    facts.KeyRevoked: lambda w, f: f"revoked the key {w.keys[f.key_id].name}",
    facts.WebhookSet: lambda w, f: f"chose that {host_of(f.url)} is told of each publication",
    facts.WebhookRemoved: lambda w, f: "chose that no other system is told of a publication",
}
