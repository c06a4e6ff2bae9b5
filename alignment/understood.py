"""How well a version is understood: the share right by team, and which clauses were misread."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from alignment.composing import frozen_document
from alignment.people import VOTING_TEAMS, Participant, Team
from alignment.understanding import UnderstandingCheck
from alignment.workshop import Workshop
from definitions.document import Document, scorecard
from definitions.misreading import may_be_misread
from definitions.scorecard import Receipt, Scorecard, Verdict, score


@dataclass(frozen=True)
class Right:
    """How many verdicts were right, of how many, by how many people."""

    right: int
    given: int
    people: int

    @property
    def share(self) -> float | None:
        """The share right, 0 to 1; ``None`` where nobody has answered."""
        return self.right / self.given if self.given else None


@dataclass(frozen=True)
class Misread:
    """A clause that may have been misread, ``times``: wrong verdicts, shared out where it may be several."""

    clause_id: str
    name: str
    times: float


@dataclass(frozen=True)
class Understood:
    """What a check shows. ``by_team`` lacks a team with fewer people than the smallest group shown.

    ``by_lead``: the same for each lead, all teams together. ``misread``: the most misread clause first.
    """

    together: Right
    by_team: Mapping[Team, Right]
    by_lead: tuple[Right, ...]
    misread: tuple[Misread, ...]


def understood(workshop: Workshop, check: UnderstandingCheck) -> Understood:
    """The result among those who may vote now; nobody's own answers are in it."""
    text = _text(workshop, check)
    card = scorecard(text)
    people = [person for person in workshop.voters() if person.id in check.answered]
    verdicts = tuple(score(card, lead).verdict for lead in check.leads)
    by_team = {team: _right(verdicts, check, [p for p in people if p.team is team]) for team in VOTING_TEAMS}
    shown = {team: right for team, right in by_team.items() if right.people >= workshop.smallest_group}
    by_lead = tuple(_right(verdicts, check, people, lead) for lead in range(len(check.leads)))
    return Understood(_right(verdicts, check, people), shown, by_lead, _misread(text, card, check, people))


def receipt_of(workshop: Workshop, check: UnderstandingCheck, lead: int) -> Receipt:
    """What the version itself says of a lead, to show to whoever has judged it."""
    return score(scorecard(_text(workshop, check)), check.leads[lead])


def _text(workshop: Workshop, check: UnderstandingCheck) -> Document:
    return frozen_document(workshop.published[check.version - 1].draft)


def _right(
    verdicts: tuple[Verdict, ...],
    check: UnderstandingCheck,
    people: list[Participant],
    only: int | None = None,
) -> Right:
    right = given = 0
    for person in people:
        for lead, said in check.answered[person.id].items():
            if only is None or lead == only:
                given += 1
                right += said is verdicts[lead]
    return Right(right, given, len(people))


def _misread(
    text: Document, card: Scorecard, check: UnderstandingCheck, people: list[Participant]
) -> tuple[Misread, ...]:
    times: dict[str, float] = defaultdict(float)
    verdicts = Counter(answer for person in people for answer in check.answered[person.id].items())
    for (lead, said), number in verdicts.items():
        names = may_be_misread(card, check.leads[lead], said)
        for name in names:
            times[name] += number / len(names)
    clauses = {clause.content.name: clause.clause_id for clause in text.clauses}
    ranked = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Misread(clauses[name], name, count) for name, count in ranked)
