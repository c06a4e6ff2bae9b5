"""How votes moved from one round to the next, as far as a reader may see both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from alignment.clauses import Clause
from alignment.people import Participant, Team
from alignment.rounds import Round
from alignment.stances import Stance
from alignment.standing import sees_result
from alignment.workshop import Workshop


@dataclass(frozen=True)
class Move:
    """One person's vote in two rounds; ``None``: did not vote in that one."""

    person: Participant
    before: Stance | None
    after: Stance | None


@dataclass(frozen=True)
class Movement:
    """How votes moved from the round ``before`` to the round ``after``, of those who may vote now."""

    before: Round
    after: Round
    moves: tuple[Move, ...]

    @property
    def changed(self) -> tuple[Move, ...]:
        """Those who voted in both rounds, and not the same."""
        return tuple(m for m in self.moves if m.before and m.after and m.before is not m.after)

    def counts(self, team: Team) -> Counter[tuple[Stance | None, Stance | None]]:
        """How many of a team went from which stance to which."""
        return Counter((move.before, move.after) for move in self.moves if move.person.team is team)


def movement(
    workshop: Workshop, clause: Clause, reader: Participant | None, now: datetime
) -> Movement | None:
    """The movement from the round before to the latest one; ``None`` with one round, or if one is sealed.

    Rounds in which nobody voted are passed over.
    """
    voted = [round_ for round_ in clause.rounds if round_.ballots]
    if len(voted) < 2 or not all(sees_result(round_, reader, now) for round_ in voted[-2:]):
        return None
    before, after = voted[-2:]
    people = (p for p in workshop.voters() if p.id in before.ballots or p.id in after.ballots)
    moves = (Move(person, _stance(before, person), _stance(after, person)) for person in people)
    return Movement(before, after, tuple(moves))


def _stance(round_: Round, person: Participant) -> Stance | None:
    ballot = round_.ballots.get(person.id)
    return ballot.stance if ballot is not None else None
