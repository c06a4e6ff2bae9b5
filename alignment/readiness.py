"""Whether the draft is ready to be frozen: what it lacks beside settled clauses, and how it would read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alignment.composing import document
from alignment.golden_runs import blocking
from alignment.people import VOTING_TEAMS, Participant
from alignment.present import present
from alignment.refused import NotNow
from alignment.workshop import Workshop
from definitions.contents import ContentKind
from definitions.criteria import Criterion
from definitions.document import NEEDS, Document
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold


class Matter(StrEnum):
    """What a draft can lack something of, beside settled clauses."""

    CRITERIA = "criteria"
    THRESHOLD = "threshold"
    GOLDEN_LEADS = "golden leads"
    TEAMS = "teams"
    DECIDER = "decider"


@dataclass(frozen=True)
class Lack:
    """One thing that is missing, in a sentence, and what it is a matter of."""

    matter: Matter
    sentence: str


def lacks(workshop: Workshop) -> tuple[str, ...]:
    """What the draft lacks, a sentence each; ``freeze`` refuses for the same reasons."""
    return tuple(lack.sentence for lack in lacks_of(workshop))


def lacks_of(workshop: Workshop) -> tuple[Lack, ...]:
    """What the draft lacks, each with what it is a matter of."""
    return (*_substance(workshop), *_golden_leads(workshop), *_people(workshop))


def _substance(workshop: Workshop) -> Iterator[Lack]:
    contents = [clause.content for clause in workshop.clauses.values() if not clause.left_out]
    matters = {ContentKind.CRITERION: Matter.CRITERIA, ContentKind.THRESHOLD: Matter.THRESHOLD}
    kinds = {content.kind for content in contents}
    yield from (Lack(matters[kind], words) for kind, words in NEEDS.items() if kind not in kinds)
    criteria = tuple(content for content in contents if isinstance(content, Criterion))
    for threshold in (content for content in contents if isinstance(content, Threshold)):
        highest = Scorecard(criteria, threshold).highest
        if criteria and threshold.qualified_from > highest:
            yield Lack(
                Matter.THRESHOLD,
                f"No lead could ever qualify: the threshold is {threshold.qualified_from} points, and the "
                f"criteria give at most {highest}.",
            )


def _golden_leads(workshop: Workshop) -> Iterator[Lack]:
    """Golden leads that flipped under the scorecard on the table, once there is a threshold to judge by."""
    found = present(workshop)
    if found is not None and found.threshold is not None:
        yield from (Lack(Matter.GOLDEN_LEADS, run.sentence) for run in blocking(workshop, found.scorecard))


def _people(workshop: Workshop) -> Iterator[Lack]:
    for team in VOTING_TEAMS:
        if not workshop.voters(team):
            words = f"Nobody from {team.value} is in the workshop, and each team must sign."
            yield Lack(Matter.TEAMS, words)
    if workshop.decider is None:
        yield Lack(Matter.DECIDER, "There is no decider yet, who must sign too.")
    elif not workshop.decider.votes:
        words = f"The decider, {workshop.decider.name}, is in none of the three teams."
        yield Lack(Matter.DECIDER, words)


def preview(workshop: Workshop, signatories: Iterable[Participant], now: datetime) -> Document | None:
    """The definition as it would be frozen now; ``None`` while what is settled makes no definition yet."""
    try:
        return document(workshop, signatories, now)
    except NotNow:
        return None


def likely_signatories(workshop: Workshop) -> tuple[Participant, ...]:
    """Who probably signs: those who were to sign the last time, the decider, and whoever is a team alone."""
    last = workshop.declined or (workshop.in_force.draft if workshop.in_force else None)
    named = {*(last.signatories if last else ()), workshop.decider_id}
    alone = {team[0].id for team in map(workshop.voters, VOTING_TEAMS) if len(team) == 1}
    return tuple(person for person in workshop.voters() if person.id in named | alone)
