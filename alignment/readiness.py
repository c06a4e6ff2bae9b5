"""What still keeps the draft from being frozen for signing, apart from clauses that are not settled."""

from __future__ import annotations

from collections.abc import Iterator

from alignment.people import VOTING_TEAMS
from alignment.workshop import Workshop
from definitions.criteria import Criterion
from definitions.document import lacking
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold


def lacks(workshop: Workshop) -> tuple[str, ...]:
    """What the draft lacks, a sentence each; ``freeze`` refuses for the same reasons."""
    return (*_substance(workshop), *_people(workshop))


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


def _people(workshop: Workshop) -> Iterator[str]:
    for team in VOTING_TEAMS:
        if not workshop.voters(team):
            yield f"Nobody from {team.value} is in the workshop, and each team must sign."
    if workshop.decider is None:
        yield "There is no decider yet, who must sign too."
    elif not workshop.decider.votes:
        yield f"The decider, {workshop.decider.name}, is in none of the three teams."
