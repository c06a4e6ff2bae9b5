"""From facts to the workshop they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from alignment import facts
from alignment.facts import AnyFact, Recorded, WorkshopOpened
from alignment.folds import (
    ballots,
    calibrations,
    challenges,
    clauses,
    connections,
    definition,
    golden_leads,
    outcomes,
    own_words,
    people,
    presenting,
    promises,
    reading,
    scenarios,
    self_qualification,
    understanding,
)
from alignment.newsworthy import newsworthy
from alignment.workshop import Workshop

_FOLDS: dict[type[Any], Callable[[Workshop, Recorded[Any]], Workshop]] = {
    facts.InvitationMade: people.invitation_made,
    facts.InvitationRevoked: people.invitation_revoked,
    facts.ParticipantJoined: people.joined,
    facts.DeviceLinkMade: people.device_link_made,
    facts.DeviceLinkUsed: people.device_link_used,
    facts.TeamChanged: people.team_changed,
    facts.FacilitatorChanged: people.facilitator_changed,
    facts.DeciderNamed: people.decider_named,
    facts.ParticipantRemoved: people.removed,
    facts.SmallestGroupChosen: people.smallest_group_chosen,
    facts.ClauseProposed: clauses.proposed,
    facts.ClauseRevised: clauses.revised,
    facts.ClauseWithdrawn: clauses.withdrawn,
    facts.ClauseRestored: clauses.restored,
    facts.CommentMade: clauses.commented,
    facts.CommentResolved: clauses.comment_resolved,
    facts.CaughtUp: people.caught_up,
    facts.ClauseEscalated: clauses.escalated,
    facts.RulingMade: clauses.ruled,
    facts.ClauseReopened: clauses.reopened,
    facts.BallotOpened: ballots.opened,
    facts.BallotCast: ballots.cast,
    facts.ObjectionLifted: ballots.objection_lifted,
    facts.BallotRevealed: ballots.revealed,
    facts.BallotClosed: ballots.closed,
    facts.LeadSetAdded: definition.lead_set_added,
    facts.LeadSetRemoved: definition.lead_set_removed,
    facts.LeadSetChosen: definition.lead_set_chosen,
    facts.PromiseStated: promises.stated,
    facts.OutcomeSetAdded: outcomes.added,
    facts.OutcomeSetRemoved: outcomes.removed,
    facts.OutcomeSetChosen: outcomes.chosen,
    facts.ScenarioSaved: scenarios.saved,
    facts.ScenarioRemoved: scenarios.removed,
    facts.GoldenLeadKept: golden_leads.kept,
    facts.GoldenLeadDropped: golden_leads.dropped,
    facts.GoldenFlipAcknowledged: golden_leads.acknowledged,
    facts.OwnWordsAsked: own_words.asked,
    facts.OwnWordsWritten: own_words.written,
    facts.OwnWordsRevealed: own_words.revealed,
    facts.CalibrationOpened: calibrations.opened,
    facts.LeadJudged: calibrations.judged,
    facts.PointsProposed: calibrations.points_proposed,
    facts.CalibrationRevealed: calibrations.revealed,
    facts.UnderstandingAsked: understanding.asked,
    facts.UnderstandingAnswered: understanding.answered,
    facts.DraftFrozen: definition.frozen,
    facts.DraftReviewed: definition.reviewed,
    facts.DraftSentBack: definition.sent_back,
    facts.RequestRenewed: definition.renewed,
    facts.DraftThawed: definition.thawed,
    facts.SignatureGiven: definition.signed,
    facts.SignatureDeclined: definition.declined,
    facts.DefinitionPublished: definition.published,
    facts.DraftOpened: definition.draft_opened,
    facts.DraftWidened: definition.draft_widened,
    facts.ReadingAcknowledged: reading.acknowledged,
    facts.ReviewHeld: reading.review_held,
    facts.ClauseChallenged: challenges.challenged,
    facts.FiguresChallenged: challenges.challenged_by_figures,
    facts.ChallengeWithdrawn: challenges.withdrawn,
    facts.ChallengeAnswered: challenges.answered,
    facts.SharingChanged: definition.sharing_changed,
    facts.SelfQualificationChanged: self_qualification.changed,
    facts.SceneShown: presenting.shown,
    facts.TimerStarted: presenting.timer_started,
    facts.TimerStopped: presenting.timer_stopped,
    facts.KeyMade: connections.key_made,
    facts.KeyRevoked: connections.key_revoked,
    facts.WebhookSet: connections.webhook_set,
    facts.WebhookRemoved: connections.webhook_removed,
}


def fold(workshop_id: str, record: Iterable[Recorded[AnyFact]]) -> Workshop:
    """The workshop after a whole record; ``ValueError`` if it does not begin with its opening."""
    workshop: Workshop | None = None
    for entry in record:
        workshop = step(workshop_id, workshop, entry)
    if workshop is None:
        raise ValueError("a workshop's record begins with its opening")
    return workshop


def step(workshop_id: str, workshop: Workshop | None, entry: Recorded[AnyFact]) -> Workshop:
    """The workshop after one more fact; ``workshop`` is ``None`` before the first."""
    if isinstance(entry.fact, WorkshopOpened):
        after = people.opened(workshop_id, Recorded(entry.seq, entry.at, entry.actor, entry.fact))
    elif workshop is None:
        raise ValueError("a workshop's record begins with its opening")
    else:
        after = _FOLDS[type(entry.fact)](workshop, entry)
    if newsworthy(entry.fact):
        after = replace(after, latest_news={**after.latest_news, entry.actor: entry.seq})
    return replace(after, head=entry.seq, last_at=entry.at)
