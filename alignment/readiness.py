"""Whether the draft is ready to be frozen: what it lacks beside settled clauses, and how it would read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from alignment.composing import document
from alignment.golden_runs import blocking
from alignment.people import VOTING_TEAMS, Participant
from alignment.present import present
from alignment.refused import NotNow
from alignment.workshop import Workshop
from definitions.criteria import Criterion
from definitions.document import Document, lacking
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold


def lacks(workshop: Workshop) -> tuple[str, ...]:
    """What the draft lacks, a sentence each; ``freeze`` refuses for the same reasons."""
    return (*_substance(workshop), *_golden_leads(workshop), *_people(workshop))


def _substance(workshop: Workshop) -> Iterator[str]:
    contents = [clause.content for clause in workshop.clauses.values() if not clause.left_out]
    yield from lacking(contents)
    criteria = tuple(content for content in contents if isinstance(content, Criterion))
    for threshold in (content for content in contents if isinstance(content, Threshold)):
        highest = Scorecard(criteria, threshold).highest
        if criteria and threshold.qualified_from > highest:
            yield (
                f"No lead could ever qualify: the threshold is {threshold.qualified_from} points, and the "
                f"criteria give at most {highest}."
            )


def _golden_leads(workshop: Workshop) -> Iterator[str]:
    """Golden leads that flipped under the scorecard on the table, once there is a threshold to judge by."""
    found = present(workshop)
    if found is not None and found.threshold is not None:
        yield from (run.sentence for run in blocking(workshop, found.scorecard))


def _people(workshop: Workshop) -> Iterator[str]:
    for team in VOTING_TEAMS:
        if not workshop.voters(team):
            yield f"Nobody from {team.value} is in the workshop, and each team must sign."
    if workshop.decider is None:
        yield "There is no decider yet, who must sign too."
    elif not workshop.decider.votes:
        yield f"The decider, {workshop.decider.name}, is in none of the three teams."


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
