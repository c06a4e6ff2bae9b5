"""When a clause is agreed: the rule, applied team by team, and what is missing in words.

The rule (DOMAIN: the median of Delphi studies, Diamond 2014): in each of the three teams at least
60 % of those who may vote have voted, at least 75 % of those who took a position agree (with or
without reservations), and no objection is open. A plain majority of everybody is not agreement.

A ballot by consent asks less: whether people can live with a wording. The quorum is the same and somebody in
each team must take a position, but there is no share to reach: nobody's objection may be open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from alignment.people import VOTING_TEAMS, Participant, Team
from alignment.rounds import Ballot
from alignment.stances import Mode, Stance
from definitions.agreement_index import agreement_index, plain_majority

QUORUM = Fraction(60, 100)
SHARE = Fraction(75, 100)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class TeamResult:
    """One team's part in a round: how many may vote, and how they voted."""

    team: Team
    voters: int
    agree: int = 0
    reservations: int = 0
    disagree: int = 0
    abstain: int = 0
    objections: int = 0
    mode: Mode = Mode.APPROVAL

    @property
    def voted(self) -> int:
        """How many have voted."""
        return self.agree + self.reservations + self.disagree + self.abstain

    @property
    def needed(self) -> int:
        """How many votes the quorum still lacks."""
        return max(0, max(1, ceil(QUORUM * self.voters)) - self.voted)

    @property
    def agreeing(self) -> int:
        """How many agree, with reservations or without."""
        return self.agree + self.reservations

    @property
    def positions(self) -> int:
        """How many took a position."""
        return self.agreeing + self.disagree

    @property
    def share(self) -> Fraction | None:
        """Agreeing votes among those who took a position; ``None`` if nobody did."""
        return Fraction(self.agreeing, self.positions) if self.positions else None

    @property
    def met(self) -> bool:
        """Whether this team agrees by the rule."""
        return self.missing is None

    @property
    def missing(self) -> str | None:
        """The first thing this team's agreement lacks, as a sentence; ``None`` if nothing."""
        name = self.team.value.capitalize()
        if self.voters == 0:
            return f"Nobody from {self.team.value} is in the workshop yet."
        if self.needed:
            return f"{name} needs {_count(self.needed, 'more vote')}."
        if self.share is None:
            return f"{name} has only abstained: somebody must take a position."
        if self.mode is Mode.APPROVAL and self.share < SHARE:
            return f"In {self.team.value} {_percent_short(self.share)}% agree; {float(SHARE):.0%} are needed."
        if self.objections:
            verb = "is" if self.objections == 1 else "are"
            return f"{_count(self.objections, 'objection').capitalize()} in {self.team.value} {verb} open."
        return None


@dataclass(frozen=True)
class Result:
    """A round's result: one entry a voting team, in the teams' order."""

    teams: tuple[TeamResult, ...]

    @property
    def met(self) -> bool:
        """Whether all three teams agree by the rule."""
        return all(team.met for team in self.teams)

    @property
    def missing(self) -> tuple[str, ...]:
        """What agreement lacks, one sentence a team at most."""
        return tuple(team.missing for team in self.teams if team.missing is not None)

    @property
    def index(self) -> float:
        """How far all teams agree, so that none is outvoted (``definitions/agreement_index.py``)."""
        return agreement_index([t.agreeing for t in self.teams], [t.positions for t in self.teams])

    @property
    def majority(self) -> float:
        """The share of all who took a position, teams forgotten; nan if nobody did."""
        return plain_majority([t.agreeing for t in self.teams], [t.positions for t in self.teams])

    @property
    def voted(self) -> int:
        """How many have voted in all teams."""
        return sum(team.voted for team in self.teams)

    @property
    def voters(self) -> int:
        """How many may vote in all teams."""
        return sum(team.voters for team in self.teams)


def count(
    voters: tuple[Participant, ...], ballots: Mapping[str, Ballot], mode: Mode = Mode.APPROVAL
) -> Result:
    """The result by team. Only ballots of those who may vote now count."""
    return Result(tuple(_team(team, voters, ballots, mode) for team in VOTING_TEAMS))


def _team(
    team: Team, voters: tuple[Participant, ...], ballots: Mapping[str, Ballot], mode: Mode
) -> TeamResult:
    members = [voter for voter in voters if voter.team is team]
    cast = [ballots[member.id] for member in members if member.id in ballots]
    stances = [ballot.stance for ballot in cast]
    return TeamResult(
        team,
        len(members),
        agree=stances.count(Stance.AGREE),
        reservations=stances.count(Stance.RESERVATIONS),
        disagree=stances.count(Stance.DISAGREE),
        abstain=stances.count(Stance.ABSTAIN),
        objections=sum(ballot.objects for ballot in cast),
        mode=mode,
    )


def _percent_short(share: Fraction) -> int:
    """A share that falls short in whole percent; never rounded up to what is needed."""
    return min(round(share * 100), ceil(SHARE * 100) - 1)


def _count(number: int, noun: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun}" if number == 1 else f"{word} {noun}s"
