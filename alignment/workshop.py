"""The workshop as it stands: what its facts add up to. Never stored, always folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from alignment.calibrations import Calibration
from alignment.challenges import FIGURES, Challenge
from alignment.clauses import Clause
from alignment.connections import Key, Webhook
from alignment.drafts import Frozen, Published
from alignment.facts import LeadSetAdded
from alignment.golden_leads import GoldenLead
from alignment.outcome_sets import OutcomeSetEntry
from alignment.own_words import OwnWords
from alignment.people import DeviceLink, Invitation, Participant, Team
from alignment.presenting import Presenting
from alignment.promises import StatedPromise
from alignment.scenarios import ScenarioEntry
from alignment.self_qualification import SelfQualification
from alignment.sharing import Sharing
from alignment.understanding import UnderstandingCheck
from definitions.measures.gains import Gain


class Phase(StrEnum):
    """Where the workshop is with its definition."""

    DRAFTING = "drafting"
    FROZEN = "frozen for signing"
    PUBLISHED = "published"


@dataclass(frozen=True)
class LeadSetEntry:
    """A lead set in the workshop, with who added it and when."""

    fact: LeadSetAdded
    by: str
    at: datetime


@dataclass(frozen=True)
class Workshop:
    """A workshop at one point of its record. ``head`` is the number of its last fact.

    ``caught_up``: up to which fact each person has read. ``latest_news``: each person's last piece of news.
    ``only``: the clauses that alone may change in the present draft; none: all of them.
    ``read``: by version, who said when that they have read it. ``review_held``: when the version in force
    was last looked at and left as it is.
    """

    id: str
    name: str
    company: str
    offering: str
    slug: str
    opened_at: datetime
    demo: bool = False
    head: int = 0
    last_at: datetime | None = None
    participants: Mapping[str, Participant] = field(default_factory=dict)
    decider_id: str | None = None
    invitations: Mapping[str, Invitation] = field(default_factory=dict)
    device_links: Mapping[str, DeviceLink] = field(default_factory=dict)
    clauses: Mapping[str, Clause] = field(default_factory=dict)
    caught_up: Mapping[str, int] = field(default_factory=dict)
    latest_news: Mapping[str, int] = field(default_factory=dict)
    lead_sets: Mapping[str, LeadSetEntry] = field(default_factory=dict)
    chosen_lead_set: str | None = None
    outcome_sets: Mapping[str, OutcomeSetEntry] = field(default_factory=dict)
    chosen_outcome_set: str | None = None
    scenarios: Mapping[str, ScenarioEntry] = field(default_factory=dict)
    golden_leads: Mapping[str, GoldenLead] = field(default_factory=dict)
    own_words: tuple[OwnWords, ...] = ()
    calibrations: Mapping[str, Calibration] = field(default_factory=dict)
    understanding: Mapping[int, UnderstandingCheck] = field(default_factory=dict)
    smallest_group: int = 1
    frozen: Frozen | None = None
    declined: Frozen | None = None
    published: tuple[Published, ...] = ()
    drafting: bool = True
    only: tuple[str, ...] = ()
    read: Mapping[int, Mapping[str, datetime]] = field(default_factory=dict)
    review_held: datetime | None = None
    challenges: Mapping[str, Challenge] = field(default_factory=dict)
    promises: Mapping[Gain, StatedPromise] = field(default_factory=dict)
    sharing: Sharing = Sharing.PARTICIPANTS
    self_qualification: SelfQualification | None = None
    presenting: Presenting = field(default_factory=Presenting)
    keys: Mapping[str, Key] = field(default_factory=dict)
    webhook: Webhook | None = None

    @property
    def phase(self) -> Phase:
        """Where the workshop is with its definition."""
        if self.frozen is not None:
            return Phase.FROZEN
        return Phase.DRAFTING if self.drafting else Phase.PUBLISHED

    @property
    def version(self) -> int:
        """The number of the version being made, or of the one in force when none is."""
        return len(self.published) + (1 if self.drafting or self.frozen else 0)

    @property
    def in_force(self) -> Published | None:
        """The definition in force, if one was published."""
        return self.published[-1] if self.published else None

    @property
    def lead_set_in_use(self) -> str | None:
        """The chosen lead set, or else the newest that is not one of the others mapped again."""
        if self.chosen_lead_set is not None or not self.lead_sets:
            return self.chosen_lead_set
        newest = list(self.lead_sets)[::-1]
        own = (key for key in newest if self.lead_sets[key].fact.mapped_from not in self.lead_sets)
        return next(own, newest[0])

    @property
    def outcome_set_in_use(self) -> str | None:
        """The chosen set of outcomes, or else the newest."""
        return self.chosen_outcome_set or next(iter(list(self.outcome_sets)[::-1]), None)

    @property
    def decider(self) -> Participant | None:
        """The decider, if one is named and still here."""
        decider = self.participants.get(self.decider_id or "")
        return decider if decider is not None and decider.here else None

    @property
    def people(self) -> tuple[Participant, ...]:
        """Everybody who still takes part, in the order of joining."""
        return tuple(p for p in self.participants.values() if p.here)

    def voters(self, team: Team | None = None) -> tuple[Participant, ...]:
        """Those whose ballots count, of one team or of all."""
        return tuple(p for p in self.people if p.votes and team in (None, p.team))

    def name_of(self, participant_id: str) -> str:
        """What a participant is called, also one who was removed; figures can challenge a clause too."""
        if participant_id == FIGURES:
            return "The figures"
        participant = self.participants.get(participant_id)
        return participant.name if participant is not None else "Somebody"
