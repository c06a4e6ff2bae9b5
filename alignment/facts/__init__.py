"""Everything that can happen in a workshop: one class a kind, one file a topic."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from alignment.facts.ballots import BallotCast, BallotClosed, BallotOpened, BallotRevealed, ObjectionLifted
from alignment.facts.calibrations import (
    CalibrationOpened,
    CalibrationRevealed,
    LeadJudged,
    PointsProposed,
)
from alignment.facts.challenges import (
    ChallengeAnswered,
    ChallengeWithdrawn,
    ClauseChallenged,
    FiguresChallenged,
)
from alignment.facts.clauses import (
    ClauseProposed,
    ClauseRestored,
    ClauseRevised,
    ClauseWithdrawn,
    CommentMade,
    CommentResolved,
)
from alignment.facts.connections import KeyMade, KeyRevoked, WebhookRemoved, WebhookSet
from alignment.facts.definition import (
    DefinitionPublished,
    DraftFrozen,
    DraftOpened,
    DraftReviewed,
    DraftSentBack,
    DraftThawed,
    DraftWidened,
    RequestRenewed,
    SharingChanged,
    SignatureDeclined,
    SignatureGiven,
)
from alignment.facts.fact import Fact, Recorded
from alignment.facts.golden_leads import GoldenFlipAcknowledged, GoldenLeadDropped, GoldenLeadKept
from alignment.facts.leads import LeadSetAdded, LeadSetChosen, LeadSetRemoved
from alignment.facts.outcomes import OutcomeSetAdded, OutcomeSetChosen, OutcomeSetRemoved
from alignment.facts.own_words import OwnWordsAsked, OwnWordsRevealed, OwnWordsWritten
from alignment.facts.people import (
    DeciderNamed,
    DeviceLinkMade,
    DeviceLinkUsed,
    FacilitatorChanged,
    InvitationMade,
    InvitationRevoked,
    ParticipantJoined,
    ParticipantRemoved,
    SmallestGroupChosen,
    TeamChanged,
    WorkshopOpened,
)
from alignment.facts.presenting import SceneShown, TimerStarted, TimerStopped
from alignment.facts.promises import PromiseStated
from alignment.facts.reading import ReadingAcknowledged, ReviewHeld
from alignment.facts.rulings import ClauseEscalated, ClauseReopened, RulingMade
from alignment.facts.scenarios import ScenarioRemoved, ScenarioSaved
from alignment.facts.self_qualification import SelfQualificationChanged
from alignment.facts.understanding import UnderstandingAnswered, UnderstandingAsked
from alignment.facts.visits import CaughtUp

AnyFact = (
    WorkshopOpened
    | InvitationMade
    | InvitationRevoked
    | ParticipantJoined
    | DeviceLinkMade
    | DeviceLinkUsed
    | TeamChanged
    | FacilitatorChanged
    | DeciderNamed
    | ParticipantRemoved
    | SmallestGroupChosen
    | ClauseProposed
    | ClauseRevised
    | ClauseWithdrawn
    | ClauseRestored
    | CommentMade
    | CommentResolved
    | BallotOpened
    | BallotCast
    | ObjectionLifted
    | BallotRevealed
    | BallotClosed
    | ClauseEscalated
    | RulingMade
    | ClauseReopened
    | LeadSetAdded
    | LeadSetRemoved
    | LeadSetChosen
    | OutcomeSetAdded
    | OutcomeSetRemoved
    | OutcomeSetChosen
    | ScenarioSaved
    | ScenarioRemoved
    | GoldenLeadKept
    | GoldenLeadDropped
    | GoldenFlipAcknowledged
    | CaughtUp
    | OwnWordsAsked
    | OwnWordsWritten
    | OwnWordsRevealed
    | CalibrationOpened
    | LeadJudged
    | PointsProposed
    | CalibrationRevealed
    | UnderstandingAsked
    | UnderstandingAnswered
    | DraftFrozen
    | DraftReviewed
    | DraftSentBack
    | RequestRenewed
    | DraftThawed
    | SignatureGiven
    | SignatureDeclined
    | DefinitionPublished
    | DraftOpened
    | DraftWidened
    | ReadingAcknowledged
    | ReviewHeld
    | ClauseChallenged
    | FiguresChallenged
    | PromiseStated
    | ChallengeWithdrawn
    | ChallengeAnswered
    | SharingChanged
    | SelfQualificationChanged
    | SceneShown
    | TimerStarted
    | TimerStopped
    | KeyMade
    | KeyRevoked
    | WebhookSet
    | WebhookRemoved
)
"""Any kind of fact."""

_reader: TypeAdapter[AnyFact] = TypeAdapter(Annotated[AnyFact, Field(discriminator="kind")])


def read_fact(body: str | bytes) -> AnyFact:
    """The fact written as JSON; ``pydantic.ValidationError`` if it is none that this version knows."""
    return _reader.validate_json(body)


__all__ = [
    "AnyFact",
    "BallotCast",
    "BallotClosed",
    "BallotOpened",
    "BallotRevealed",
    "CalibrationOpened",
    "CalibrationRevealed",
    "CaughtUp",
    "ChallengeAnswered",
    "ChallengeWithdrawn",
    "ClauseChallenged",
    "ClauseEscalated",
    "ClauseProposed",
    "ClauseReopened",
    "ClauseRestored",
    "ClauseRevised",
    "ClauseWithdrawn",
    "CommentMade",
    "CommentResolved",
    "DeciderNamed",
    "DefinitionPublished",
    "DeviceLinkMade",
    "DeviceLinkUsed",
    "DraftFrozen",
    "DraftOpened",
    "DraftReviewed",
    "DraftSentBack",
    "DraftThawed",
    "DraftWidened",
    "FacilitatorChanged",
    "Fact",
    "FiguresChallenged",
    "GoldenFlipAcknowledged",
    "GoldenLeadDropped",
    "GoldenLeadKept",
    "InvitationMade",
    "InvitationRevoked",
    "KeyMade",
    "KeyRevoked",
    "LeadJudged",
    "LeadSetAdded",
    "LeadSetChosen",
    "LeadSetRemoved",
    "ObjectionLifted",
    "OutcomeSetAdded",
    "OutcomeSetChosen",
    "OutcomeSetRemoved",
    "OwnWordsAsked",
    "OwnWordsRevealed",
    "OwnWordsWritten",
    "ParticipantJoined",
    "ParticipantRemoved",
    "PointsProposed",
    "PromiseStated",
    "ReadingAcknowledged",
    "Recorded",
    "RequestRenewed",
    "ReviewHeld",
    "RulingMade",
    "ScenarioRemoved",
    "ScenarioSaved",
    "SceneShown",
    "SelfQualificationChanged",
    "SharingChanged",
    "SignatureDeclined",
    "SignatureGiven",
    "SmallestGroupChosen",
    "TeamChanged",
    "TimerStarted",
    "TimerStopped",
    "UnderstandingAnswered",
    "UnderstandingAsked",
    "WebhookRemoved",
    "WebhookSet",
    "WorkshopOpened",
    "read_fact",
]
