"""Everything that can happen in a workshop: one class a kind, one file a topic."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from alignment.facts.ballots import BallotCast, BallotClosed, BallotOpened, BallotRevealed, ObjectionLifted
from alignment.facts.clauses import (
    ClauseProposed,
    ClauseRestored,
    ClauseRevised,
    ClauseWithdrawn,
    CommentMade,
)
from alignment.facts.definition import (
    DefinitionPublished,
    DraftFrozen,
    DraftOpened,
    DraftThawed,
    SharingChanged,
    SignatureDeclined,
    SignatureGiven,
)
from alignment.facts.fact import Fact, Recorded
from alignment.facts.golden_leads import GoldenFlipAcknowledged, GoldenLeadDropped, GoldenLeadKept
from alignment.facts.leads import LeadSetAdded, LeadSetChosen, LeadSetRemoved
from alignment.facts.people import (
    DeciderNamed,
    DeviceLinkMade,
    DeviceLinkUsed,
    FacilitatorChanged,
    InvitationMade,
    InvitationRevoked,
    ParticipantJoined,
    ParticipantRemoved,
    TeamChanged,
    WorkshopOpened,
)
from alignment.facts.rulings import ClauseEscalated, ClauseReopened, RulingMade
from alignment.facts.scenarios import ScenarioRemoved, ScenarioSaved

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
    | ClauseProposed
    | ClauseRevised
    | ClauseWithdrawn
    | ClauseRestored
    | CommentMade
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
    | ScenarioSaved
    | ScenarioRemoved
    | GoldenLeadKept
    | GoldenLeadDropped
    | GoldenFlipAcknowledged
    | DraftFrozen
    | DraftThawed
    | SignatureGiven
    | SignatureDeclined
    | DefinitionPublished
    | DraftOpened
    | SharingChanged
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
    "ClauseEscalated",
    "ClauseProposed",
    "ClauseReopened",
    "ClauseRestored",
    "ClauseRevised",
    "ClauseWithdrawn",
    "CommentMade",
    "DeciderNamed",
    "DefinitionPublished",
    "DeviceLinkMade",
    "DeviceLinkUsed",
    "DraftFrozen",
    "DraftOpened",
    "DraftThawed",
    "FacilitatorChanged",
    "Fact",
    "GoldenFlipAcknowledged",
    "GoldenLeadDropped",
    "GoldenLeadKept",
    "InvitationMade",
    "InvitationRevoked",
    "LeadSetAdded",
    "LeadSetChosen",
    "LeadSetRemoved",
    "ObjectionLifted",
    "ParticipantJoined",
    "ParticipantRemoved",
    "Recorded",
    "RulingMade",
    "ScenarioRemoved",
    "ScenarioSaved",
    "SharingChanged",
    "SignatureDeclined",
    "SignatureGiven",
    "TeamChanged",
    "WorkshopOpened",
    "read_fact",
]
