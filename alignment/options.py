"""The ways in which the decider can rule on a clause: what would score leads then, and who is against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from alignment.clauses import Clause
from alignment.comparing import SCORED
from alignment.disputes import saying
from alignment.outcomes import Outcome
from alignment.people import VOTING_TEAMS, Team
from alignment.present import present
from alignment.rounds import Ballot
from alignment.stances import Stance
from alignment.workshop import Workshop
from definitions.contents import Content
from definitions.criteria import Criterion
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold

MOST_EARLIER = 2
"""How many earlier wordings are weighed; a ruling may name any."""


@dataclass(frozen=True)
class Option:
    """One way to rule. ``against``: of how many who took a side in a team, how many want it otherwise.

    ``scorecard``: what would score leads then; ``None`` where the clause scores nothing or nothing would.
    """

    outcome: Outcome
    revision: int
    scorecard: Scorecard | None
    against: Mapping[Team, tuple[int, int]]


def options(workshop: Workshop, clause: Clause, now: datetime) -> tuple[Option, ...]:
    """That it stands as worded, that an earlier wording stands which people voted on, that it is left out.

    Votes that are still sealed, such as those of a round that a new wording cut short, do not count.
    """
    last = clause.revision.number
    told = (round_ for round_ in clause.rounds if round_.ballots and round_.unsealed(now))
    voted = {round_.revision: tuple(round_.ballots.values()) for round_ in told}
    before = sorted((number for number in voted if number < last), reverse=True)[:MOST_EARLIER]
    stand = [
        Option(
            Outcome.STANDS,
            number,
            _with(workshop, clause, clause.revisions[number - 1].content),
            _against(workshop, voted.get(number, ()), for_it=True),
        )
        for number in (last, *before)
    ]
    left_out = _against(workshop, voted.get(last, ()), for_it=False)
    return (*stand, Option(Outcome.LEFT_OUT, last, _with(workshop, clause, None), left_out))


def _with(workshop: Workshop, clause: Clause, content: Content | None) -> Scorecard | None:
    """The scorecard on the table with another content of the clause, or without it."""
    on_the_table = present(workshop) if clause.kind in SCORED and not clause.left_out else None
    if on_the_table is None:
        return None
    card, pairs = on_the_table.scorecard, on_the_table.criteria
    if on_the_table.threshold is not None and on_the_table.threshold.id == clause.id:
        return Scorecard(card.criteria, content) if isinstance(content, Threshold) else None
    contents = (content if each.id == clause.id else each.content for each in pairs)
    criteria = tuple(each for each in contents if isinstance(each, Criterion))
    return Scorecard(criteria, card.threshold) if criteria else None


def _against(workshop: Workshop, ballots: Iterable[Ballot], *, for_it: bool) -> dict[Team, tuple[int, int]]:
    """By team: who voted against a wording, or for it, of those who took a side."""
    cast = tuple(ballots)
    agree = saying(workshop, cast, Stance.AGREE, Stance.RESERVATIONS)
    disagree = saying(workshop, cast, Stance.DISAGREE)
    other, every = (disagree, (*agree, *disagree)) if for_it else (agree, (*agree, *disagree))
    return {
        team: (sum(p.team is team for p, _ in other), sum(p.team is team for p, _ in every))
        for team in VOTING_TEAMS
    }
